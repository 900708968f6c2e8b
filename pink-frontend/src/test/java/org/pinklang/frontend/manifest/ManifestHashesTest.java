package org.pinklang.frontend.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.SourceText;

/** Each edit changes the hashes of what it changes, and no others. */
class ManifestHashesTest {
  private static final String TEXT =
      """
      // A module.
      module m;
      import a.b as x;
      import c { T };

      export const size: Integer := 1 + half;
      const half: Integer := 4;
      export struct Inner { a: Integer, b: x::U }
      export struct Outer { inner: Inner, next: *?Outer, data: [Byte; size] }
      export struct Behind { outer: *Outer, listed: T }
      export opaque struct Handle { secret: Integer }
      export union Either { left: Outer, right }
      export fn make(o: Outer, n: Integer) -> *Behind { helper(); }
      export fn other() -> Integer { 1; }
      export extern fn getpid() -> Integer32;
      export var state: Outer := make_outer();
      export const table: [Integer; size] := [half; size];
      export const place: *Integer := &half;
      const values: [Integer; 2] := [1, 2];
      export const cut: Integer := values[0..half][1];
      export opaque struct Held { held: Integer }
      export struct Holder { it: Held }
      export opaque struct Taken { taken: Integer }
      export fn take(one: Taken) -> Nil {}
      export struct Calls { call: fn() }
      export extern fn stop();
      fn helper() -> Nil {}
      fn inferred() { 1; }
      private_struct_user := 1;
      struct Lone { a: Integer }
      """;

  /**
   * An edit.
   *
   * @param changed the hashes that change: {@code interface}, {@code module}, {@code
   *     name.signature} and {@code name.layout}
   */
  record Edit(String what, String from, String to, String... changed) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Edit> edits() {
    return Stream.of(
        new Edit("a comment", "// A module.", "// The module.\n\n// Of all."),
        new Edit("documentation", "export fn make", "// Makes.\nexport fn make"),
        new Edit("reformatting", "(o: Outer, n: Integer)", "(\n  o : Outer ,\n  n:Integer\n)"),
        new Edit("a body", "{ helper(); }", "{ if (true) { 1; } else { 2; } }"),
        new Edit("a body of an inferred result", "{ 1; }\nprivate", "{ nil; }\nprivate"),
        new Edit("the value of a variable", "make_outer()", "other_maker(1)"),
        new Edit(
            "the order of imports",
            "import a.b as x;\nimport c { T };",
            "import c { T };\nimport a.b as x;"),
        new Edit(
            "the order of declarations",
            "export fn other() -> Integer { 1; }\nexport extern fn getpid() -> Integer32;",
            "export extern fn getpid() -> Integer32;\nexport fn other() -> Integer { 1; }"),
        new Edit(
            "a parameter's type",
            "n: Integer)",
            "n: Float)",
            "interface",
            "module",
            "make.signature"),
        new Edit(
            "a result",
            "-> Integer32;",
            "-> Integer64;",
            "interface",
            "module",
            "getpid.signature"),
        new Edit(
            "inline",
            "export fn other",
            "export inline fn other",
            "interface",
            "module",
            "other.signature"),
        new Edit("a body left out", "-> Integer { 1; }", "-> Integer;", "interface", "module"),
        new Edit(
            "the type of a variable",
            "state: Outer :=",
            "state: Inner :=",
            "interface",
            "module",
            "state.signature",
            "state.layout"),
        new Edit(
            "a field",
            "a: Integer, b",
            "a: Float, b",
            "interface",
            "module",
            "Inner.layout",
            "Outer.layout",
            "Either.layout",
            "state.layout"),
        new Edit(
            "the field of a struct nobody holds",
            "Lone { a: Integer }",
            "Lone { a: Byte }",
            "module",
            "Lone.layout"),
        new Edit(
            "a pointer",
            "next: *?Outer",
            "next: *Outer",
            "interface",
            "module",
            "Outer.layout",
            "Either.layout",
            "state.layout"),
        new Edit(
            "the field of an opaque struct",
            "secret: Integer",
            "secret: Byte",
            "module",
            "Handle.layout"),
        new Edit(
            "opaque",
            "export opaque struct Handle",
            "export struct Handle",
            "interface",
            "module",
            "Handle.signature"),
        new Edit("an alternative", "right }", "wrong }", "interface", "module", "Either.layout"),
        new Edit(
            "a constant others are computed from",
            "half: Integer := 4",
            "half: Integer := 5",
            "interface",
            "module",
            "half.layout",
            "size.layout",
            "Outer.layout",
            "Either.layout",
            "state.layout",
            "table.layout",
            "place.layout",
            "cut.layout"),
        new Edit(
            "the type of a constant",
            "half: Integer := 4",
            "half: Byte := 4",
            "interface",
            "module",
            "half.signature",
            "half.layout",
            "size.layout",
            "Outer.layout",
            "Either.layout",
            "state.layout",
            "table.layout",
            "place.layout",
            "cut.layout"),
        new Edit(
            "a constant read through a slice",
            "values: [Integer; 2] := [1, 2]",
            "values: [Integer; 2] := [1, 3]",
            "interface",
            "module",
            "values.layout",
            "cut.layout"),
        new Edit(
            "the field of an opaque struct that an export holds",
            "held: Integer",
            "held: Byte",
            "interface",
            "module",
            "Held.layout",
            "Holder.layout"),
        new Edit(
            "the field of an opaque struct that an export takes",
            "taken: Integer",
            "taken: Byte",
            "interface",
            "module",
            "Taken.layout"),
        new Edit("a parameter's name", "n: Integer)", "many: Integer)"),
        new Edit("the spelling of an integer", ":= 1 + half", ":= 0x1 + half"),
        new Edit("a written Nil in a type", "call: fn()", "call: fn() -> Nil"),
        new Edit("a written Nil of an extern function", "stop();", "stop() -> Nil;"),
        new Edit(
            "what an alias stands for",
            "import a.b as x;",
            "import a.c as x;",
            "interface",
            "module",
            "Inner.layout",
            "Outer.layout",
            "Either.layout",
            "state.layout"),
        new Edit(
            "where a listed name comes from",
            "import c { T };",
            "import d { T };",
            "interface",
            "module",
            "Behind.layout"),
        new Edit(
            "an import more",
            "import a.b as x;",
            "import a.b as x;\nimport e;",
            "interface",
            "module"),
        new Edit("a re-export", "import c {", "export import c {", "interface", "module"),
        new Edit(
            "a private signature",
            "fn helper() -> Nil",
            "fn helper() -> Byte",
            "module",
            "helper.signature"),
        new Edit("an export more", "fn helper()", "export fn helper()", "interface", "module"),
        new Edit(
            "a written result of a private function",
            "fn inferred() {",
            "fn inferred() -> Integer {",
            "module",
            "inferred.signature"));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void anEditChangesExactlyTheseHashes(Edit edit) {
    assertThat(TEXT).contains(edit.from());
    Manifest before = outline(TEXT);
    Manifest after = outline(TEXT.replace(edit.from(), edit.to()));
    assertThat(changed(before, after)).containsExactlyInAnyOrder(edit.changed());
  }

