package org.pinklang.modules.codec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.pinklang.frontend.manifest.DeclarationHashes;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.ManifestHashes;
import org.pinklang.frontend.tree.PostorderWriter;

/**
 * Writes declarations, sorted by name: of each its name, flags and length, then of each its hashes,
 * then their trees. Positions and documentation go to their own parts. For one thread.
 */
final class DeclarationsWriter {
  private final List<ManifestDeclaration> declarations;
  private final StringTableBuilder strings;
  private final PositionsWriter positions;
  private final DocumentationWriter documentation;

  DeclarationsWriter(
      List<ManifestDeclaration> declarations,
      StringTableBuilder strings,
      PositionsWriter positions,
      DocumentationWriter documentation) {
    this.declarations = new ArrayList<>(declarations);
    this.declarations.sort(
        Comparator.comparing(declaration -> StringTableBuilder.bytesOf(declaration.name())));
    this.strings = strings;
    this.positions = positions;
    this.documentation = documentation;
  }

  /** Enters all strings; must come before the table is written. */
  void collect() {
    PostorderWriter collector = new PostorderWriter(strings);
    for (ManifestDeclaration declaration : declarations) {
      strings.text(declaration.name());
      collector.write(declaration.tree());
    }
  }

  void write(ManifestHashes hashes, ByteWriter out) {
    ByteWriter trees = new ByteWriter();
    out.putNumber(declarations.size());
    int before = -1;
    for (ManifestDeclaration declaration : declarations) {
      int start = trees.size();
      tree(declaration, trees);
      int name = strings.numberOfText(declaration.name());
      out.putNumber(name - before - 1);
      out.put(EntryFlags.of(declaration));
      out.putNumber(trees.size() - start);
      before = name;
    }
    for (ManifestDeclaration declaration : declarations) {
      hashes(Objects.requireNonNull(hashes.find(declaration.name())), declaration, out);
    }
    out.put(trees);
  }

  private void tree(ManifestDeclaration declaration, ByteWriter trees) {
    ByteWriter places = new ByteWriter();
    TreeEncoder encoder = new TreeEncoder(strings, trees, places);
    new PostorderWriter(encoder).write(declaration.tree());
    positions.add(declaration.name(), places);
    documentation.add(encoder.documentation());
  }

  private static void hashes(
      DeclarationHashes hashes, ManifestDeclaration declaration, ByteWriter out) {
    out.put(hashes.signature().value());
    if (!declaration.kind().isFunction()) {
      out.put(hashes.layout().value());
    }
  }
}
