package org.pinklang.frontend.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.Referent;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.testdata.FrontEnd;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.tree.NodeParts;

/** The texts of a program, indexed, and what must hold of the answers about them. */
final class IndexedProgram {
  private static final int QUESTIONS = 12;

  private final Map<String, UnitIndex> indexes = new LinkedHashMap<>();

  IndexedProgram(List<SourceText> texts) {
    BuildFacts facts = FrontEnd.facts(texts);
    for (SourceText text : texts) {
      indexes.put(text.logicalName(), UnitIndex.of(QueriedUnit.of(text, facts)));
    }
  }

  void checkOccurrences() {
    indexes.values().forEach(this::checkOccurrences);
  }

  private void checkOccurrences(UnitIndex index) {
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
        .filter(IndexedProgram::importsAreThere)
        .forEach(IndexedProgram::checkThatAllNamesAreKnown);
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
    indexes.values().forEach(IndexedProgram::checkCompletions);
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
    checkAbove(index, text.lineStart(text.line(use.span().start())), UnitIndex.of(unit));
    assertThat(Completion.at(unit, use.span().end(), List.of()).items())
        .as("at %s of %s", text.position(use.span().end()), typed)
        .extracting(CompletionItem::name)
        .contains(textAt(index, use.span()));
  }

  /** What stands above an unfinished line stands for what it did, as far as that is above too. */
  private static void checkAbove(UnitIndex index, int end, UnitIndex typed) {
    for (Occurrence one : index.occurrences()) {
      Location location = index.definition(one.referent());
      boolean isAbove =
          location == null
              || !location.file().equals(index.unit().text().logicalName())
              || location.whole().end() <= end;
      if (one.span().end() <= end && isAbove) {
        assertThat(typed.occurrenceAt(one.span().start())).isEqualTo(one);
      }
    }
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
    int step = Math.max(1, uses.size() / QUESTIONS);
    return IntStream.range(0, uses.size()).filter(i -> i % step == 0).mapToObj(uses::get).toList();
  }
}
