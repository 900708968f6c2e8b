package org.pinklang.api;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.diagnostic.SourceNames;
import org.pinklang.frontend.query.Completion;
import org.pinklang.frontend.query.CompletionList;
import org.pinklang.frontend.query.Location;
import org.pinklang.frontend.query.Occurrence;
import org.pinklang.frontend.query.Outline;
import org.pinklang.frontend.query.QueriedUnit;
import org.pinklang.frontend.query.UnitIndex;
import org.pinklang.frontend.source.ColumnUnit;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.modules.build.BuildResult;
import org.pinklang.modules.codec.DamagedManifestException;

/**
 * The answers to an editor's questions about one text of a finished build. Made anew when the text
 * or the build changes. Safe for any number of threads; what is long is done when it is first asked
 * for, on a thread with a large stack that ends before the answer is given.
 *
 * <p>Offsets are byte offsets into the UTF-8 text, from 0 to its length; {@link #offset} finds
 * those of lines and columns.
 */
final class UnitQueries {
  private final SourceText text;
  private final SourceNames names;
  private final Supplier<QueriedUnit> source;
  private volatile @Nullable QueriedUnit unit;
  private volatile @Nullable UnitIndex index;

  private UnitQueries(SourceText text, SourceNames names, Supplier<QueriedUnit> source) {
    this.text = text;
    this.names = names;
    this.source = source;
  }

  /**
   * Questions about a text as it is now, which may be newer than the build.
   *
   * @param text with the unit's logical name
   * @param facts of the build; not changed
   * @param names where the lines of the build's texts are
   */
  static UnitQueries of(SourceText text, BuildFacts facts, SourceNames names) {
    return new UnitQueries(text, names, () -> QueriedUnit.of(text, facts));
  }

  /** Questions about a text as it is now, which may be newer than a build, for its target. */
  static UnitQueries of(SourceText text, BuildResult built, DataModel model) {
    return of(
        text,
        new BuildFacts(built.answers(), model),
        new SourceNames(built.texts(), built.lines(), UnaryOperator.identity()));
  }

  /**
   * Questions about a text whose tree is at hand.
   *
   * @param unit with the facts of the build for this text and no other, which nothing else is
   *     computed with
   */
  static UnitQueries of(QueriedUnit unit, SourceNames names) {
    return new UnitQueries(unit.text(), names, () -> unit);
  }

  /** The offset of a line and column, both from 1, or of the nearest place there is. */
  int offset(int line, int column, ColumnUnit unit) {
    return text.offset(new LinePosition(line, column), unit);
  }

  /** What the name at an offset stands for. */
  Optional<Symbol> symbol(int offset) {
    return find(() -> index().symbolAt(offset)).map(Symbol::new);
  }

  /**
   * The type at an offset: of the name there, narrowed where it is, else of the smallest expression
   * or written type around it. Empty between tokens, and where the type is not known.
   */
  Optional<TypedRange> type(int offset) {
    return find(() -> index().typeAt(offset))
        .filter(typed -> typed.type() != PinkType.Erroneous.ERRONEOUS)
        .map(
            typed ->
                new TypedRange(range(text.logicalName(), typed.span()), typed.type().display()));
  }

  /**
   * Where a symbol is declared, in this text or, as its manifest tells, in another; of a function
   * that another unit of its module defines, the definition. Empty for what is predeclared or
   * missing, and for a local of another unit.
   */
  Optional<Definition> definition(Symbol symbol) {
    return find(() -> index().definition(symbol.referent())).map(this::definition);
  }

  private Definition definition(Location location) {
    return new Definition(
        range(location.file(), location.name()), range(location.file(), location.whole()));
  }

  /**
   * Where this text names a symbol, in its order, declarations included. All references are those
   * of all texts together.
   */
  List<Reference> references(Symbol symbol) {
    return ask(() -> index().references(symbol.referent()), List.<Occurrence>of()).stream()
        .map(one -> new Reference(range(text.logicalName(), one.span()), one.declares()))
        .toList();
  }

  /** What the text declares, in its order. */
  List<OutlineEntry> outline() {
    return DeepStack.call(() -> Outline.of(unit().tree())).stream().map(this::entry).toList();
  }

  private OutlineEntry entry(org.pinklang.frontend.query.OutlineEntry entry) {
    return new OutlineEntry(
        SymbolKind.of(entry.kind()),
        entry.name(),
        entry.detail(),
        entry.documentation(),
        entry.exported(),
        range(text.logicalName(), entry.whole()),
        range(text.logicalName(), entry.nameSpan()),
        entry.children().stream().map(this::entry).toList());
  }

  /**
   * What can be written at an offset.
   *
   * @param modules names of modules that could be imported besides those of the build
   */
  Completions completions(int offset, Collection<String> modules) {
    CompletionList list =
        ask(
            () -> Completion.at(unit(), offset, modules),
            new CompletionList(new Span(0, 0), List.of()));
    return new Completions(
        range(text.logicalName(), list.replaced()),
        list.items().stream()
            .map(
                item ->
                    new CompletionItem(
                        item.name(),
                        SymbolKind.of(item.kind()),
                        item.detail(),
                        item.documentation(),
                        item.insertText()))
            .toList());
  }

  private static <T> Optional<T> find(Supplier<@Nullable T> question) {
    return ask(() -> Optional.ofNullable(question.get()), Optional.<T>empty());
  }

  /**
   * Asks on a deep stack.
   *
   * @param otherwise the answer where a stored manifest turns out to be damaged, which the build
   *     tells of
   */
  private static <T> T ask(Supplier<T> question, T otherwise) {
    try {
      return DeepStack.call(question);
    } catch (DamagedManifestException damage) {
      return otherwise;
    }
  }

  private QueriedUnit unit() {
    QueriedUnit known = unit;
    if (known == null) {
      known = source.get();
      unit = known;
    }
    return known;
  }

  private UnitIndex index() {
    UnitIndex known = index;
    if (known == null) {
      known = UnitIndex.of(unit());
      index = known;
    }
    return known;
  }

  private SourceRange range(String file, Span span) {
    LinePosition start = position(file, span.start());
    LinePosition end = position(file, span.end());
    return new SourceRange(file, start.line(), start.column(), end.line(), end.column());
  }

  private LinePosition position(String file, int offset) {
    return file.equals(text.logicalName())
        ? text.position(offset)
        : names.position(file, offset, ColumnUnit.CODE_POINT);
  }
}
