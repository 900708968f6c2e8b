package org.pinklang.frontend.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.source.ColumnUnit;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;

class JsonRendererTest {

  @Test
  void aDiagnosticIsOneLineWithTheContractsFieldsInTheirOrder() {
    SourceText text = SourceText.of("a.pink", "fn f() {\n  x := \"😀\" 2;\n}\n");
    Diagnostic error =
        Diagnostic.of(SyntaxCode.MISSING_SEMICOLON, "a.pink", new Span(23, 24), "a \"b\"", "`2`")
            .secondary(new Span(7, 8), "in here")
            .note("a\nnote")
            .edit(new Span(22, 22), ";", "write the semicolon")
            .build();
    String expected =
        "{\"code\":\"PK0131\",\"severity\":\"error\","
            + "\"message\":\"expected `;` after a \\\"b\\\", found `2`\","
            + "\"file\":\"a.pink\",\"line\":2,\"column\":12,\"endLine\":2,\"endColumn\":13,"
            + "\"notes\":[\"a.pink:1:8: in here\",\"a\\nnote\"],"
            + "\"edits\":[{\"file\":\"a.pink\",\"line\":2,\"column\":11,\"endLine\":2,"
            + "\"endColumn\":11,\"replacement\":\";\",\"description\":\"write the semicolon\"}]}";
    SourceNames names = new SourceNames(Map.of("a.pink", text), file -> file);
    assertThat(new JsonRenderer(names).render(error)).isEqualTo(expected);
    assertThat(new JsonRenderer(names, ColumnUnit.UTF16).render(error)).contains("\"column\":13,");
    assertThat(new JsonRenderer(names, ColumnUnit.UTF8).render(error)).contains("\"column\":15,");
  }
}
