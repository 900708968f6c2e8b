package org.pinklang.api;

import java.util.List;
import java.util.Optional;
import org.pinklang.frontend.source.ColumnUnit;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.modules.build.BuiltUnit;

/**
 * What an editor asks about one unit of a session: its text at the moment in which the session was
 * asked for it, among the other units as the last run knew them. Answers come also for broken
 * texts, as far as these can be understood.
 *
 * <p>Immutable: later edits and runs change no answer, and it keeps what it needs of the session in
 * memory. Safe for any number of threads; the first questions about a text take the time of
 * checking it.
 *
 * <p>Offsets are byte offsets into the UTF-8 text, from 0 to its length; {@link #offset} finds
 * those of lines and columns.
 */
public final class SessionUnit {
  private final SessionProgram program;
  private final CompilationResult result;
  private final BuiltUnit unit;
  private final SourceText text;

  SessionUnit(SessionProgram program, CompilationResult result, BuiltUnit unit, SourceText text) {
    this.program = program;
    this.result = result;
    this.unit = unit;
    this.text = text;
  }

  /** Its logical name. */
  public String name() {
    return unit.logicalName();
  }

  /** Whether the last run has seen this very text. */
  public boolean isCurrent() {
    return text.hash().equals(unit.text().hash());
  }

  /**
   * The offset of a line and column, both from 1, columns in Unicode scalar values, or of the
   * nearest place there is.
   */
  public int offset(int line, int column) {
    return queries().offset(line, column, ColumnUnit.CODE_POINT);
  }

  /**
   * What is wrong with the text, ordered by position and code: what the last run found, or where
   * the text is newer, what checking it alone finds.
   */
  public List<Diagnostic> diagnostics() {
    return isCurrent()
        ? result.diagnostics().stream().filter(one -> one.range().file().equals(name())).toList()
        : program.check(result.built(), text);
  }

  /** What the name at an offset stands for. */
  public Optional<Symbol> symbolAt(int offset) {
    return queries().symbol(checked(offset));
  }

  /**
   * The type at an offset: of the name there, narrowed where it is, else of the smallest expression
   * or written type around it. Empty between tokens, and where the type is not known.
   */
  public Optional<TypedRange> typeAt(int offset) {
    return queries().type(checked(offset));
  }

  /**
   * Where what the name at an offset stands for is declared, in whichever unit; of a function that
   * is declared in one unit and defined in another, the definition. Empty for what is predeclared
   * or missing.
   */
  public Optional<Definition> definition(int offset) {
    return symbolAt(offset).flatMap(queries()::definition);
  }

  /**
   * Where the user's units name what the name at an offset stands for, declarations included,
   * ordered by logical name and place.
   */
  public List<Reference> references(int offset) {
    return symbolAt(offset).map(symbol -> program.references(result, symbol)).orElse(List.of());
  }

  /** What the text declares, in its order. */
  public List<OutlineEntry> outline() {
    return queries().outline();
  }

  /** What can be written at an offset. */
  public Completions completion(int offset) {
    return queries().completions(checked(offset), program.modules());
  }

  private int checked(int offset) {
    if (offset < 0 || offset > text.length()) {
      throw new IllegalArgumentException(
          "the text of `%s` has no offset %d, only 0 to %d"
              .formatted(name(), offset, text.length()));
    }
    return offset;
  }

  private UnitQueries queries() {
    return program.queries(result, text);
  }
}
