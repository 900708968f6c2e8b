package org.pinklang.frontend.diagnostic;

/** Findings about what units declare for others, and who may see it. */
public enum ModuleCode implements DiagnosticCode {
  PARTITION_NOT_EXPORTED(
      "PK0213",
      Severity.ERROR,
      "the interface partition `:{0}` is not exported by module `{1}`",
      "Every interface partition is exported by the primary interface unit with `export "
          + "import`, directly or through another partition; or make it an internal partition "
          + "with `implement`.",
      """
      //// m.pink
      module m;
      //// m-p.pink
      module m:p;

      export fn f() -> Nil {}
      """),

  EXPORT_OUTSIDE_INTERFACE(
      "PK0214",
      Severity.ERROR,
      "{0} exports nothing",
      "Only units that begin with `module` export declarations; remove `export`, or "
          + "move the declaration to an interface unit.",
      """
      export fn f() -> Nil {}

      fn main() -> Nil {
        f();
      }
      """),

  PRIVATE_IN_EXPORT(
      "PK0216",
      Severity.ERROR,
      "the private declaration `{0}` is part of an exported signature",
      "Importers must be able to name every type in an exported signature; export the "
          + "type, as `opaque` where its fields are to stay private.",
      """
      module m;

      struct Point { x: Integer }

      export fn origin() -> Point { Point { x: 0 }; }
      """),

  EXPORT_WITHOUT_TYPE(
      "PK0217",
      Severity.ERROR,
      "the exported {0} `{1}` does not write its type",
      "What a unit exports is a function of its text alone, so that exported functions "
          + "and globals write their types in full; add the type.",
      """
      module m;

      export fn answer() { 42; }
      """),

  PRIVATE_NAME(
      "PK0218",
      Severity.ERROR,
      "`{0}` is private in `{1}`",
      "A name of another module can be used only where that module exports it; export "
          + "it there.",
      """
      //// main.pink
      import shapes;

      fn main() -> Nil {
        shapes::draw();
      }
      //// shapes.pink
      module shapes;

      fn draw() -> Nil {}

      export fn show() -> Nil { draw(); }
      """),

  AMBIGUOUS_REEXPORT(
      "PK0219",
      Severity.ERROR,
      "`{0}` is more than one declaration in `{1}`",
      "A module re-exports different declarations of one name from two modules; import "
          + "the module that declares the one that is meant.",
      """
      //// main.pink
      import both;

      fn main() -> Nil {
        both::f();
      }
      //// both.pink
      module both;

      export import a;
      export import b;
      //// a.pink
      module a;

      export fn f() -> Nil {}
      //// b.pink
      module b;

      export fn f() -> Nil {}
      """),

  UNKNOWN_EXPORT(
      "PK0220",
      Severity.ERROR,
      "module `{0}` has no `{1}`",
      "A name is used that the module neither declares nor re-exports; correct the " + "name.",
      """
      //// main.pink
      import shapes;

      fn main() -> Nil {
        shapes::drow();
      }
      //// shapes.pink
      module shapes;

      export fn draw() -> Nil {}
      """),

  DEPENDS_ON_ERROR(
      "PK0223",
      Severity.ERROR,
      "this depends on `{0}`, which has errors",
      "A declaration of another unit is used that could not be resolved; mend it there.",
      """
      //// main.pink
      import shapes;

      fn main() -> Nil {
        shapes::draw();
      }
      //// shapes.pink
      module shapes;

      export fn draw() -> Nowhere { panic(""); }
      """),

  TYPE_NOT_WRITTEN(
      "PK0224",
      Severity.ERROR,
      "the type of `{0}` is not written out, so that other units cannot use it",
      "Units of a module see the private declarations of each other as far as their "
          + "types are written; write the type where the declaration is.",
      """
      //// m.pink
      module m;

      fn answer() { 42; }

      export fn ask() -> Integer { answer(); }
      //// m+use.pink
      implement m;

      fn twice() -> Integer { answer() + answer(); }
      """),

  UNIT_NOT_IMPORTED(
      "PK0225",
      Severity.ERROR,
      "`{0}` is declared in `{1}`, which is not imported here",
      "A unit sees the declarations of another unit of its module only where it imports "
          + "that unit; add the import.",
      """
      //// m.pink
      module m;

      export import :p;
      export import :q;
      //// m-p.pink
      module m:p;

      fn f() -> Nil {}
      //// m-q.pink
      module m:q;

      export fn g() -> Nil { f(); }
      """),

  UNRESOLVED_REEXPORT(
      "PK0226",
      Severity.ERROR,
      "`{1}` may come from `{2}`, which module `{0}` re-exports and which is not found",
      "A module re-exports another that nobody has, so that it is not known whether the "
          + "name exists; provide the missing module.",
      """
      //// main.pink
      import shapes;

      fn main() -> Nil {
        shapes::draw();
      }
      //// shapes.pink
      module shapes;

      export import nowhere;
      """),

  DEFINITION_MISSING(
      "PK0227",
      Severity.ERROR,
      "`{0}` is declared without a body, and no other unit of `{1}` defines it",
      "A function declared with `;` in an interface unit is defined in exactly one "
          + "other unit of the module; add the definition.",
      """
      module m;

      export fn f() -> Integer;
      """),

  SECOND_DEFINITION(
      "PK0228",
      Severity.ERROR,
      "`{0}` is defined a second time",
      "A function declared without a body is defined in exactly one other unit of the "
          + "module; remove one definition.",
      """
      //// m.pink
      module m;

      export fn f() -> Integer;
      //// m+a.pink
      implement m;

      fn f() -> Integer { 1; }
      //// m+b.pink
      implement m;

      fn f() -> Integer { 2; }
      """),

  DEFINITION_DIFFERS(
      "PK0229",
      Severity.ERROR,
      "the definition of `{0}` differs from its declaration: it is `{1}` and should be " + "`{2}`",
      "A function declared without a body is defined with the same types of parameters "
          + "and result; make the two agree.",
      """
      //// m.pink
      module m;

      export fn f() -> Integer;
      //// m+a.pink
      implement m;

      fn f() -> Float { 1.0; }
      """),

  DECLARED_IN_TWO_UNITS(
      "PK0230",
      Severity.ERROR,
      "`{0}` is declared in two units of module `{1}`",
      "The interface units and partitions of a module share one namespace; rename one "
          + "of the declarations.",
      """
      //// m.pink
      module m;

      export import :p;

      export fn f() -> Integer { 1; }
      //// m-p.pink
      module m:p;

      export fn f() -> Integer { 2; }
      """),

  NOT_OFFERED(
      "PK0232",
      Severity.WARNING,
      "`{0}` cannot be inlined into importers: its body needs {1}",
      "The body of an `inline` function is offered to importers, and importers cannot reach what "
          + "the module does not export; export it, or leave out `inline`.",
      """
      module m;

      fn twice(x: Integer) -> Integer { x + x; }

      export inline fn f(x: Integer) -> Integer { twice(x); }
      """);

  private final CodeEntry entry;

  ModuleCode(String id, Severity severity, String template, String explanation, String example) {
    entry = new CodeEntry(id, severity, template, explanation, example);
  }

  @Override
  public CodeEntry entry() {
    return entry;
  }
}
