package org.pinklang.api.graphs;

import static org.pinklang.api.graphs.Change.adding;
import static org.pinklang.api.graphs.Change.declaring;
import static org.pinklang.api.graphs.Change.importing;

/** What can be wrong with a module graph, and the code that must be among the diagnostics. */
enum Fault {
  SYNTAX_IN_A_BODY("PK0135", declaring("fn _broken$i() -> Integer { 1 + ; }")),
  SYNTAX_OF_A_DECLARATION("PK0132", declaring("fn (;")),
  ODD_CHARACTER("PK0102", declaring("fn _odd$i() -> Integer { 1 # 2; }")),
  BRACE_NEVER_CLOSED("PK0139", declaring("fn _open$i() -> Integer { 1;")),
  LATE_IMPORT("PK0151", declaring("import late$i;").and(adding("late$i.pink", "module late$i;"))),
  TWO_HEADS("PK0152", declaring("module again$i;")),
  TYPE_IN_A_BODY("PK0401", declaring("fn _bad$i() -> Integer { true; }")),
  UNKNOWN_NAME_IN_A_BODY("PK0301", declaring("fn _lost$i() -> Integer { nowhere; }")),
  TYPE_OF_A_SIGNATURE("PK0301", declaring("export fn signed$i(x: Nowhere) -> Integer { 1; }")),
  USE_OF_A_BROKEN_SIGNATURE(
      "PK0223",
      declaring("export fn broken$i(x: Nowhere) -> Integer { 1; }")
          .and(importing("import user$i;"))
          .and(
              adding(
                  "user$i.pink",
                  "module user$i;\nimport $m;\nexport fn g$i() -> Integer { $m::broken$i(1); }"))),
  RESULT_LEFT_OUT("PK0217", declaring("export fn untyped$i(x: Integer) { x; }")),
  PRIVATE_IN_AN_EXPORT(
      "PK0216",
      declaring(
          "struct Hidden$i { x: Integer }\n"
              + "export fn shows$i(h: Hidden$i) -> Integer { h.x; }")),
  DECLARED_TWICE("PK0302", declaring("fn _two$i() -> Nil {}\nvar _two$i: Integer := 1;")),

  MODULE_MISSING("PK0201", importing("import nowhere.at$i;")),
  PARTITION_MISSING("PK0212", importing("import :gone$i;")),
  REEXPORT_OF_A_MISSING_MODULE(
      "PK0226",
      importing("export import nowhere.more$i;\nimport asks$i;")
          .and(
              adding(
                  "asks$i.pink",
                  "module asks$i;\nimport $m;\nexport fn h$i() -> Integer { $m::unheard$i(); }"))),
  IMPORT_OF_ITSELF("PK0203", importing("import $m as itself$i;")),
  IMPORTED_TWICE(
      "PK0204",
      importing("import double$i;\nimport double$i as other$i;")
          .and(adding("double$i.pink", "module double$i;"))),
  ALIAS_OF_ANOTHER(
      "PK0205",
      importing("import first$i;\nimport second$i as first$i;")
          .and(adding("first$i.pink", "module first$i;"))
          .and(adding("second$i.pink", "module second$i;"))),
  SEGMENT_OF_TWO(
      "PK0206",
      importing("import left$i.end$i;\nimport right$i.end$i;")
          .and(declaring("fn _either$i() -> Integer { end$i::f(); }"))
          .and(adding("left$i/end$i.pink", "module left$i.end$i;\nexport fn f() -> Integer { 1; }"))
          .and(adding("right$i/end$i.pink", "module right$i.end$i;"))),
  LIST_AGAINST_AN_OWN_NAME(
      "PK0207",
      importing("import own$i { mine$i };")
          .and(declaring("fn mine$i() -> Nil {}"))
          .and(adding("own$i.pink", "module own$i;\nexport fn mine$i() -> Nil {}"))),
  LIST_OF_TWO(
      "PK0209",
      importing("import one$i { both$i };\nimport two$i { both$i };")
          .and(declaring("fn _of$i() -> Nil { both$i(); }"))
          .and(adding("one$i.pink", "module one$i;\nexport fn both$i() -> Nil {}"))
          .and(adding("two$i.pink", "module two$i;\nexport fn both$i() -> Nil {}"))),
  PRIVATE_OF_ANOTHER(
      "PK0218",
      importing("import closed$i;")
          .and(declaring("fn _peep$i() -> Nil { closed$i::_secret(); }"))
          .and(adding("closed$i.pink", "module closed$i;\nfn _secret() -> Nil {}"))),
  NOT_EXPORTED(
      "PK0220",
      importing("import empty$i;")
          .and(declaring("fn _none$i() -> Nil { empty$i::nothing(); }"))
          .and(adding("empty$i.pink", "module empty$i;"))),
  AMBIGUOUS_REEXPORT(
      "PK0219",
      importing("import both$i;")
          .and(declaring("fn _clash$i() -> Nil { both$i::clash(); }"))
          .and(
              adding(
                  "both$i.pink", "module both$i;\nexport import aside$i;\nexport import beside$i;"))
          .and(adding("aside$i.pink", "module aside$i;\nexport fn clash() -> Nil {}"))
          .and(adding("beside$i.pink", "module beside$i;\nexport struct clash { x: Integer }"))),
  AMBIGUOUS_BUT_UNUSED(
      "",
      importing("export import quiet$i;\nexport import still$i;")
          .and(adding("quiet$i.pink", "module quiet$i;\nexport fn same$i() -> Nil {}"))
          .and(adding("still$i.pink", "module still$i;\nexport fn same$i() -> Nil {}"))),
  OPAQUE_BY_VALUE(
      "PK0433",
      importing("import shut$i;")
          .and(declaring("export struct Opens$i { x: shut$i::Shut }"))
          .and(adding("shut$i.pink", "module shut$i;\nexport opaque struct Shut { x: Integer }"))),
  CIRCLE_OF_CONSTANTS(
      "PK0601",
      importing("import round$i.a;")
          .and(declaring("export const turn$i: [Integer; round$i.a::a] := [0; round$i.a::a];"))
          .and(
              adding(
                  "round$i/a.pink",
                  "module round$i.a;\nimport round$i.b;\nexport const a: Integer := b::b + 1;"))
          .and(
              adding(
                  "round$i/b.pink",
                  "module round$i.b;\nimport round$i.a;\nexport const b: Integer := a::a + 1;"))),
  CIRCLE_OF_STRUCTS(
      "PK0602",
      importing("import ring$i.a;")
          .and(declaring("export fn wide$i() -> Integer { size_of(ring$i.a::A); }"))
          .and(
              adding(
                  "ring$i/a.pink",
                  "module ring$i.a;\nimport ring$i.b;\nexport struct A { b: b::B }"))
          .and(
              adding(
                  "ring$i/b.pink",
                  "module ring$i.b;\nimport ring$i.a;\nexport struct B { as: [a::A; 2] }"))),

