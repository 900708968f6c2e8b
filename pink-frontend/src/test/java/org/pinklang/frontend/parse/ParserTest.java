package org.pinklang.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.RandomTrees;
import org.pinklang.frontend.tree.TreeEquality;
import org.pinklang.frontend.tree.TreePrinter;
import org.pinklang.frontend.tree.UnitTree;

class ParserTest {
  @Test
  void everyRunOfBytesThatAreNotUtf8IsReportedAtItsPlace() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("// é ".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xFF);
    bytes.write(0xFE);
    bytes.writeBytes("\nx := \"".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xC0);
    bytes.writeBytes("\";\n".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xED);
    bytes.write(0xA0);
    bytes.write(0x80);
    SourceText text = SourceText.ofBytes("a.pink", bytes.toByteArray());
    List<Diagnostic> found = Parser.parse(text).diagnostics();
    assertThat(found).extracting(Diagnostic::code).containsOnly(SyntaxCode.INVALID_UTF8);
    assertThat(found)
        .extracting(error -> error.primary().span())
        .containsExactly(new Span(6, 8), new Span(15, 16), new Span(19, 22));
  }

  @Test
  void placesCountFromTheFirstByteTheMarkIncluded() {
    UnitTree tree = Parser.parse(SourceText.of("a.pink", "\uFEFFfn f() {}")).tree();
    assertThat(tree.declarations().get(0).start()).isEqualTo(3);
  }

  @Test
  void aDeclarationEndsBehindItsLastToken() {
    String text = "export fn f(a: T) -> U { a; } x := 1 ;";
    UnitTree tree = Parser.parse(SourceText.of("a.pink", text)).tree();
    Declaration function = tree.declarations().get(0);
    Declaration global = tree.declarations().get(1);
    assertThat(text.substring(function.start(), function.end())).isEqualTo(text.substring(0, 29));
    assertThat(text.substring(global.start(), global.end())).isEqualTo("x := 1 ;");
  }

  @Test
  void theBodyInAnOutlineIsEmptyAndHasItsPlace() {
    String text = "fn f() { \"}\" '}' /* } */ // }\n } fn g() -> [T; { 1; }] {}";
    UnitTree tree = Parser.parseOutline(SourceText.of("a.pink", text)).tree();
    assertThat(tree.declarations()).hasSize(2);
    Expression.Block body = ((Declaration.Function) tree.declarations().get(0)).body();
    assertThat(body).isNotNull();
    assertThat(body.terms()).isEmpty();
    assertThat(text.substring(body.start(), body.end())).startsWith("{ \"}\"").endsWith("\n }");
  }

  @Test
  void oneMissingBraceCostsAnOutlineNoOtherDeclaration() {
    String text = "fn f() { if (a) {\n}\nexport fn g() {}\nstruct S {}\nfn h() {}\n";
    UnitTree outline = Parser.parseOutline(SourceText.of("a.pink", text)).tree();
    UnitTree whole = Parser.parse(SourceText.of("a.pink", text)).tree();
    assertThat(outline.declarations()).hasSize(4);
    assertThat(whole.declarations()).hasSize(4);
  }

  @Test
  void bracketsThatDoNotMatchInTheHeadOfALoopDoNotStopTheParser() {
    String text = "fn f() { for x in p { a: (1 } ] }";
    assertThat(Parser.parse(SourceText.of("a.pink", text)).diagnostics()).isNotEmpty();
  }

  @Property(tries = 500)
  void anOutlineIsTheTreeWithoutBodies(@ForAll long seed) {
    UnitTree tree = new RandomTrees(seed, 4).unit();
    SourceText text = SourceText.of("a.pink", TreePrinter.print(tree));
    ParseResult outline = Parser.parseOutline(text);
    UnitTree bare = withoutBodies(tree);
    assertThat(outline.diagnostics()).isEmpty();
    assertThat(TreeEquality.difference(bare, outline.tree())).isNull();
  }

  private static UnitTree withoutBodies(UnitTree tree) {
    List<Declaration> declarations =
        tree.declarations().stream().map(ParserTest::withoutBody).toList();
    return new UnitTree(tree.declaration(), tree.imports(), declarations, 0, 0);
  }

  private static Declaration withoutBody(Declaration declaration) {
    if (!(declaration instanceof Declaration.Function f) || f.body() == null) {
      return declaration;
    }
    Expression.Block empty = new Expression.Block(List.of(), 0, 0);
    return new Declaration.Function(
        f.documentation(),
        f.exported(),
        f.inline(),
        f.name(),
        f.parameters(),
        f.result(),
        empty,
        0,
        0);
  }
}
