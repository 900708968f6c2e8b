package org.pinklang.frontend.parse;

import static org.pinklang.frontend.parse.TokenKind.*;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Declaration.Alternative;
import org.pinklang.frontend.tree.Declaration.Field;
import org.pinklang.frontend.tree.Documentation;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.TypeTree;

/** Globals, structs and unions, and which declaration begins where. */
final class DeclarationParser {
  private final Grammar grammar;
  private final Cursor cursor;
  private final ListParser lists;
  final FunctionParser functions;
  private final Supplier<Field> field = this::field;
  private final Supplier<Alternative> alternative = this::alternative;

  DeclarationParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.lists = new ListParser(grammar.cursor, grammar.recovery);
    this.functions = new FunctionParser(grammar);
  }

  /** A declaration; where none begins, the parser is lost. */
  Declaration declaration() {
    Start start = new Start(cursor.documentation(), cursor.start(), cursor.accept(EXPORT));
    boolean opaque = modifier("opaque", STRUCT);
    boolean inline = modifier("inline", FN);
    return switch (cursor.kind) {
      case FN -> functions.function(start, inline);
      case EXTERN -> functions.extern(start);
      case STRUCT -> struct(start, opaque);
      case UNION -> union(start);
      case VAR, CONST -> global(start);
      default -> beginsGlobal() ? global(start) : missing(start);
    };
  }

  /** What stands before the keyword of a declaration. */
  record Start(@Nullable Documentation documentation, int offset, boolean exported) {}

  /** Takes a contextual keyword, which must stand before one keyword only. */
  boolean modifier(String word, byte owner) {
    if (!cursor.isWord(0, word) || !beginsDeclaration(cursor.peek(1))) {
      return false;
    }
    if (cursor.peek(1) != owner) {
      cursor.report(cursor.here(SyntaxCode.MISPLACED_MODIFIER, word, TokenKind.spelling(owner)));
    }
    cursor.advance();
    if (cursor.at(EXPORT)) {
      cursor.advance();
    }
    return true;
  }

  private static boolean beginsDeclaration(byte kind) {
    return switch (kind) {
      case FN, STRUCT, UNION, EXTERN, EXPORT, VAR, CONST, IDENTIFIER -> true;
      default -> false;
    };
  }

  private boolean beginsGlobal() {
    byte next = cursor.peek(1);
    boolean word =
        cursor.at(IDENTIFIER)
            || TokenKind.isKeyword(cursor.kind)
            || TokenKind.isReservedWord(cursor.kind);
    return word && (next == BIND || next == COLON);
  }

  /** Reports that no declaration begins here. */
  Declaration missing(Start start) {
    if (TokenKind.isReservedWord(cursor.kind)) {
      cursor.fail(cursor.here(SyntaxCode.RESERVED_WORD, TokenKind.spelling(cursor.kind)));
    } else {
      cursor.fail(
          cursor
              .here(SyntaxCode.EXPECTED_DECLARATION, cursor.found())
              .note(
                  "at top level stand functions (`fn`), globals (`name := value;`), `struct`,"
                      + " `union` and `extern fn`; terms stand in functions"));
    }
    return new Declaration.Malformed(start.offset(), cursor.endFrom(start.offset()));
  }

  /** A global with its value. */
  Declaration global(Start start) {
    BindingKind kind = grammar.terms.bindingKind();
    Identifier name = grammar.names.nameOrDiscard("a global");
    TypeTree type = cursor.isLost() ? null : grammar.terms.writtenType();
    Expression initializer = grammar.terms.initializer();
    cursor.semicolon("a declaration");
    if (name.text().isEmpty()) {
      return new Declaration.Malformed(start.offset(), cursor.endFrom(start.offset()));
    }
    return new Declaration.Global(
        start.documentation(),
        start.exported(),
        kind,
        name,
        type,
        initializer,
        start.offset(),
        cursor.endFrom(start.offset()));
  }

  /** A struct; the present token is {@code struct}. */
  Declaration struct(Start start, boolean opaque) {
    cursor.advance();
    Identifier name = grammar.names.name("a struct");
    List<Field> fields = braced("field", field);
    if (name.text().isEmpty()) {
      return new Declaration.Malformed(start.offset(), cursor.endFrom(start.offset()));
    }
    return new Declaration.Struct(
        start.documentation(),
        start.exported(),
        opaque,
        name,
        fields,
        start.offset(),
        cursor.endFrom(start.offset()));
  }

  /** A union; the present token is {@code union}. */
  Declaration union(Start start) {
    cursor.advance();
    Identifier name = grammar.names.name("a union");
    int brace = cursor.start();
    List<Alternative> alternatives = braced("alternative", alternative);
    if (alternatives.isEmpty() && !cursor.isLost()) {
      cursor.reportElsewhere(
          cursor.errors.at(
              SyntaxCode.EMPTY_LIST, brace, cursor.lastEnd(), "a union", "alternative"));
    }
    if (name.text().isEmpty()) {
      return new Declaration.Malformed(start.offset(), cursor.endFrom(start.offset()));
    }
    return new Declaration.Union(
        start.documentation(),
        start.exported(),
        name,
        alternatives,
        start.offset(),
        cursor.endFrom(start.offset()));
  }

  private <T> List<T> braced(String element, Supplier<T> parser) {
    if (cursor.isLost()) {
      grammar.recovery.toBlock();
    }
    if (cursor.isLost() || !cursor.at(LEFT_BRACE)) {
      cursor.expect(LEFT_BRACE, " and each " + element);
      return List.of();
    }
    return lists.bracketed(RIGHT_BRACE, parser);
  }

  private Field field() {
    Documentation documentation = cursor.documentation();
    int start = cursor.start();
    Identifier name = grammar.names.name("a field");
    TypeTree type = type("field");
    return new Field(documentation, name, type, start, cursor.endFrom(start));
  }

  private Alternative alternative() {
    Documentation documentation = cursor.documentation();
    int start = cursor.start();
    Identifier name = grammar.names.name("an alternative");
    TypeTree type = cursor.isLost() ? null : grammar.terms.writtenType();
    return new Alternative(documentation, name, type, start, cursor.endFrom(start));
  }

  /** The colon and the type that must follow a name. */
  TypeTree type(String owner) {
    int at = cursor.lastEnd();
    if (!cursor.isLost() && cursor.accept(COLON)) {
      return grammar.types.type();
    }
    cursor.fail(
        cursor
            .between(SyntaxCode.EXPECTED_TOKEN, "`:` and the type of the " + owner, cursor.found())
            .edit(new Span(at, at), ": Type", "write its type"));
    return new TypeTree.Malformed(at, at);
  }
}
