package org.pinklang.frontend.diagnostic;

/** Findings about imports: what they name, and how what they give is called. */
public enum ImportCode implements DiagnosticCode {
  UNIT_MISSING(
      "PK0201",
      Severity.ERROR,
      "module `{0}` is not found",
      "An import names a module that nobody has; correct the name, or say where to look "
          + "with a source path or a manifest path.",
      """
      import nowhere;

      fn main() -> Nil {
        nowhere::f();
      }
      """),

  UNIT_REJECTED(
      "PK0202",
      Severity.ERROR,
      "module `{0}` cannot be used: {1}",
      "There is something in the place of an imported module, but it is damaged, out of "
          + "date or declares another module.",
      """
      //// main.pink
      import shapes;

      fn main() -> Nil {
        shapes::draw();
      }
      //// shapes.pink
      module forms;

      export fn draw() -> Nil {}
      """),

  SELF_IMPORT(
      "PK0203",
      Severity.ERROR,
      "`{0}` imports itself",
      "A unit sees its own declarations without an import; remove the import.",
      """
      module m;

      import m;
      """),

  DUPLICATE_IMPORT(
      "PK0204",
      Severity.ERROR,
      "`{0}` is imported twice",
      "A unit imports each module or partition once; put the alias and all listed names "
          + "on one import.",
      """
      //// main.pink
      import shapes;
      import shapes;

      fn main() -> Nil {
        shapes::draw();
      }
      //// shapes.pink
      module shapes;

      export fn draw() -> Nil {}
      """),

  ALIAS_CLASH(
      "PK0205",
      Severity.ERROR,
      "the alias `{0}` is already the name of {1}",
      "An alias must differ from the name of the unit's module, and from the full names and "
          + "the aliases of all other imports; choose another alias.",
      """
      //// main.pink
      import a as c;
      import b as c;

      fn main() -> Nil {
        c::f();
      }
      //// a.pink
      module a;

      export fn f() -> Nil {}
      //// b.pink
      module b;

      export fn f() -> Nil {}
      """),

  AMBIGUOUS_QUALIFIER(
      "PK0206",
      Severity.ERROR,
      "`{0}` may be {1}",
      "Two imported modules have the same last segment and neither has it as full name "
          + "or alias; give one of them an alias with `as`, or write the full name.",
      """
      //// main.pink
      import a.c;
      import b.c;

      fn main() -> Nil {
        c::f();
      }
      //// a/c.pink
      module a.c;

      export fn f() -> Nil {}
      //// b/c.pink
      module b.c;

      export fn f() -> Nil {}
      """),

  LIST_CLASH(
      "PK0207",
      Severity.ERROR,
      "`{0}` is imported here but also declared in {1}",
      "A name in the list of an import must not be one that the unit declares itself, or sees "
          + "declared in its module; take it off the list and write it with its module, or rename "
          + "the declaration.",
      """
      //// main.pink
      import shapes { draw };

      fn draw() {}

      fn main() -> Nil {
        draw();
      }
      //// shapes.pink
      module shapes;

      export fn draw() -> Nil {}
      """),

  LISTED_TWICE(
      "PK0208",
      Severity.ERROR,
      "`{0}` is listed twice",
      "The list of an import names each declaration once.",
      """
      //// main.pink
      import shapes { draw, draw };

      fn main() -> Nil {
        draw();
      }
      //// shapes.pink
      module shapes;

      export fn draw() -> Nil {}
      """),

  LISTS_DISAGREE(
      "PK0209",
      Severity.ERROR,
      "`{0}` is imported from two modules",
      "The lists of two imports give one name to different declarations; take it off "
          + "one of the lists.",
      """
      //// main.pink
      import a { f };
      import b { f };

      fn main() -> Nil {
        f();
      }
      //// a.pink
      module a;

      export fn f() -> Nil {}
      //// b.pink
      module b;

      export fn f() -> Nil {}
      """),

  EXPORT_OF_INTERNAL_PARTITION(
      "PK0210",
      Severity.ERROR,
      "the internal partition `:{0}` cannot be exported",
      "A partition that begins with `implement` is no part of the interface; import it "
          + "without `export`, or make it an interface partition with `module`.",
      """
      //// m.pink
      module m;

      export import :p;
      //// m-p.pink
      implement m:p;
      """),

  PARTITION_OUTSIDE(
      "PK0211",
      Severity.ERROR,
      "the partition `:{0}` is imported outside a module",
      "Partitions are imported by units of their own module only; import the module " + "instead.",
      """
      import :p;

      fn main() -> Nil {}
      """),

  PARTITION_MISSING(
      "PK0212",
      Severity.ERROR,
      "module `{0}` has no partition `:{1}`",
      "An import names a partition that is not found; correct the name or add the " + "partition.",
      """
      module m;

      import :p;
      """),

  EXPORT_IMPORT_OUTSIDE_INTERFACE(
      "PK0215",
      Severity.ERROR,
      "only an interface unit can export what it imports",
      "Only units that begin with `module` re-export; remove `export`.",
      """
      //// main.pink
      export import shapes;

      fn main() -> Nil {
        shapes::draw();
      }
      //// shapes.pink
      module shapes;

      export fn draw() -> Nil {}
      """),

  UNKNOWN_QUALIFIER(
      "PK0221",
      Severity.ERROR,
      "no import is called `{0}`",
      "What stands before `::` is the full name of an imported module, its last segment "
          + "or its alias; correct it or add the import.",
      """
      fn main() -> Nil {
        shapes::draw();
      }
      """),

  IMPORT_NEEDED(
      "PK0222",
      Severity.ERROR,
      "module `{0}` is not imported here",
      "The module exists, but its names can be used only by units that import it; add "
          + "the import.",
      """
      //// main.pink
      import drawing;

      fn main() -> Nil {
        drawing::draw();
        shapes::draw();
      }
      //// drawing.pink
      module drawing;

      import shapes;

      export fn draw() -> Nil { shapes::draw(); }
      //// shapes.pink
      module shapes;

      export fn draw() -> Nil {}
      """),

  UNUSED_IMPORT(
      "PK0231",
      Severity.WARNING,
      "`{0}` is imported but not used",
      "Nothing of what an import gives is used; remove it.",
      """
      //// main.pink
      import shapes;

      fn main() -> Nil {}
      //// shapes.pink
      module shapes;

      export fn draw() -> Nil {}
      """);

  private final CodeEntry entry;

  ImportCode(String id, Severity severity, String template, String explanation, String example) {
    entry = new CodeEntry(id, severity, template, explanation, example);
  }

  @Override
  public CodeEntry entry() {
    return entry;
  }
}
