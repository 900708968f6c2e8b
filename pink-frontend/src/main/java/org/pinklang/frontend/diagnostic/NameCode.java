package org.pinklang.frontend.diagnostic;

/** Findings about names and declarations at top level. */
public enum NameCode implements DiagnosticCode {
  UNKNOWN_NAME(
      "PK0301",
      Severity.ERROR,
      "there is no `{0}` here",
      "A name is used that nothing in scope has; correct it, declare it or import it.",
      """
      fn main() -> Nil {
        missing();
      }
      """),

  DUPLICATE_DECLARATION(
      "PK0302",
      Severity.ERROR,
      "`{0}` is declared twice",
      "Types, functions and globals of a unit share one namespace; rename one of the "
          + "declarations.",
      """
      fn f() {}

      struct f { x: Integer }

      fn main() -> Nil {
        f();
      }
      """),

  NOT_A_TYPE(
      "PK0303",
      Severity.ERROR,
      "`{0}` is {1}, not a type",
      "A type is wanted where the name of something else stands.",
      """
      fn size() -> Integer { 1; }

      fn main() -> Nil {
        x: size := 1;
        _ := x;
        _ := size();
      }
      """),

  PREDECLARED(
      "PK0304",
      Severity.ERROR,
      "`{0}` cannot be declared again",
      "`size_of` and `align_of` are part of the language and keep their meaning; choose "
          + "another name.",
      """
      fn size_of() {}

      fn main() -> Nil {}
      """),

  DUPLICATE_MEMBER(
      "PK0305",
      Severity.ERROR,
      "the {0} `{1}` is declared twice",
      "The fields of a struct, the alternatives of a union and the parameters of a "
          + "function have different names.",
      """
      struct Point { x: Integer, x: Integer }

      fn main() -> Nil {
        p: *?Point := nil;
        _ := p;
      }
      """),

  UNUSED_DECLARATION(
      "PK0306",
      Severity.WARNING,
      "`{0}` is never used",
      "A private declaration is used by nothing that can see it; remove it, or begin "
          + "its name with `_`.",
      """
      fn helper() {}

      fn main() -> Nil {}
      """),

  RESULT_NOT_INFERABLE(
      "PK0307",
      Severity.ERROR,
      "the result of `{0}` cannot be inferred",
      "Every path through the function needs the result of the function itself; write "
          + "the result type.",
      """
      fn f(n: Integer) { f(n - 1); }

      fn main() -> Nil {
        f(1);
      }
      """),

  TYPE_NOT_INFERABLE(
      "PK0308",
      Severity.ERROR,
      "the type of `{0}` cannot be inferred, because it depends on itself",
      "The initialiser of a global without a written type needs that type; write the " + "type.",
      """
      var next := &next;

      fn main() -> Nil {
        _ := next;
      }
      """),

  BODY_MISSING(
      "PK0309",
      Severity.ERROR,
      "the function `{0}` has no body, and {1} cannot declare it for other units",
      "Only an interface unit declares functions that another unit of its module "
          + "defines; write the body.",
      """
      fn f() -> Integer;

      fn main() -> Nil {
        f();
      }
      """),

  RESULT_MISSING(
      "PK0310",
      Severity.ERROR,
      "the function `{0}` is declared without a body and must write its result",
      "The result of a function without a body cannot be inferred; write the result "
          + "type, `Nil` where there is none.",
      """
      //// m.pink
      module m;

      fn f();
      //// m+f.pink
      implement m;

      fn f() -> Nil {}
      """),

  MAIN_RESULT(
      "PK0311",
      Severity.ERROR,
      "`main` cannot give `{0}`",
      "The result of `main` is the exit status of the program: `Nil`, `Boolean` or an "
          + "integer type.",
      """
      fn main() -> Float { 1.0; }
      """),

  MAIN_PARAMETERS(
      "PK0312",
      Severity.ERROR,
      "`main` takes nothing or `(arguments: *[]*[]Byte)`",
      "The entry of a program has no parameters, or one for the arguments of the "
          + "command line.",
      """
      fn main(count: Integer) {
        _ := count;
      }
      """),

  SECOND_MAIN(
      "PK0313",
      Severity.ERROR,
      "`main` is declared a second time",
      "A program has one entry; remove one of the two functions.",
      """
      fn main() -> Nil {}

      fn main() -> Nil {}
      """),

  EXTERN_TYPE(
      "PK0314",
      Severity.ERROR,
      "`{0}` cannot be {1} of a C function",
      "Parameters and results of C functions are scalars, pointers, function pointers "
          + "and structs; pass anything else behind a pointer.",
      """
      extern fn f(pair: (Integer, Integer));

      fn main() -> Nil {
        f((1, 2));
      }
      """),

  RUNTIME_NAME(
      "PK0315",
      Severity.ERROR,
      "`{0}` belongs to the runtime",
      "C functions whose names begin with `pink_` may be declared by standard modules "
          + "only; choose another name.",
      """
      extern fn pink_help();

      fn main() -> Nil {
        pink_help();
      }
      """),

  MAIN_NOT_FUNCTION(
      "PK0316",
      Severity.ERROR,
      "`main` of a program unit must be a function",
      "The name `main` of a program unit is the entry of the program; rename the " + "declaration.",
      """
      const main := 1;
      """);

  private final CodeEntry entry;

  NameCode(String id, Severity severity, String template, String explanation, String example) {
    entry = new CodeEntry(id, severity, template, explanation, example);
  }

  @Override
  public CodeEntry entry() {
    return entry;
  }
}
