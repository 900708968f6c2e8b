package org.pinklang.frontend.parse;

import static org.pinklang.frontend.parse.TokenKind.*;

import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ModuleName;

/** Names where they are declared or written. */
final class NameParser {
  private final Cursor cursor;

  NameParser(Cursor cursor) {
    this.cursor = cursor;
  }

  /**
   * A name; where none stands, the parser is lost.
   *
   * @param what what is named, for the message: "a field"
   */
  Identifier name(String what) {
    if (cursor.at(IDENTIFIER) && cursor.isWord(0, "_")) {
      cursor.report(cursor.here(SyntaxCode.DISCARD_AS_NAME, what));
      return cursor.takeName();
    }
    return nameOrDiscard(what);
  }

  /** A name or {@code _}; where neither stands, the parser is lost. */
  Identifier nameOrDiscard(String what) {
    if (cursor.at(IDENTIFIER)) {
      return cursor.takeName();
    }
    if (TokenKind.isReservedWord(cursor.kind)) {
      cursor.report(cursor.here(SyntaxCode.RESERVED_WORD, spelling()));
      return cursor.takeName();
    }
    if (TokenKind.isKeyword(cursor.kind) && !cursor.beginsLine()) {
      cursor.report(cursor.here(SyntaxCode.KEYWORD_AS_NAME, spelling(), what));
      return cursor.takeName();
    }
    cursor.fail(cursor.between(SyntaxCode.EXPECTED_NAME, what, cursor.found()));
    return cursor.missingName();
  }

  private String spelling() {
    return TokenKind.spelling(cursor.kind);
  }

  /** A dotted name; where none stands, the parser is lost. */
  ModuleName moduleName() {
    int start = cursor.start();
    int mark = cursor.nodes.mark();
    cursor.nodes.push(name("a module"));
    while (!cursor.isLost() && cursor.accept(DOT)) {
      cursor.nodes.push(name("a part of the module's name"));
    }
    return new ModuleName(cursor.nodes.take(mark), start, cursor.endFrom(start));
  }
}
