package org.pinklang.modules.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.parse.HeadScan;
import org.pinklang.frontend.parse.HeadScanner;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.modules.source.SourceFile;

class HeadReaderTest {
  private static final String HEAD =
      "module a.b;\nimport c { d, e };\nexport import :f; // \u2192\n";

  /** A text that counts how many of its bytes are read. */
  private static final class CountedText implements SourceFile.Content {
    private final byte[] bytes;
    private long read;

    private CountedText(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public byte[] read() {
      throw new AssertionError("the whole text is read");
    }

    @Override
    public InputStream open() {
      return new FilterInputStream(new ByteArrayInputStream(bytes)) {
        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          // As a file system may, gives less than was asked for.
          int count = super.read(buffer, offset, Math.min(length, 1_000));
          read += Math.max(0, count);
          return count;
        }
      };
    }

    private SourceFile file() {
      return new SourceFile("text", "a.pink", "a.pink", Optional.empty(), this);
    }
  }

  private static HeadReader.Head read(CountedText text, int firstBlock) {
    try {
      return new HeadReader(firstBlock).read(text.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CountedText text(String text) {
    return new CountedText(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aBodyOfManyMegabytesIsNotRead() {
    CountedText text = text(HEAD + "fn f() {}\n".repeat(1_000_000));
    HeadReader.Head head = read(text, HeadReader.FIRST_BLOCK);
    assertThat(head.scan().imports()).hasSize(2);
    assertThat(text.read).isEqualTo(HeadReader.FIRST_BLOCK);
  }

  @Test
  void aLongCommentBeforeTheHeadIsReadAndLittleMore() {
    for (String comment :
        new String[] {"/* " + "x\u20AC".repeat(100_000) + " */", "// y\n".repeat(80_000)}) {
      CountedText text = text("\uFEFF" + comment + HEAD + "fn f() {}\n".repeat(1_000_000));
      HeadReader.Head head = read(text, HeadReader.FIRST_BLOCK);
      assertThat(head.scan().imports()).hasSize(2);
      assertThat(head.scan().diagnostics()).isEmpty();
      assertThat(text.read).isLessThan(2L * comment.getBytes(StandardCharsets.UTF_8).length);
    }
  }

  @Test
  void aTextThatIsAllHeadIsReadToItsEnd() {
    CountedText text = text("import a;\n".repeat(10_000));
    assertThat(read(text, HeadReader.FIRST_BLOCK).scan().imports()).hasSize(10_000);
    assertThat(text.read).isEqualTo(100_000);
  }

  @Test
  void theLineOfAnErrorIsReadToItsEnd() {
    CountedText text =
        text("import 5" + " ".repeat(10_000) + "x;\n" + "fn f() {}\n".repeat(100_000));
    HeadReader.Head head = read(text, 16);
    assertThat(head.scan().diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(SyntaxCode.EXPECTED_NAME);
    assertThat(head.beginning().lineCount()).isGreaterThan(1);
    assertThat(text.read).isLessThan(40_000);
  }

  @Test
  void bytesThatAreNotUtf8InTheHeadAreReported() {
    byte[] bytes = (HEAD + "import x" + "fn f() {}\n".repeat(100)).getBytes(StandardCharsets.UTF_8);
    bytes[HEAD.getBytes(StandardCharsets.UTF_8).length + 7] = (byte) 0xC3;
    assertThat(read(new CountedText(bytes), 8).scan().diagnostics())
        .extracting(Diagnostic::code)
        .contains(SyntaxCode.INVALID_UTF8);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "module a;\n",
            "import b;",
            "import b { c };\n",
            "// \u20AC \u00E9\n",
            "/* /* \u2192 */ */",
            "\uFEFF",
            "export import :p;",
            "fn f() {}\n",
            "\u00E4",
            ";",
            "}",
            "\"s\"",
            "1.5e3",
            " ",
            "\n")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }

  @Property(tries = 500)
  void blocksOfAnySizeGiveTheHeadOfTheWholeText(
      @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 64) int firstBlock) {
    HeadScan whole = HeadScanner.scan(SourceText.of("a.pink", text));
    HeadReader.Head head = read(text(text), firstBlock);
    assertThat(head.scan()).isEqualTo(whole);
    assertThat(HeadScanner.scan(head.beginning())).isEqualTo(whole);
  }
}
