package org.pinklang.modules.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.modules.source.UnitPlace;

/** Reads all of a manifest but the trees of its declarations. For one thread, once. */
final class ManifestDecoder {
  private final Container container;
  private final byte[] bytes;
  private final String logicalName;
  private final Runnable decoded;

  ManifestDecoder(Container container, String logicalName, Runnable decoded) {
    this.container = container;
    this.bytes = container.bytes();
    this.logicalName = logicalName;
    this.decoded = decoded;
  }

  Manifest decode() {
    InterfacePart shown = InterfacePart.read(bytes, container.read(Part.INTERFACE));
    ModulePart own = ModulePart.read(bytes, container.read(Part.MODULE));
    if (shown.declarations().sharesName(own.declarations())) {
      throw new DamagedManifestException("a name is declared twice");
    }
    int count = shown.declarations().size() + own.declarations().size();
    String file = shown.kind().isImportable() ? UnitPlace.of(shown.name()).path() : logicalName;
    SourceText text = embedded(file);
    PositionsPart positions = new PositionsPart(bytes, container.read(Part.POSITIONS), count, text);
    if (text != null && !ContentHash.of(text.bytes()).equals(positions.hash())) {
      throw new DamagedManifestException("the embedded source is not the one it was made from");
    }
    DocumentationPart documentation =
        new DocumentationPart(bytes, container.read(Part.DOCUMENTATION), count);
    SpellingBudget budget = SpellingBudget.of(bytes.length);
    List<ImportDeclaration> imports = imports(shown, positions, budget);
    DecodedDeclarations declarations =
        new DecodedDeclarations(shown, own, positions, documentation, decoded);
    declarations.checkSpelling(budget);
    return new Manifest(
            shown.kind(),
            shown.name(),
            file,
            documentation.unit(),
            imports,
            declarations,
            positions)
        .withHashes(declarations.hashes());
  }

  private @Nullable SourceText embedded(String file) {
    ByteReader source = container.find(Part.SOURCE);
    return source == null ? null : SourceText.ofBytes(file, source.takeBytes(source.remaining()));
  }

  private static List<ImportDeclaration> imports(
      InterfacePart shown, PositionsPart positions, SpellingBudget budget) {
    TreeInput in = new TreeInput(shown.imports(), positions.imports(), shown.strings(), budget);
    NodeReader reader = new NodeReader(in, new MemberDocumentation(null));
    return reader.trees(ImportDeclaration.class, shown.importCount());
  }
}