  @Test
  void aFunctionHasNoLayout() {
    ManifestHashes hashes = outline(TEXT).hashes();
    assertThat(hashes.find("make")).isNotNull();
    assertThat(hashes.find("make").layout()).isEqualTo(DeclarationHashes.NO_LAYOUT);
    assertThat(hashes.find("nothing")).isNull();
  }

  /** Wrong, and hashed all the same: the checker reports it. */
  @Test
  void declarationsThatHoldEachOtherHaveHashes() {
    String text = "module m;\nexport struct A { b: B }\nexport struct B { a: [A; c] }\nconst c := ";
    Manifest before = outline(text + "1;");
    Manifest after = outline(text + "2;");
    assertThat(changed(before, after))
        .containsExactlyInAnyOrder(
            "interface", "module", "A.layout", "B.layout", "c.layout", "c.signature");
  }

  @Test
  void aTypeOfTheUnitIsNotThePredeclaredOneOfItsName() {
    Manifest before = outline("module m;\nexport var x: Integer;\nstruct Other { a: Byte }");
    Manifest after = outline("module m;\nexport var x: Integer;\nstruct Integer { a: Byte }");
    assertThat(before.hashes().find("x").signature())
        .isNotEqualTo(after.hashes().find("x").signature());
    String call = "export var x: fn()";
    String nil = "\nexport struct Nil { a: Byte }";
    assertThat(outline("module m;\n" + call + ";" + nil).hashes().find("x").signature())
        .isNotEqualTo(
            outline("module m;\n" + call + " -> Nil;" + nil).hashes().find("x").signature());
  }

  private static Manifest outline(String content) {
    SourceText text = SourceText.of("m.pink", content);
    return Outliner.outline(text, Parser.parse(text).tree()).manifest();
  }

  private static Set<String> changed(Manifest before, Manifest after) {
    Set<String> changed = new TreeSet<>();
    add(changed, "interface", before.hashes().interfaceHash(), after.hashes().interfaceHash());
    add(changed, "module", before.hashes().moduleHash(), after.hashes().moduleHash());
    for (String name : before.names()) {
      DeclarationHashes old = before.hashes().find(name);
      DeclarationHashes now = after.hashes().find(name);
      assertThat(old).isNotNull();
      assertThat(now).isNotNull();
      add(changed, name + ".signature", old.signature(), now.signature());
      add(changed, name + ".layout", old.layout(), now.layout());
    }
    return changed;
  }

  private static void add(Set<String> changed, String what, Object before, Object after) {
    if (!before.equals(after)) {
      changed.add(what);
    }
  }
}
