package org.pinklang.frontend.query;

import java.util.Collection;
import java.util.List;
import org.pinklang.frontend.parse.TextPlace;

/**
 * What can be written at a place of a text. The parser and the checker say it: they read the text
 * with a name in place of the word there that nothing has, and tell what they take it for and what
 * is in scope. So it works wherever the parser finds its way, and with the language's own rules.
 */
public final class Completion {
  private Completion() {}

  /**
   * The completions at an offset. Parses the text once more and checks the one declaration there;
   * wants the stack of a check. A pure function.
   *
   * @param offset from 0 to the length of the text; any other is taken for the nearest of these
   * @param modules names of modules that could be imported besides those of the build
   */
  public static CompletionList at(QueriedUnit unit, int offset, Collection<String> modules) {
    int at = Math.max(0, Math.min(offset, unit.text().length()));
    TextPlace place = TextPlace.at(unit.text(), at);
    if (place.kind() != TextPlace.Kind.CODE) {
      return new CompletionList(place.word(), List.of());
    }
    MarkedUnit marked = MarkedUnit.of(unit, place.word());
    CompletionPlace kind = CompletionPlace.of(marked, place);
    if (kind instanceof CompletionPlace.Lost) {
      marked = MarkedUnit.ofStatement(unit, place.word(), place.operandStart());
      kind = CompletionPlace.found(marked, place);
    }
    CompletionItems items = new CompletionItems(marked, ProbeRecord.of(marked), modules);
    switch (kind) {
      case CompletionPlace.Lost lost -> {}
      case CompletionPlace.Nothing nothing -> {}
      case CompletionPlace.TopLevel top -> items.topLevel(place);
      case CompletionPlace.AfterOperand after ->
          items.keywords(CompletionKeywords.afterOperand(place));
      case CompletionPlace.Value value -> {
        items.values();
        items.keywords(
            value.beginsTerm()
                ? CompletionKeywords.terms(value.inLoop(), place)
                : CompletionKeywords.values());
      }
      case CompletionPlace.Type type -> items.types();
      case CompletionPlace.Qualified name -> items.qualified(name.qualifier(), name.type());
      case CompletionPlace.Member member -> items.members(member.chain());
      case CompletionPlace.LiteralField field -> items.fields(field.literal());
      case CompletionPlace.MatchArm arm -> items.alternatives(arm.match());
      case CompletionPlace.ModuleSegment segment -> items.modules(segment.before());
      case CompletionPlace.Partition partition -> items.partitions();
      case CompletionPlace.Listed listed -> items.listed(listed.declaration(), listed.module());
    }
    return new CompletionList(place.word(), items.list());
  }
}
