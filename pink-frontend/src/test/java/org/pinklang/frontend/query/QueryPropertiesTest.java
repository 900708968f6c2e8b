package org.pinklang.frontend.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.Referent;
import org.pinklang.frontend.fuzz.TextMutator;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.testdata.FrontEnd;
import org.pinklang.frontend.testdata.TestCase;
import org.pinklang.frontend.testdata.TestData;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.tree.NodeParts;

/** What holds of the answers about every text. */
class QueryPropertiesTest {
  private static final int SPOILT_TEXTS = 1_500;
  private static final int COMPLETIONS_OF_A_PROGRAM = 12;

  @TestFactory
  Stream<DynamicTest> definitionsAndReferencesAgree() {
    return TestData.tests(
        "",
        testCase ->
            FrontEnd.onDeepStack(
                () -> {
                  Program program = new Program(testCase);
                  program.indexes.values().forEach(program::checkOccurrences);
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

  private static Stream<Path> right() {
    return Stream.concat(
            TestData.files("").stream().filter(file -> file.toString().contains("/right/")),
            TestData.files("run").stream())
        .filter(file -> !file.toString().contains("/syntax/"));
  }

  private static DynamicTest test(Path file, Consumer<Program> check) {
    return DynamicTest.dynamicTest(
        TestData.root().relativize(file).toString(),
        () ->
            FrontEnd.onDeepStack(
                () -> {
                  check.accept(new Program(TestCase.read(file)));
                  return true;
                }));
  }

  /** The texts of one case, indexed. */
  private static final class Program {
    private final Map<String, UnitIndex> indexes = new LinkedHashMap<>();

    Program(TestCase testCase) {
      BuildFacts facts = FrontEnd.facts(testCase.texts());
      for (SourceText text : testCase.texts()) {
        indexes.put(text.logicalName(), UnitIndex.of(QueriedUnit.of(text, facts)));
      }
    }

    void checkOccurrences(UnitIndex index) {
      for (Occurrence one : index.occurrences()) {
        Referent referent = one.referent();
        assertThat(index.references(referent)).contains(one);
        assertThat(index.occurrenceAt(one.span().start())).isEqualTo(one);
        assertThat(index.describe(referent).referent()).isEqualTo(referent);
        Location location = index.definition(referent);
        if (location != null) {
          checkDefinition(location, referent);
        }
      }
    }

    private void checkDefinition(Location location, Referent referent) {
      UnitIndex index = indexes.get(location.file());
      if (index == null || referent instanceof Referent.Unit) {
        return;
      }
      assertThat(textAt(index, location.name())).isEqualTo(referent.name());
      Occurrence declaration = index.occurrenceAt(location.name().start());
      assertThat(declaration).as("declaration of %s", referent).isNotNull();
      assertThat(declaration.declares()).isTrue();
      assertThat(declaration.referent()).isEqualTo(referent);
    }

    private static String textAt(UnitIndex index, Span span) {
      return index.unit().text().text(span.start(), span.end());
    }

    void checkThatAllNamesAreKnown() {
      indexes.values().stream()
          .filter(Program::importsAreThere)
          .forEach(Program::checkThatAllNamesAreKnown);
    }

    /** Whether all modules are among the texts of the case, which the standard ones never are. */
    private static boolean importsAreThere(UnitIndex index) {
      return index.occurrences().stream()
          .map(Occurrence::referent)
          .noneMatch(one -> one instanceof Referent.Unit && index.definition(one) == null);
    }

    private static void checkThatAllNamesAreKnown(UnitIndex index) {
      List<Node> names = new ArrayList<>();
      index.unit().tree().imports().forEach(one -> collect(one, names));
      index.unit().tree().declarations().forEach(one -> collect(one, names));
      for (Node name : names) {
        Occurrence found = index.occurrenceAt(name.start());
        assertThat(found)
            .as("%s at %s", textAt(index, name.span()), index.unit().text().position(name.start()))
            .isNotNull();
        assertThat(found.span()).isEqualTo(name.span());
      }
    }

    private static void collect(Node node, List<Node> names) {
      if (node instanceof ModuleName) {
        names.add(node);
      } else if (node instanceof Identifier name) {
        if (!name.isDiscard()) {
          names.add(name);
        }
      } else {
        new NodeParts(part -> collect(part, names)).of(node);
      }
    }

    void checkCompletions() {
      indexes.values().forEach(Program::checkCompletions);
    }

    /**
     * Asks at names behind which the text is not written yet.
     *
     * @param next where in the rest of the text goes on what is written; negative for nowhere
     */
    void checkTyping(ToIntFunction<String> next) {
      for (UnitIndex index : indexes.values()) {
        for (Occurrence use : uses(index)) {
          if (!isDeclaredBelow(index, use)) {
            checkTyping(index, use, next);
          }
        }
      }
    }

    /** Whether a name is declared in a part of the text that will be missing. */
    private static boolean isDeclaredBelow(UnitIndex index, Occurrence use) {
      Location location = index.definition(use.referent());
      return location != null
          && location.file().equals(index.unit().text().logicalName())
          && location.name().start() > use.span().start();
    }

    private static void checkTyping(UnitIndex index, Occurrence use, ToIntFunction<String> next) {
      SourceText text = index.unit().text();
      String rest = text.text(use.span().end(), text.length());
      int goesOn = next.applyAsInt(rest);
      String left = goesOn < 0 ? "" : rest.substring(goesOn);
      String typed = text.text(0, use.span().end()) + left;
      QueriedUnit unit =
          QueriedUnit.of(SourceText.of(text.logicalName(), typed), index.unit().build());
      assertThat(Completion.at(unit, use.span().end(), List.of()).items())
          .as("at %s of %s", text.position(use.span().end()), typed)
          .extracting(CompletionItem::name)
          .contains(textAt(index, use.span()));
    }

    private static void checkCompletions(UnitIndex index) {
      for (Occurrence use : uses(index)) {
        CompletionList list = Completion.at(index.unit(), use.span().end(), List.of());
        assertThat(list.replaced()).isEqualTo(use.span());
        assertThat(list.items())
            .as("at %s", index.unit().text().position(use.span().end()))
            .extracting(CompletionItem::name)
            .contains(textAt(index, use.span()));
      }
    }

    /** Some of the names that are used. */
    private static List<Occurrence> uses(UnitIndex index) {
      List<Occurrence> uses =
          index.occurrences().stream()
              .filter(one -> !one.declares() && !(one.referent() instanceof Referent.Unit))
              .filter(one -> index.describe(one.referent()).kind() != SymbolKind.UNRESOLVED)
              .toList();
      int step = Math.max(1, uses.size() / COMPLETIONS_OF_A_PROGRAM);
      return IntStream.range(0, uses.size())
          .filter(i -> i % step == 0)
          .mapToObj(uses::get)
          .toList();
    }
  }
}
