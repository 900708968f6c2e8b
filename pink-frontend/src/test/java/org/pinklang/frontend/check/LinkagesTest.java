package org.pinklang.frontend.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.testdata.FrontEnd;
import org.pinklang.frontend.testdata.TestCase;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.Linkage;

class LinkagesTest {

  @Test
  void privateDeclarationsOfAModuleOfOneUnitAreInternal() {
    assertThat(
            linkages(
                """
                module m;
                fn helper() -> Integer { count; }
                var count: Integer := 1;
                export fn f() -> Integer { helper(); }
                """))
        .containsOnly(
            entry("m::helper", Linkage.INTERNAL),
            entry("m::count", Linkage.INTERNAL),
            entry("m::f", Linkage.PUBLIC));
  }

  @Test
  void privateDeclarationsThatOtherUnitsCanSeeAreHidden() {
    assertThat(
            linkages(
                """
                //// m.pink
                module m;
                fn written() -> Integer { 1; }
                fn inferred() { 1; }
                export fn f() -> Integer { inferred(); }
                export fn g() -> Integer;
                fn h() -> Integer;
                //// m+i.pink
                implement m;
                fn g() -> Integer { own(); }
                fn h() -> Integer { written(); }
                fn own() -> Integer { 2; }
                """))
        .containsOnly(
            entry("m::written", Linkage.HIDDEN),
            entry("m::inferred", Linkage.INTERNAL),
            entry("m::f", Linkage.PUBLIC),
            entry("m::g", Linkage.PUBLIC),
            entry("m::h", Linkage.HIDDEN),
            entry("m::own", Linkage.INTERNAL));
  }

  @Test
  void whatAnExportedConstantPointsAtIsHiddenBecauseImportersNameIt() {
    assertThat(
            linkages(
                """
                module m;
                const base := 2;
                const cell := 3;
                fn twice(n: Integer) -> Integer { n * base; }
                export const call: fn(Integer) -> Integer := twice;
                export const pointer: *Integer := &cell;
                """))
        .contains(
            entry("m::base", Linkage.INTERNAL),
            entry("m::cell", Linkage.HIDDEN),
            entry("m::twice", Linkage.HIDDEN));
  }

  @Test
  void ofAProgramOnlyMainIsSeen() {
    assertThat(linkages("fn main() -> Integer { helper(); }\nfn helper() -> Integer { 1; }"))
        .containsOnly(entry("main", Linkage.PUBLIC), entry("helper", Linkage.INTERNAL));
  }

  private static Map<String, Linkage> linkages(String content) {
    Map<String, Linkage> linkages = new TreeMap<>();
    for (CheckedUnit unit : FrontEnd.run(TestCase.of(Path.of("m.pink"), content).texts()).units()) {
      unit.functions().forEach(f -> linkages.put(f.symbol().display(), f.linkage()));
      unit.globals().forEach(g -> linkages.put(g.symbol().display(), g.linkage()));
    }
    return linkages;
  }
}
