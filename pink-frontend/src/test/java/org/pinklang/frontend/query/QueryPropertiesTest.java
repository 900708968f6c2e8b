package org.pinklang.frontend.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.fuzz.TextMutator;
import org.pinklang.frontend.generate.GeneratedProgram;
import org.pinklang.frontend.generate.Programs;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.testdata.FrontEnd;
import org.pinklang.frontend.testdata.TestCase;
import org.pinklang.frontend.testdata.TestData;

/** What holds of the answers about every text. */
class QueryPropertiesTest {
  private static final int SPOILT_TEXTS = 500;

  @TestFactory
  Stream<DynamicTest> definitionsAndReferencesAgree() {
    return TestData.tests(
        "",
        testCase ->
            FrontEnd.onDeepStack(
                () -> {
                  new IndexedProgram(testCase.texts()).checkOccurrences();
                  return true;
                }));
  }

  @TestFactory
  Stream<DynamicTest> everyNameOfARightProgramStandsForSomething() {
    return right().map(file -> test(file, program -> program.checkThatAllNamesAreKnown()));
  }

  @TestFactory
  Stream<DynamicTest> whatARightProgramSaysIsAmongTheCompletionsThere() {
    return right().map(file -> test(file, program -> program.checkCompletions()));
  }

  @TestFactory
  Stream<DynamicTest> whatIsTypedIsAmongTheCompletionsWhereTheTextEnds() {
    return right().map(file -> test(file, program -> program.checkTyping(text -> -1)));
  }

  @TestFactory
  Stream<DynamicTest> whatIsTypedIsAmongTheCompletionsWhereTheLineEnds() {
    return right()
        .map(file -> test(file, program -> program.checkTyping(rest -> rest.indexOf('\n'))));
  }

  @Test
  void noTextMakesAnAnswerThrow() throws Exception {
    List<byte[]> seeds = new ArrayList<>();
    for (Path file : TestData.files("")) {
      seeds.add(Files.readAllBytes(file));
    }
    TextMutator mutator = new TextMutator(seeds, Long.getLong("pink.fuzz.seed", 1));
    Random random = new Random(Long.getLong("pink.fuzz.seed", 1));
    int count = Integer.getInteger("pink.fuzz", SPOILT_TEXTS);
    FrontEnd.onDeepStack(
        () -> {
          for (int i = 0; i < count; i++) {
            byte[] bytes = i % 2 == 0 ? mutator.next() : truncated(seeds, random);
            askAnything(SourceText.ofBytes("fuzz.pink", bytes), random);
          }
          return true;
        });
  }

  private static byte[] truncated(List<byte[]> seeds, Random random) {
    byte[] seed = seeds.get(random.nextInt(seeds.size()));
    return Arrays.copyOf(seed, random.nextInt(seed.length + 1));
  }

  private static void askAnything(SourceText text, Random random) {
    int offset = text.length();
    try {
      BuildFacts facts = FrontEnd.facts(List.of(text));
      QueriedUnit unit = QueriedUnit.of(text, facts);
      UnitIndex index = UnitIndex.of(unit);
      Outline.of(unit.tree());
      for (int i = 0; i < 4; i++) {
        askAt(index, offset);
        offset = random.nextInt(text.length() + 1);
      }
    } catch (RuntimeException | Error failure) {
      fail("at " + offset + " of " + text.text(0, text.length()), failure);
    }
  }

  private static void askAt(UnitIndex index, int offset) {
    index.typeAt(offset);
    Symbol symbol = index.symbolAt(offset);
    if (symbol != null) {
      assertThat(index.references(symbol.referent())).isNotEmpty();
      index.definition(symbol.referent());
    }
    Completion.at(index.unit(), offset, List.of());
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void allHoldsOfGeneratedPrograms(@ForAll("programs") GeneratedProgram generated) {
    FrontEnd.onDeepStack(
        () -> {
          IndexedProgram program = new IndexedProgram(generated.units());
          program.checkOccurrences();
          program.checkThatAllNamesAreKnown();
          program.checkCompletions();
          return true;
        });
  }

  @Property(tries = 50, shrinking = ShrinkingMode.OFF)
  void definitionsAndReferencesAgreeInDamagedPrograms(@ForAll("damaged") List<SourceText> texts) {
    FrontEnd.onDeepStack(
        () -> {
          new IndexedProgram(texts).checkOccurrences();
          return true;
        });
  }

  @Provide
  Arbitrary<GeneratedProgram> programs() {
    return Programs.valid(4);
  }

  @Provide
  Arbitrary<List<SourceText>> damaged() {
    return Programs.damaged(4);
  }

  private static Stream<Path> right() {
    return Stream.concat(
            TestData.files("").stream().filter(file -> file.toString().contains("/right/")),
            TestData.files("run").stream())
        .filter(file -> !file.toString().contains("/syntax/"));
  }

  private static DynamicTest test(Path file, Consumer<IndexedProgram> check) {
    return DynamicTest.dynamicTest(
        TestData.root().relativize(file).toString(),
        () ->
            FrontEnd.onDeepStack(
                () -> {
                  check.accept(new IndexedProgram(TestCase.read(file).texts()));
                  return true;
                }));
  }
}