  PARTITION_NOT_EXPORTED(
      "PK0213", adding("$s-lost$i.pink", "module $m:lost$i;\nexport fn found$i() -> Nil {}")),
  INTERNAL_PARTITION_EXPORTED(
      "PK0210",
      importing("export import :inside$i;")
          .and(adding("$s-inside$i.pink", "implement $m:inside$i;"))),
  DECLARED_IN_TWO_PARTITIONS(
      "PK0230",
      importing("import :left$i;\nimport :right$i;")
          .and(adding("$s-left$i.pink", "implement $m:left$i;\nfn twice$i() -> Integer { 1; }"))
          .and(adding("$s-right$i.pink", "implement $m:right$i;\nvar twice$i: Integer := 2;"))),
  INFERRED_ELSEWHERE(
      "PK0224",
      importing("import :guess$i;")
          .and(declaring("fn _guessing$i() -> Integer { guessed$i(); }"))
          .and(adding("$s-guess$i.pink", "implement $m:guess$i;\nfn guessed$i() { 1; }"))),
  NEVER_DEFINED("PK0227", declaring("export fn promised$i() -> Integer;")),
  DEFINED_TWICE(
      "PK0228",
      declaring("export fn once$i() -> Integer;")
          .and(adding("$s+first$i.pink", "implement $m;\nfn once$i() -> Integer { 1; }"))
          .and(adding("$s+second$i.pink", "implement $m;\nfn once$i() -> Integer { 2; }"))),
  DEFINED_OTHERWISE(
      "PK0229",
      declaring("export fn other$i() -> Integer;")
          .and(adding("$s+other$i.pink", "implement $m;\nfn other$i() -> Byte { 1; }"))),
  EXPORT_IN_AN_IMPLEMENTATION(
      "PK0214", adding("$s+loud$i.pink", "implement $m;\nexport fn loud$i() -> Nil {}")),

  DUPLICATE_PRIMARY(
      "PK0701", Seen.GIVEN, adding("twin$i/unit.pink", "module $m;\nexport fn twin() -> Nil {}")),
  EQUAL_LOGICAL_NAMES(
      "PK0702",
      Seen.GIVEN,
      adding("here$i/odd.pink", "implement $m;").and(adding("there$i/odd.pink", "implement $m;"))),
  SECOND_MAIN(
      "PK0704",
      Seen.GIVEN,
      adding("main$i.pink", "fn main() -> Nil {}").and(adding("zmain$i.pink", "fn main() {}"))),
  EXPORT_IN_A_PROGRAM(
      "PK0214", Seen.GIVEN, adding("program$i.pink", "export fn shown() -> Nil {}")),
  IN_ANOTHERS_PLACE(
      "PK0202",
      Seen.FOUND,
      importing("import place$i.of;").and(adding("place$i/of.pink", "module another$i;"))),
  IMPLEMENTATION_OF_ANOTHER(
      "PK0703", Seen.FOUND, adding("$s+stray$i.pink", "fn stray() -> Nil {}")),
  PARTITION_OF_ANOTHER("PK0703", Seen.FOUND, adding("$s-stray$i.pink", "module stray$i;"));

  /** In which builds a fault is seen. */
  enum Seen {
    ALWAYS,
    /** Where every file is a source. */
    GIVEN,
    /** Where files are found on the source path; as a source the file would be right or another. */
    FOUND
  }

  /** The code; empty where there is no error. */
  final String code;

  final Seen seen;
  final Change change;

  Fault(String code, Change change) {
    this(code, Seen.ALWAYS, change);
  }

  Fault(String code, Seen seen, Change change) {
    this.code = code;
    this.seen = seen;
    this.change = change;
  }
}
