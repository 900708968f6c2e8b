package org.pinklang.frontend.manifest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.parse.ParseResult;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.TreeEquality;

/** Makes manifests of texts and compares them by what they say. */
public final class Manifests {
  private Manifests() {}

  /** The manifest of a text; null where the text has syntax errors. */
  public static @Nullable Manifest of(SourceText text) {
    ParseResult parsed = Parser.parse(text);
    return parsed.diagnostics().isEmpty() ? Outliner.outline(text, parsed.tree()).manifest() : null;
  }

  /** The manifest of a text without syntax errors. */
  public static Manifest of(String logicalName, String content) {
    Manifest manifest = of(SourceText.of(logicalName, content));
    assertThat(manifest).as(content).isNotNull();
    return manifest;
  }

  /** The manifest that a text without errors says. */
  static Manifest read(String content) {
    ParsedManifest parsed = ManifestText.parse(SourceText.of("read.manifest", content));
    assertThat(parsed.diagnostics()).as(content).isEmpty();
    return parsed.manifest();
  }

  /** Asserts that two manifests say the same, places aside. */
  static void assertSame(Manifest actual, Manifest expected) {
    assertThat(actual.kind()).isEqualTo(expected.kind());
    assertThat(actual.name()).isEqualTo(expected.name());
    assertThat(actual.documentation()).isEqualTo(expected.documentation());
    assertThat(actual.sourceHash()).isEqualTo(expected.sourceHash());
    assertThat(TreeEquality.difference(actual.imports(), expected.imports())).isNull();
    assertThat(actual.names()).isEqualTo(expected.names());
    assertThat(actual.hashes().interfaceHash()).isEqualTo(expected.hashes().interfaceHash());
    assertThat(actual.hashes().moduleHash()).isEqualTo(expected.hashes().moduleHash());
    for (ManifestDeclaration declaration : expected.declarations()) {
      assertSame(actual.find(declaration.name()), declaration);
      assertThat(actual.hashes().find(declaration.name()))
          .isEqualTo(expected.hashes().find(declaration.name()));
    }
  }

  private static void assertSame(
      @Nullable ManifestDeclaration actual, ManifestDeclaration expected) {
    assertThat(actual).isNotNull();
    assertThat(actual.kind()).isEqualTo(expected.kind());
    assertThat(actual.visibility()).as(expected.name()).isEqualTo(expected.visibility());
    assertThat(actual.defined()).as(expected.name()).isEqualTo(expected.defined());
    assertThat(actual.nameOnly()).as(expected.name()).isEqualTo(expected.nameOnly());
    assertThat(TreeEquality.difference(actual.tree(), expected.tree()))
        .as(expected.name())
        .isNull();
  }
}
