package org.pinklang.modules.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.testdata.TestCase;
import org.pinklang.frontend.testdata.TestData;
import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.UnitTree;

/** Manifests to try the codec with. */
final class Outlines {
  private Outlines() {}

  static Manifest of(SourceText text) {
    return Outliner.outline(text, Parser.parseDeepOutline(text).tree()).manifest();
  }

  static Manifest of(String text) {
    return of(SourceText.of("unit.pink", text));
  }

  /** The manifest of a text whose functions became constants with their bodies as values. */
  static Manifest ofBodiesAsConstants(SourceText text) {
    UnitTree tree = Parser.parse(text).tree();
    List<Declaration> declarations = tree.declarations().stream().map(Outlines::constant).toList();
    UnitTree changed =
        new UnitTree(tree.declaration(), tree.imports(), declarations, tree.start(), tree.end());
    return Outliner.outline(text, changed).manifest();
  }

  private static Declaration constant(Declaration declaration) {
    if (!(declaration instanceof Declaration.Function function) || function.body() == null) {
      return declaration;
    }
    return new Declaration.Global(
        function.documentation(),
        function.exported(),
        BindingKind.CONST,
        function.name(),
        function.result(),
        function.body(),
        function.start(),
        function.end());
  }

  /** Every text of every case of the project. */
  static List<SourceText> testdata() {
    List<SourceText> texts = new ArrayList<>();
    for (Path file : TestData.files("")) {
      try {
        texts.addAll(TestCase.of(file, Files.readString(file)).texts());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return texts;
  }
}
