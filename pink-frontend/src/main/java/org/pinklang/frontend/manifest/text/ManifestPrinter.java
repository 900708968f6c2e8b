package org.pinklang.frontend.manifest.text;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.Visibility;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Documentation;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.Literal;
import org.pinklang.frontend.tree.TreePrinter;

/** Prints one manifest. */
final class ManifestPrinter {
  private final Manifest manifest;
  private final boolean positions;
  private final StringBuilder out = new StringBuilder();

  ManifestPrinter(Manifest manifest, boolean positions) {
    this.manifest = manifest;
    this.positions = positions;
  }

  String print() {
    header();
    String before = "\n";
    for (ImportDeclaration tree : manifest.imports()) {
      out.append(before);
      before = "";
      importDeclaration(tree);
    }
    for (ManifestDeclaration declaration : manifest.declarations()) {
      out.append('\n');
      declaration(declaration);
    }
    return out.toString();
  }

  private void header() {
    if (!manifest.documentation().isEmpty()) {
      documentation(manifest.documentation());
    }
    String name = manifest.name().display();
    line(name.isEmpty() ? "manifest;" : "manifest " + name + ";");
    line("@kind(" + KindNames.of(manifest.kind()) + ")");
    if (manifest.kind() == UnitKind.PROGRAM || manifest.kind() == UnitKind.IMPLEMENTATION) {
      line("@unit(" + quoted(manifest.logicalName()) + ")");
    }
    line("@source(" + quoted(manifest.sourceHash().hex()) + ")");
  }

  private static String quoted(String text) {
    StringBuilder bytes = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      bytes.append((char) (b & 0xFF));
    }
    return TreePrinter.print(new Literal.StringLiteral(bytes.toString(), 0, 0));
  }

  private void importDeclaration(ImportDeclaration tree) {
    if (positions) {
      line("@at(" + place(tree.span()) + ")");
    }
    line(TreePrinter.print(tree));
  }

  private void declaration(ManifestDeclaration declaration) {
    Declaration tree = declaration.tree();
    documentation(tree.documentation());
    if (positions) {
      at(tree);
    }
    if (!declaration.defined()) {
      line("@undefined");
    }
    String mark =
        tree.exported()
            ? "export "
            : declaration.visibility() == Visibility.UNNAMEABLE ? "private " : "";
    line(mark + ManifestSignature.of(tree, declaration.nameOnly()));
  }

  private void at(Declaration tree) {
    var name = tree.name();
    String ofName = name == null ? "" : ", " + place(name.span());
    line("@at(" + place(tree.span()) + ofName + ")");
  }

  private String place(Span span) {
    return place(span.start()) + "-" + place(span.end());
  }

  private String place(int offset) {
    LinePosition position = manifest.source().position(offset);
    return position.line() + ":" + position.column();
  }

  private void documentation(@Nullable Documentation documentation) {
    if (documentation != null) {
      documentation(documentation.text());
    }
  }

  private void documentation(String text) {
    for (String part : text.split("\n", -1)) {
      line(part.isEmpty() ? "//" : "// " + part);
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
