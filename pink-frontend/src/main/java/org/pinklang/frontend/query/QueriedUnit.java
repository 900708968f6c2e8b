package org.pinklang.frontend.query;

import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.VisibleDeclarations;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.UnitTree;

/**
 * A unit that is asked about. Immutable.
 *
 * @param text with the unit's logical name
 * @param tree of the whole text
 * @param outline made from the same tree
 * @param build answers for the unit itself with the manifest of {@code outline}; what is computed
 *     for an answer is kept in it
 */
public record QueriedUnit(SourceText text, UnitTree tree, OutlineResult outline, BuildFacts build) {

  /**
   * A text as it is now, whatever the build knows of it. Needs the stack that parsing needs.
   *
   * @param build of any state of the text; not changed by what is asked
   */
  public static QueriedUnit of(SourceText text, BuildFacts build) {
    UnitTree tree = Parser.parse(text).tree();
    OutlineResult outline = Outliner.outline(text, tree);
    return new QueriedUnit(text, tree, outline, build.with(outline.manifest()));
  }

  /** What the unit sees at top level; for one thread. */
  VisibleDeclarations visible() {
    return VisibleDeclarations.of(tree, outline, build);
  }
}
