package org.pinklang.frontend.parse;

import java.util.List;
import java.util.function.Function;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.TypeTree;
import org.pinklang.frontend.tree.UnitTree;

/**
 * Makes trees of texts. Every method is a pure function that any thread may call, gives a tree for
 * every text and never throws because of one.
 *
 * <p>Stack use follows the nesting of the text, which ends at {@value #NESTING_LIMIT} levels with a
 * diagnostic; a thread that parses needs {@value #STACK_BYTES} bytes of stack for the deepest text.
 * {@link #parseOutline} and {@link HeadScanner} need less than 512 KiB for any.
 */
public final class Parser {
  /** How deep brackets, blocks and types may nest. */
  public static final int NESTING_LIMIT = 3_000;

  /** Bytes of stack that suffice to parse any text. */
  public static final long STACK_BYTES = 16L << 20;

  /** How deep an outline reads without asking for more stack. */
  private static final int OUTLINE_NESTING_LIMIT = 64;

  private Parser() {}

  /** The whole tree of a text. */
  public static ParseResult parse(SourceText text) {
    return parse(text, () -> {});
  }

  /**
   * As {@link #parse(SourceText)}, with a chance to stop.
   *
   * @param checkpoint called before each top-level declaration; what it throws is passed on
   */
  public static ParseResult parse(SourceText text, Runnable checkpoint) {
    SyntaxErrors errors = new SyntaxErrors(text);
    Tokens tokens = Lexer.lex(text, errors);
    ParseResult whole = parse(text, tokens, errors, NESTING_LIMIT, true, checkpoint);
    if (whole.diagnostics().isEmpty()) {
      return whole;
    }
    UnitTree tree = OutlineBodies.merge(parseDeepOutline(text, checkpoint).tree(), whole.tree());
    return new ParseResult(tree, whole.diagnostics(), false);
  }

  /**
   * The tree of a text without the bodies of its functions, which are empty blocks with the place
   * of the body, and without errors in them. Where a type or an initialiser nests more than a few
   * levels it is left out and the result is {@link ParseResult#incomplete incomplete}.
   */
  public static ParseResult parseOutline(SourceText text) {
    SyntaxErrors errors = new SyntaxErrors(text);
    Tokens tokens = Lexer.lexOutline(text, errors);
    return parse(text, tokens, errors, OUTLINE_NESTING_LIMIT, false, () -> {});
  }

  /** As {@link #parseOutline}, leaving nothing out, with the stack that {@link #parse} needs. */
  public static ParseResult parseDeepOutline(SourceText text) {
    return parseDeepOutline(text, () -> {});
  }

  /**
   * As {@link #parseDeepOutline(SourceText)}, with a chance to stop.
   *
   * @param checkpoint called before each top-level declaration; what it throws is passed on
   */
  public static ParseResult parseDeepOutline(SourceText text, Runnable checkpoint) {
    SyntaxErrors errors = new SyntaxErrors(text);
    Tokens tokens = Lexer.lexOutline(text, errors);
    return parse(text, tokens, errors, NESTING_LIMIT, true, checkpoint);
  }

  private static ParseResult parse(
      SourceText text,
      Tokens tokens,
      SyntaxErrors errors,
      int nestingLimit,
      boolean reports,
      Runnable checkpoint) {
    Grammar grammar = new Grammar(text, tokens, errors, nestingLimit, reports);
    UnitTree tree = new UnitParser(grammar).unit(checkpoint);
    boolean incomplete = !reports && grammar.nesting.exceeded();
    return new ParseResult(tree, errors.sorted(), incomplete);
  }

  /** Whether a text begins as a manifest in the form of text does; reads its beginning only. */
  public static boolean isManifest(SourceText text) {
    SyntaxErrors errors = new SyntaxErrors(text);
    Cursor cursor = new Cursor(text, Lexer.lexFirst(text, 2, errors), errors);
    byte next = cursor.peek(1);
    return cursor.isWord(0, "manifest")
        && (next == TokenKind.IDENTIFIER || next == TokenKind.SEMICOLON);
  }

  /**
   * What a manifest in the form of text says, and every error of the text. Needs the stack that
   * {@link #parse} needs.
   */
  public static ManifestTree parseManifest(SourceText text) {
    SyntaxErrors errors = new SyntaxErrors(text);
    Tokens tokens = Lexer.lexManifest(text, errors);
    return new ManifestParser(new Grammar(text, tokens, errors, NESTING_LIMIT, true)).manifest();
  }

  /** A text that holds one expression and nothing else. */
  public static ParsedFragment<Expression> parseExpression(SourceText text) {
    return fragment(text, grammar -> grammar.expressions.value());
  }

  /** A text that holds one type and nothing else. */
  public static ParsedFragment<TypeTree> parseType(SourceText text) {
    return fragment(text, grammar -> grammar.types.type());
  }

  private static <T> ParsedFragment<T> fragment(SourceText text, Function<Grammar, T> part) {
    SyntaxErrors errors = new SyntaxErrors(text);
    Tokens tokens = Lexer.lex(text, errors);
    Grammar grammar = new Grammar(text, tokens, errors, NESTING_LIMIT, true);
    T tree = part.apply(grammar);
    Cursor cursor = grammar.cursor;
    if (!cursor.at(TokenKind.END) && !cursor.isLost()) {
      cursor.fail(cursor.here(SyntaxCode.EXPECTED_TOKEN, "the end of the text", cursor.found()));
    }
    List<Diagnostic> diagnostics = errors.sorted();
    return new ParsedFragment<>(tree, diagnostics);
  }
}
