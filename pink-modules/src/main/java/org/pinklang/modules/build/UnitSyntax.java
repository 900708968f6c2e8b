package org.pinklang.modules.build;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.parse.TokenSequence;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.UnitTree;

/**
 * How a unit's text reads: its tree and its tokens, each made when it is first asked for and kept
 * until it is let go of. Trees are by far the largest of what a build makes of a text, so that who
 * is done with a unit lets go. Safe for any number of threads, of which two may make the same.
 */
final class UnitSyntax {
  private final SourceText text;
  private final Supplier<UnitTree> parser;
  private volatile @Nullable UnitTree tree;
  private volatile @Nullable TokenSequence tokens;

  /**
   * Nothing made yet.
   *
   * @param parser makes the tree, an equal one each time
   */
  UnitSyntax(SourceText text, Supplier<UnitTree> parser) {
    this.text = text;
    this.parser = parser;
  }

  /** The same text with a tree that was made, and with the tokens where they were. */
  UnitSyntax with(Supplier<UnitTree> other, UnitTree made) {
    UnitSyntax syntax = new UnitSyntax(text, other);
    syntax.tree = made;
    syntax.tokens = tokens;
    return syntax;
  }

  UnitTree tree() {
    UnitTree known = tree;
    if (known == null) {
      known = parser.get();
      tree = known;
    }
    return known;
  }

  TokenSequence tokens() {
    TokenSequence known = tokens;
    if (known == null) {
      known = TokenSequence.of(text);
      tokens = known;
    }
    return known;
  }

  /** Lets go of what was made; whoever asks after all has it made again. */
  void release() {
    tree = null;
    tokens = null;
  }
}
