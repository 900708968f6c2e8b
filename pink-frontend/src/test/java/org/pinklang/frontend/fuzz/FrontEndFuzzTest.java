package org.pinklang.frontend.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.parse.HeadScanner;
import org.pinklang.frontend.parse.ParseResult;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.testdata.FrontEnd;
import org.pinklang.frontend.testdata.TestData;
import org.pinklang.frontend.tree.RandomTrees;
import org.pinklang.frontend.tree.TreePlaces;
import org.pinklang.frontend.tree.TreePrinter;
import org.pinklang.frontend.tree.UnitTree;

/**
 * No text makes the front end throw. {@code -Dpink.fuzz=200000} runs that many texts, {@code
 * -Dpink.fuzz.seed} others.
 */
class FrontEndFuzzTest {
  private static final int USUAL_COUNT = 3_000;
  private static final int RANDOM_TREES = 100;

  @Test
  void spoiltTextsEndInDiagnosticsAndNeverInExceptions() throws Exception {
    TextMutator mutator = new TextMutator(seeds(), Long.getLong("pink.fuzz.seed", 1));
    int count = Integer.getInteger("pink.fuzz", USUAL_COUNT);
    for (int i = 0; i < count; i++) {
      byte[] bytes = mutator.next();
      try {
        check(SourceText.ofBytes("fuzz.pink", bytes));
      } catch (RuntimeException | Error failure) {
        fail("text " + i + ": " + Base64.getEncoder().encodeToString(bytes), failure);
      }
    }
  }

  private static void check(SourceText text) {
    HeadScanner.scan(text);
    Parser.parseOutline(text);
    ParseResult parsed = Parser.parse(text);
    TreePrinter.print(parsed.tree());
    assertThat(declarations(parsed.tree()))
        .isEqualTo(declarations(Parser.parseDeepOutline(text).tree()));
    assertThat(TreePlaces.firstWrong(parsed.tree(), text.length())).isNull();
    for (Diagnostic diagnostic : FrontEnd.diagnostics(List.of(text))) {
      assertThat(diagnostic.primary().span().end()).isLessThanOrEqualTo(text.length());
      assertThat(diagnostic.message()).isNotBlank();
    }
  }

  /** What a text declares must not depend on whether its bodies are read. */
  private static List<String> declarations(UnitTree tree) {
    return tree.declarations().stream()
        .map(declaration -> declaration.getClass() + " " + declaration.name() + declaration.span())
        .toList();
  }

  private static List<byte[]> seeds() throws Exception {
    List<byte[]> seeds = new ArrayList<>();
    for (Path file : TestData.files("")) {
      seeds.add(Files.readAllBytes(file));
    }
    for (int i = 0; i < RANDOM_TREES; i++) {
      String text = TreePrinter.print(new RandomTrees(i, 5).unit());
      seeds.add(text.getBytes(StandardCharsets.UTF_8));
    }
    return seeds;
  }
}
