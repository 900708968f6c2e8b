package org.pinklang.frontend.parse;

import org.pinklang.frontend.source.SourceText;

/** The parts of one parse, which call each other. For one text and one thread. */
final class Grammar {
  final Cursor cursor;
  final Recovery recovery;
  final Nesting nesting;
  final NameParser names;
  final TypeParser types;
  final ExpressionParser expressions;
  final PrimaryParser primaries;
  final BranchParser branches;
  final TermParser terms;
  final DeclarationParser declarations;

  Grammar(SourceText text, Tokens tokens, SyntaxErrors errors, int nestingLimit, boolean reports) {
    cursor = new Cursor(text, tokens, errors);
    recovery = new Recovery(cursor);
    nesting = new Nesting(cursor, recovery, nestingLimit, reports);
    names = new NameParser(cursor);
    types = new TypeParser(this);
    expressions = new ExpressionParser(this);
    primaries = new PrimaryParser(this);
    branches = new BranchParser(this);
    terms = new TermParser(this);
    declarations = new DeclarationParser(this);
  }
}
