package org.pinklang.frontend.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LinkageNamesTest {

  @Test
  void namesOfTheReferenceAreAsWritten() {
    assertThat(LinkageNames.function(SymbolId.of("math.vector", "dot")))
        .isEqualTo("_PM4math6vectorEF3dot");
    assertThat(LinkageNames.global(SymbolId.of("", "x"))).isEqualTo("_PMEV1x");
  }

  @Test
  void demanglingGivesTheQualifiedName() {
    assertThat(LinkageNames.demangle("_PM4math6vectorEF3dot")).contains("math.vector::dot");
    assertThat(LinkageNames.demangle("_PMEF4main")).contains("main");
  }

  @Test
  void otherNamesAreNotDemangled() {
    for (String name :
        List.of(
            "",
            "main",
            "_PM",
            "_PME",
            "_PMEF",
            "_PMEF0",
            "_PMEF3do",
            "_PMEF3dotx",
            "_PM4mathF3dot",
            "_PMEX3dot",
            "_PMEF03dot",
            "_PMEF99999999999999999999x",
            "_PMEF2a.",
            "_PM0EF1x",
            "_PMEF21ab")) {
      assertThat(LinkageNames.demangle(name)).as(name).isEmpty();
    }
  }

  @Property
  void demanglingUndoesMangling(
      @ForAll("names") List<String> segments, @ForAll("name") String name) {
    SymbolId symbol = SymbolId.of(String.join(".", segments), name);
    assertThat(LinkageNames.demangle(LinkageNames.function(symbol))).contains(symbol.display());
    assertThat(LinkageNames.demangle(LinkageNames.global(symbol))).contains(symbol.display());
  }

  @Property
  void noTextMakesDemanglingFail(@ForAll String text) {
    assertThat(LinkageNames.demangle("_PM" + text)).isNotNull();
  }

  @Provide
  Arbitrary<String> name() {
    return Arbitraries.strings()
        .withChars("_aZEF09")
        .ofMinLength(1)
        .ofMaxLength(12)
        .filter(name -> !Character.isDigit(name.charAt(0)));
  }

  @Provide
  Arbitrary<List<String>> names() {
    return name().list().ofMaxSize(3);
  }

  @Test
  void aPrivateNameOfAnImplementationUnitIsKeptApartFromTheModules() {
    SymbolId own = new SymbolId("m", "m+i.pink", "f");
    assertThat(LinkageNames.function(own)).isEqualTo("_PM1mEF1f.m_i_pink");
    assertThat(LinkageNames.function(SymbolId.of("m", "f"))).isEqualTo("_PM1mEF1f");
  }
}
