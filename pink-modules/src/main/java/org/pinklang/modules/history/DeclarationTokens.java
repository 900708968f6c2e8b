package org.pinklang.modules.history;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.frontend.parse.TokenSequence;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.UnitTree;

/**
 * How the declarations of a unit were written, so that a later build can say which is another.
 * Immutable.
 *
 * @param tokens the hash of all of the unit's tokens
 * @param declarations each with the hash of its tokens, in the order of the text
 */
public record DeclarationTokens(ContentHash tokens, List<Written> declarations) {

  /** Copies the list. */
  public DeclarationTokens {
    declarations = List.copyOf(declarations);
  }

  /**
   * One declaration.
   *
   * @param name empty for what stands before the first one: unit declaration and imports
   * @param tokens the hash of its tokens
   */
  public record Written(String name, ContentHash tokens) {}

  /** The declarations of a text. */
  public static DeclarationTokens of(SourceText text, UnitTree tree, TokenSequence tokens) {
    List<Written> written = new ArrayList<>();
    int headEnd =
        tree.declarations().isEmpty() ? text.length() : tree.declarations().getFirst().start();
    written.add(new Written("", tokens.hash(new Span(0, headEnd))));
    for (Declaration declaration : tree.declarations()) {
      if (declaration.name() != null) {
        String name = declaration.name().text();
        written.add(new Written(name, tokens.hash(declaration.span())));
      }
    }
    return new DeclarationTokens(tokens.hash(), written);
  }

  void write(RecordWriter out) {
    out.hash(tokens);
    out.list(
        declarations,
        one -> {
          out.text(one.name());
          out.hash(one.tokens());
        });
  }

  static DeclarationTokens read(RecordReader in) {
    ContentHash tokens = in.hash();
    return new DeclarationTokens(tokens, in.list(() -> new Written(in.text(), in.hash())));
  }
}
