package org.pinklang.frontend.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.Referent;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.testdata.FrontEnd;

/** Answers the questions in some texts, as lines of text. */
final class Answers {
  private final Map<String, SourceText> texts = new HashMap<>();
  private final Map<String, UnitIndex> indexes = new HashMap<>();
  private final StringBuilder lines = new StringBuilder();

  private Answers() {}

  static String to(List<SourceText> marked) {
    return FrontEnd.onDeepStack(() -> new Answers().answer(marked));
  }

  private String answer(List<SourceText> marked) {
    List<MarkedText> asked = marked.stream().map(MarkedText::of).toList();
    List<SourceText> plain = asked.stream().map(MarkedText::text).toList();
    BuildFacts facts = FrontEnd.facts(plain);
    for (SourceText text : plain) {
      texts.put(text.logicalName(), text);
      indexes.put(text.logicalName(), UnitIndex.of(QueriedUnit.of(text, facts)));
    }
    for (MarkedText text : asked) {
      for (MarkedText.Question question : text.questions()) {
        lines.append(place(text.text(), question.offset())).append(' ');
        lines.append(question.kind()).append('\n');
        answer(index(text.text().logicalName()), question);
      }
    }
    return lines.toString();
  }

  private UnitIndex index(String file) {
    return Objects.requireNonNull(indexes.get(file));
  }

  private void answer(UnitIndex index, MarkedText.Question question) {
    int offset = question.offset();
    switch (question.kind()) {
      case "symbol" -> symbol(index, index.symbolAt(offset));
      case "type" -> type(index.typeAt(offset), index);
      case "refs" -> references(index, offset);
      case "complete" -> complete(Completion.at(index.unit(), offset, List.of()), false);
      case "names" -> complete(Completion.at(index.unit(), offset, List.of()), true);
      case "outline" -> outline(Outline.of(index.unit().tree()), index.unit().text(), 1);
      default -> throw new IllegalArgumentException(question.kind());
    }
  }

  private void symbol(UnitIndex index, @Nullable Symbol symbol) {
    if (symbol == null) {
      line("nothing");
      return;
    }
    line(symbol.kind() + " " + symbol.hover().replace("\n\n", " // ").replace("\n", " / "));
    Location location = index.definition(symbol.referent());
    line(location == null ? "declared nowhere" : "declared at " + place(location));
  }

  private void type(@Nullable TypedSpan typed, UnitIndex index) {
    SourceText text = index.unit().text();
    line(
        typed == null
            ? "nothing"
            : text.text(typed.span().start(), typed.span().end()).replaceAll("\\s+", " ")
                + " : "
                + typed.type().display());
  }

  private void references(UnitIndex index, int offset) {
    Occurrence at = index.occurrenceAt(offset);
    if (at == null) {
      line("nothing");
      return;
    }
    Referent referent = at.referent();
    texts.keySet().stream()
        .sorted()
        .flatMap(
            file ->
                index(file).references(referent).stream()
                    .map(
                        one ->
                            place(index(file).unit().text(), one.span().start())
                                + (one.declares() ? " declares" : "")))
        .forEach(this::line);
  }

  private void complete(CompletionList list, boolean namesOnly) {
    if (namesOnly) {
      line(String.join(" ", list.items().stream().map(CompletionItem::insertText).toList()));
      return;
    }
    for (CompletionItem item : list.items()) {
      boolean plain = item.insertText().equals(item.name());
      String inserted = plain ? item.name() : item.name() + " as `" + item.insertText() + "`";
      String detail = item.detail().isEmpty() ? "" : " | " + item.detail();
      String comment = item.documentation().isEmpty() ? "" : " // " + item.documentation();
      line(item.kind() + " " + inserted + detail + comment);
    }
  }

  private void outline(List<OutlineEntry> entries, SourceText text, int depth) {
    for (OutlineEntry entry : entries) {
      String comment = entry.documentation().isEmpty() ? "" : " // " + entry.documentation();
      line(
          "  ".repeat(depth - 1)
              + entry.kind()
              + " "
              + entry.name()
              + " | "
              + entry.detail()
              + " "
              + range(text, entry.whole())
              + " name "
              + range(text, entry.nameSpan())
              + (entry.exported() ? " exported" : "")
              + comment);
      outline(entry.children(), text, depth + 1);
    }
  }

  private void line(String line) {
    lines.append("  ").append(line).append('\n');
  }

  private String place(Location location) {
    SourceText text = texts.get(location.file());
    return text == null ? location.toString() : place(text, location.name().start());
  }

  private static String place(SourceText text, int offset) {
    LinePosition position = text.position(offset);
    return text.logicalName() + ":" + position.line() + ":" + position.column();
  }

  private static String range(SourceText text, Span span) {
    LinePosition start = text.position(span.start());
    LinePosition end = text.position(span.end());
    return start.line() + ":" + start.column() + "-" + end.line() + ":" + end.column();
  }
}
