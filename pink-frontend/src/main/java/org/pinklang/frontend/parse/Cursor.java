package org.pinklang.frontend.parse;

import static org.pinklang.frontend.parse.TokenKind.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Documentation;
import org.pinklang.frontend.tree.Identifier;

/**
 * A place among the tokens of one text, and how errors are reported there: once a place, and after
 * one that leaves the parser lost not again until {@link #recover it knows where it is}. For one
 * thread.
 */
final class Cursor {
  final byte[] bytes;
  final SyntaxErrors errors;
  final NodeStack nodes = new NodeStack();
  final Tokens tokens;

  /** The kind of the present token. */
  byte kind;

  private final SourceText text;
  private final byte[] kinds;
  private final int[] starts;
  private final int[] ends;
  private final NameTable names = new NameTable();
  private final TokenNames tokenNames;
  private int position;
  private boolean lost;
  private int reportedAt = -1;

  Cursor(SourceText text, Tokens tokens, SyntaxErrors errors) {
    this.text = text;
    this.bytes = text.bytes();
    this.tokens = tokens;
    this.kinds = tokens.kinds;
    this.starts = tokens.starts;
    this.ends = tokens.ends;
    this.errors = errors;
    this.tokenNames = new TokenNames(text);
    this.kind = kinds[0];
    if (tokens.endReported && kind == END) {
      reportedAt = 0;
    }
  }

  // Where we are.

  int position() {
    return position;
  }

  int start() {
    return starts[position];
  }

  int end() {
    return ends[position];
  }

  /** Offset after the token taken last, 0 before the first. */
  int lastEnd() {
    return position == 0 ? starts[0] : ends[position - 1];
  }

  /** Where a node ends that starts at {@code start} and of which nothing may have been there. */
  int endFrom(int start) {
    return Math.max(start, lastEnd());
  }

  /** The kind of a token further on, or before this one where {@code distance} is negative. */
  byte peek(int distance) {
    int at = position + distance;
    return at < tokens.count ? kinds[at] : END;
  }

  /** The place of a token further on or before. */
  Span span(int distance) {
    return new Span(starts[position + distance], ends[position + distance]);
  }

  /** The kind of the token taken last. */
  byte last() {
    return position == 0 ? END : kinds[position - 1];
  }

  boolean at(byte wanted) {
    return kind == wanted;
  }

