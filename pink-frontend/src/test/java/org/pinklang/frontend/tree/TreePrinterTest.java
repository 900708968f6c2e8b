package org.pinklang.frontend.tree;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.parse.ParseResult;
import org.pinklang.frontend.parse.ParsedFragment;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.SourceText;

/** What is printed reads back as the same tree. */
class TreePrinterTest {

  @Property(tries = 2_000)
  void aPrintedUnitParsesToAnEqualTree(@ForAll long seed, @ForAll @IntRange(max = 6) int depth) {
    UnitTree tree = new RandomTrees(seed, depth).unit();
    String text = TreePrinter.print(tree);
    ParseResult result = Parser.parse(SourceText.of("unit.pink", text));
    assertThat(result.diagnostics()).as(text).isEmpty();
    assertThat(TreeEquality.difference(tree, result.tree())).as(text).isNull();
  }

  @Property(tries = 2_000)
  void aPrintedExpressionParsesToAnEqualTree(
      @ForAll long seed, @ForAll @IntRange(max = 7) int depth) {
    Expression tree = new RandomTrees(seed, depth).expression();
    String text = TreePrinter.print(tree);
    ParsedFragment<Expression> result = Parser.parseExpression(SourceText.of("e", text));
    assertThat(result.diagnostics()).as(text).isEmpty();
    assertThat(TreeEquality.difference(tree, result.tree())).as(text).isNull();
  }

  @Property(tries = 1_000)
  void aPrintedTypeParsesToAnEqualTree(@ForAll long seed, @ForAll @IntRange(max = 7) int depth) {
    TypeTree tree = new RandomTrees(seed, depth).type();
    String text = TreePrinter.print(tree);
    ParsedFragment<TypeTree> result = Parser.parseType(SourceText.of("t", text));
    assertThat(result.diagnostics()).as(text).isEmpty();
    assertThat(TreeEquality.difference(tree, result.tree())).as(text).isNull();
  }

  @Test
  void anOutlineIsTheTreeWithEmptyBodies() {
    String text = "// Doc.\nexport fn f(a: [Integer; { 3; }]) -> T { x := \"}\"; }\nconst c := 1;";
    UnitTree tree = Parser.parseOutline(SourceText.of("u", text)).tree();
    assertThat(TreePrinter.print(tree))
        .isEqualTo(
            """
            // Doc.
            export fn f(a: [Integer; {
                3;
            }]) -> T {}

            const c := 1;
            """);
  }
}
