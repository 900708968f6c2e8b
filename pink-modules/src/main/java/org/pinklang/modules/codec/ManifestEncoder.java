package org.pinklang.modules.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.Visibility;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.PostorderWriter;

/** Writes one manifest. For one thread, once. */
final class ManifestEncoder {
  private final Manifest manifest;
  private final PositionsWriter positions = new PositionsWriter();
  private final DocumentationWriter documentation = new DocumentationWriter();

  ManifestEncoder(Manifest manifest) {
    this.manifest = manifest;
  }

  byte[] encode(@Nullable SourceText embedded, @Nullable EncodedBodies bodies) {
    ContainerWriter container = new ContainerWriter();
    container.add(Part.INTERFACE, interfacePart());
    container.add(Part.MODULE, modulePart());
    container.add(Part.POSITIONS, positions.write(manifest));
    container.add(Part.DOCUMENTATION, documentation.write(manifest.documentation()));
    if (bodies != null) {
      container.add(Part.BODIES, bodies.toBytes());
    }
    if (embedded != null) {
      container.add(Part.SOURCE, embedded.bytes());
    }
    return container.toByteArray();
  }

  private byte[] interfacePart() {
    StringTableBuilder strings = new StringTableBuilder();
    DeclarationsWriter declarations = declarations(false, strings);
    strings.text(manifest.module());
    strings.text(manifest.partition());
    PostorderWriter collector = new PostorderWriter(strings);
    manifest.imports().forEach(collector::write);
    declarations.collect();
    ByteWriter out = new ByteWriter();
    out.put(manifest.kind().ordinal());
    out.put(manifest.hashes().interfaceHash().value());
    strings.write(out);
    out.putNumber(strings.numberOfText(manifest.module()));
    out.putNumber(strings.numberOfText(manifest.partition()));
    imports(strings, out);
    declarations.write(manifest.hashes(), out);
    return out.toByteArray();
  }

  private void imports(StringTableBuilder strings, ByteWriter out) {
    ByteWriter trees = new ByteWriter();
    TreeEncoder encoder = new TreeEncoder(strings, trees, positions.imports());
    PostorderWriter writer = new PostorderWriter(encoder);
    List<ImportDeclaration> imports = manifest.imports();
    imports.forEach(writer::write);
    out.putNumber(imports.size());
    out.putNumber(trees.size());
    out.put(trees);
  }

  private byte[] modulePart() {
    StringTableBuilder strings = new StringTableBuilder();
    DeclarationsWriter declarations = declarations(true, strings);
    declarations.collect();
    ByteWriter out = new ByteWriter();
    out.put(manifest.hashes().moduleHash().value());
    strings.write(out);
    declarations.write(manifest.hashes(), out);
    return out.toByteArray();
  }

  private DeclarationsWriter declarations(boolean moduleOnly, StringTableBuilder strings) {
    List<ManifestDeclaration> chosen =
        manifest.declarations().stream()
            .filter(one -> (one.visibility() == Visibility.MODULE) == moduleOnly)
            .toList();
    return new DeclarationsWriter(chosen, strings, positions, documentation);
  }
}
