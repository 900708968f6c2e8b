package org.pinklang.modules.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.tree.Documentation;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.tree.NodeKind;
import org.pinklang.frontend.tree.NodeSink;
import org.pinklang.frontend.tree.PostorderWriter;

/** Bytes that use one long string many times stand for little text, or are refused. */
class ManifestSpellingTest {
  private static final int MANY = 5_000;
  private static final List<Integer> LENGTHS = List.of(100, 3_000, 70_000, 300_000);

  static List<String> texts() {
    return List.of(
        "module m;\nimport a { " + "z,".repeat(MANY) + "};",
        "module m;\nimport z" + ".z".repeat(MANY) + ";",
        "module m;\n" + "import z;\n".repeat(MANY),
        "module m;\nexport fn f(" + "z: z,".repeat(MANY) + ") -> Nil;",
        "module m;\nexport struct S { f: z" + ".z".repeat(MANY) + "::T }",
        "module m;\nexport const c: [Nil; 1] := [" + "z,".repeat(MANY) + "];",
        "module m;\nexport const c: [Nil; 1] := [" + "\"z\",".repeat(MANY) + "];",
        "module m;\n" + structs());
  }

  private static String structs() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      text.append("export struct S").append(i).append(" { x: z }\n");
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void treesSpellOutNoMoreThanABudgetForTheSizeOfTheBytes(String text) {
    byte[] small = ManifestCodec.encode(Outlines.of(text));
    for (int length : LENGTHS) {
      byte[] bytes = ManifestMutator.withLongString(small, length);
      assertThat(spelled(bytes)).isLessThanOrEqualTo((16L << 20) + 64L * bytes.length);
    }
    assertThat(spelled(small)).isGreaterThanOrEqualTo(MANY);
  }

  @Test
  void tooLongIsSaidWhenReadingAndNotByTheDeclarationThatHappensToComeLast() {
    byte[] small = ManifestCodec.encode(Outlines.of("module m;\n" + structs()));
    byte[] bytes = ManifestMutator.withLongString(small, 300_000);
    assertThatThrownBy(() -> ManifestCodec.decode(bytes, "unit.pink"))
        .isInstanceOf(ManifestFormatException.class)
        .hasMessageContaining("its names and strings are too long");
  }

  @Test
  void aLongNameMayBeUsedOftenByWhatAPersonWrites() throws Exception {
    String text = "module m;\nexport fn f(" + ("x: " + "z".repeat(2_000) + ",").repeat(MANY) + ");";
    Manifest manifest = ManifestCodec.decode(ManifestCodec.encode(Outlines.of(text)), "unit.pink");
    ManifestDeclaration declaration = manifest.find("f");
    assertThat(declaration).isNotNull();
    assertThat(length(declaration.tree())).isGreaterThan(2_000L * MANY);
  }

  @Test
  void aLiteralAsLongAsItLikesIsNoDamage() throws Exception {
    String literal = "é".repeat(10 << 20);
    String text = "module m;\nexport const c: []Byte := \"" + literal + "\";";
    Manifest manifest = ManifestCodec.decode(ManifestCodec.encode(Outlines.of(text)), "unit.pink");
    ManifestDeclaration declaration = manifest.find("c");
    assertThat(declaration).isNotNull();
    assertThat(length(declaration.tree())).isGreaterThan(20 << 20);
  }

  /** How much all trees spell out; nothing where the bytes are refused. */
  private static long spelled(byte[] bytes) {
    Manifest manifest;
    try {
      manifest = ManifestCodec.decode(bytes, "unit.pink");
    } catch (ManifestFormatException refused) {
      return 0;
    }
    long length = manifest.imports().stream().mapToLong(ManifestSpellingTest::length).sum();
    for (ManifestDeclaration declaration : manifest.declarations()) {
      try {
        length += length(declaration.tree());
      } catch (DamagedManifestException damage) {
        assertThat(damage).hasMessageContaining("too long");
      }
    }
    return length;
  }

  private static long length(Node tree) {
    Meter meter = new Meter();
    new PostorderWriter(meter).write(tree);
    return meter.length;
  }

  private static final class Meter implements NodeSink {
    private long length;

    @Override
    public void text(String text) {
      length += text.length();
    }

    @Override
    public void bytes(String bytes) {
      length += bytes.length();
    }

    @Override
    public void kind(NodeKind kind) {}

    @Override
    public void number(long value) {}

    @Override
    public void documentation(@Nullable Documentation documentation) {}

    @Override
    public void span(int start, int end) {}
  }
}