  /** Whether the token {@code distance} further on is this word. */
  boolean isWord(int distance, String word) {
    int at = position + distance;
    if (at >= tokens.count || kinds[at] != IDENTIFIER || ends[at] - starts[at] != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[starts[at] + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the present token is the first of its line. */
  boolean beginsLine() {
    for (int i = position == 0 ? 0 : ends[position - 1]; i < starts[position]; i++) {
      if (bytes[i] == '\n') {
        return true;
      }
    }
    return position == 0;
  }

  /** Whether the present token stands at the margin of its line. */
  boolean atMargin() {
    int start = starts[position];
    return start == text.contentStart() || bytes[start - 1] == '\n';
  }

  /** Whether no space lies between the token taken last and the present one. */
  boolean touchesLast() {
    return position > 0 && ends[position - 1] == starts[position];
  }

  String spelling(int from, int to) {
    return text.text(from, to);
  }

  // Going on.

  void advance() {
    if (kind != END) {
      kind = kinds[++position];
      if (kind == END && tokens.endReported) {
        reportedAt = position;
      }
    }
  }

  boolean accept(byte wanted) {
    if (kind != wanted) {
      return false;
    }
    advance();
    return true;
  }

  /** Goes to a token further on. */
  void moveTo(int target) {
    while (position < target && kind != END) {
      advance();
    }
  }

  /** Goes on as if the present token were of another kind. */
  void readAs(byte other) {
    kind = other;
    kinds[position] = other;
  }

  /** Where the tokens from a position up to the present one start. */
  List<Integer> startsFrom(int from) {
    int mark = nodes.mark();
    for (int i = from; i < position; i++) {
      nodes.push(starts[i]);
    }
    return nodes.take(mark);
  }

  /** The string of the present token. */
  String string() {
    return names.intern(bytes, starts[position], ends[position]);
  }

  /** Takes the present token as a name, whatever word it is. */
  Identifier takeName() {
    Identifier name = new Identifier(string(), starts[position], ends[position]);
    advance();
    return name;
  }

  /** A name that is not there. */
  Identifier missingName() {
    int at = lastEnd();
    return new Identifier("", at, at);
  }

  // Errors.

  /** Whether the parser does not know where it is and is silent. */
  boolean isLost() {
    return lost;
  }

  /** Goes on speaking. */
  void recover() {
    lost = false;
  }

  /** Whether an error here would be one too many. */
  boolean isSilent() {
    return lost || reportedAt == position || kind == UNKNOWN || last() == UNTERMINATED;
  }

  /** Reports an error after which the parser knows where it is. */
  void report(Diagnostic.Builder error) {
    if (!isSilent()) {
      errors.add(error);
    }
    reportedAt = position;
  }

  /** Reports an error that is not about the present token. */
  void reportElsewhere(Diagnostic.Builder error) {
    if (!lost) {
      errors.add(error);
    }
  }

  /** Reports an error after which the parser is lost. */
  void fail(Diagnostic.Builder error) {
    report(error);
    lost = true;
  }

  /** Is lost without a word: what is wrong here has been reported. */
  void failSilently() {
    lost = true;
  }

  /** Takes the present place as reported. */
  void keepSilentHere() {
    reportedAt = position;
  }

  /** An error at the present token. */
  Diagnostic.Builder here(DiagnosticCode code, String... arguments) {
    return errors.at(code, start(), end(), arguments);
  }

  /** An error at the present token, or after the last one where the present is on another line. */
  Diagnostic.Builder between(SyntaxCode code, String... arguments) {
    return position > 0 && (kind == END || beginsLine())
        ? errors.at(code, lastEnd(), lastEnd(), arguments)
        : here(code, arguments);
  }

  /** What the present token is, for a message. */
  String found() {
    return tokenNames.describe(kind, starts[position], ends[position]);
  }

  /** What the token taken last is, for a message. */
  String foundLast() {
    return position == 0
        ? "the beginning of the file"
        : tokenNames.describe(kinds[position - 1], starts[position - 1], ends[position - 1]);
  }

  /** Takes a token that must be there; returns whether it was. */
  boolean expect(byte wanted, String purpose) {
    if (accept(wanted)) {
      return true;
    }
    String token = "`" + TokenKind.spelling(wanted) + "`" + purpose;
    fail(between(SyntaxCode.EXPECTED_TOKEN, token, found()));
    return false;
  }

  /** Takes a closing bracket; where it is missing, points at the one it would have closed. */
  void close(byte closer, int opener) {
    if (accept(closer)) {
      return;
    }
    String wanted = TokenKind.spelling(closer);
    Diagnostic.Builder error =
        between(SyntaxCode.UNCLOSED, wanted, found())
            .secondary(new Span(opener, opener + 1), "this bracket is still open");
    if (followsClosed()) {
      int at = lastEnd();
      report(error.edit(new Span(at, at), wanted, "close it"));
    } else {
      fail(error);
    }
  }

  /** Whether the present token is one that a closed bracket is often followed by. */
  private boolean followsClosed() {
    return switch (kind) {
      case SEMICOLON, LEFT_BRACE, RIGHT_BRACE, END, THEN, DO, BIND, FAT_ARROW -> true;
      default -> beginsLine();
    };
  }

  /** Takes the semicolon that ends {@code what}. */
  void semicolon(String what) {
    if (optionalSemicolon()) {
      return;
    }
    int at = lastEnd();
    Diagnostic.Builder error =
        between(SyntaxCode.MISSING_SEMICOLON, what, found())
            .edit(new Span(at, at), ";", "write the semicolon");
    if (kind == COMMA && !lost) {
      report(
          here(SyntaxCode.MISSING_SEMICOLON, what, found())
              .edit(span(0), ";", "write a semicolon"));
      advance();
      lost = !beginsLine();
    } else if (lost || beginsTerm()) {
      report(error);
    } else {
      fail(error);
    }
  }

  /** Takes a semicolon where there is one: the parser knows where it is behind it. */
  boolean optionalSemicolon() {
    boolean taken = accept(SEMICOLON);
    lost &= !taken;
    return taken;
  }

  /** Whether the present token shows that a term ended before it. */
  private boolean beginsTerm() {
    boolean binding = kind == IDENTIFIER && (peek(1) == BIND || peek(1) == COLON);
    boolean ends = kind == RIGHT_BRACE || kind == END;
    return binding || ends || Recovery.beginsStatement(kind) || beginsLine();
  }

  /** All that was reported, in order. */
  List<Diagnostic> diagnostics() {
    return errors.sorted();
  }

  /** The comment that documents what begins at the present token. */
  @Nullable Documentation documentation() {
    return DocumentationReader.before(bytes, tokens, lastTokenEnd(), starts[position]);
  }

  private int lastTokenEnd() {
    return position == 0 ? 0 : ends[position - 1];
  }
}
