package org.pinklang.frontend.diagnostic;

/** Types of values and what operators, calls and literals make of them. */
public enum TypeCode implements DiagnosticCode {
  MISMATCH(
      "PK0401",
      Severity.ERROR,
      "{0} must be `{1}`, but this is `{2}`",
      "A value has another type than the place it goes to; change or convert it.",
      """
      fn main() {
        _x: Integer := true;
      }
      """),
  LITERAL_OUT_OF_RANGE(
      "PK0402",
      Severity.ERROR,
      "`{0}` does not fit {1}, which holds {2} to {3}",
      "A literal must fit the type it takes; choose a wider type, or convert it with wrapping as in `Byte(300)`.",
      """
      fn main() {
        _x: Byte := 300;
      }
      """),
  INTEGER_FOR_FLOAT(
      "PK0403",
      Severity.ERROR,
      "`{0}` is an integer, but a `{1}` is wanted: write `{2}`",
      "An integer literal never becomes a float; write it with a fraction.",
      """
      fn main() -> Nil {
        _x: Float := 1;
      }
      """),
  NIL_NOT_ALLOWED(
      "PK0404",
      Severity.ERROR,
      "{0} must be `{1}`, which is never nil",
      "Only the pointer types written `*?T` hold nil; give the place such a type.",
      """
      fn main() -> Nil {
        _p: *Integer := nil;
      }
      """),
  OPERANDS_DIFFER(
      "PK0405",
      Severity.ERROR,
      "`{0}` needs operands of one type, but these are `{1}` and `{2}`",
      "Nothing converts operands to one another; convert one of them as in `Float(n)`.",
      """
      fn main() {
        n := 1;
        _x := n + 2.5;
      }
      """),
  OPERAND_TYPE(
      "PK0406",
      Severity.ERROR,
      "`{0}` does not work on `{1}`",
      "An operator has operands of a type it is not made for.",
      """
      fn main() {
        _x := "a" + "b";
      }
      """),
  NOT_COMPARABLE(
      "PK0407",
      Severity.ERROR,
      "values of type `{0}` cannot be compared with `{1}`",
      "Slices and unions, and what holds them, have no `==`; compare their parts.",
      """
      fn main() {
        _x := "a" == "b";
      }
      """),
  COMPARISON_CHAIN(
      "PK0408",
      Severity.ERROR,
      "comparisons cannot be chained",
      "A comparison gives a Boolean, which has no order; join two comparisons with `and`.",
      """
      fn main() {
        _x := 1 < 2 < 3;
      }
      """),
  NEVER_NIL(
      "PK0409",
      Severity.ERROR,
      "`{0}` is never nil",
      "Only a `*?T` can be nil, so that comparing anything else with nil says nothing.",
      """
      fn main() {
        x := 1;
        p := &x;
        _x := p == nil;
      }
      """),
  MAY_BE_NIL(
      "PK0410",
      Severity.ERROR,
      "this `{0}` may be nil",
      "A `*?T` is used after `if (p != nil)` or with `p!`, which panics on nil.",
      """
      fn main() {
        p: *?Integer := nil;
        _x := *p;
      }
      """),
  BRANCHES_DIFFER(
      "PK0411",
      Severity.ERROR,
      "the branches give different types: `{0}` and `{1}`",
      "Where the value of an `if` or `match` is used and no type is wanted, its branches agree in type.",
      """
      fn main() {
        _x := if (true) { 1; } else { false; };
      }
      """),
  ELEMENTS_DIFFER(
      "PK0412",
      Severity.ERROR,
      "the elements have different types: `{0}` and `{1}`",
      "All elements of an array have one type.",
      """
      fn main() {
        _x := [1, true];
      }
      """),
  EMPTY_ARRAY(
      "PK0413",
      Severity.ERROR,
      "nothing says what type the elements of `[]` have",
      "An empty array literal takes the type of its elements from where it goes; write that type.",
      """
      fn main() {
        _x := [];
      }
      """),
  NOT_A_FUNCTION(
      "PK0414",
      Severity.ERROR,
      "this is `{0}` and cannot be called",
      "Only functions and values of function type are called.",
      """
      fn main() {
        x := 1;
        x(2);
      }
      """),
  ARGUMENT_COUNT(
      "PK0415",
      Severity.ERROR,
      "{0} takes {1}, but {2} given",
      "A call gives one argument for each parameter.",
      """
      fn main() {
        panic();
      }
      """),
  NO_SUCH_FIELD(
      "PK0416",
      Severity.ERROR,
      "`{0}` has no field `{1}`",
      "The type of the value has no such field.",
      """
      struct Point { x: Integer }

      fn main() {
        p := Point { x: 1 };
        _x := p.y;
      }
      """),
  NO_SUCH_ELEMENT(
      "PK0417",
      Severity.ERROR,
      "`{0}` has no element `.{1}`",
      "Only tuples have numbered elements, counted from 0.",
      """
      fn main() {
        t := (1, 2);
        _x := t.2;
      }
      """),
  NOT_INDEXABLE(
      "PK0418",
      Severity.ERROR,
      "`{0}` has no elements to {1}",
      "Arrays, pointers to arrays and slices have elements; from another pointer `p[a..b]` makes a slice.",
      """
      fn main() {
        x := 1;
        _y := x[0];
      }
      """),
  NOT_AN_INTEGER(
      "PK0419",
      Severity.ERROR,
      "{0} must be an integer, but this is `{1}`",
      "Indices, bounds, lengths and shift counts are integers.",
      """
      fn main() {
        a := [1, 2];
        _x := a[1.0];
      }
      """),
  NO_SUCH_METHOD(
      "PK0420",
      Severity.ERROR,
      "no function `{1}` here takes a value of type `{0}`",
      "`x.f(y)` calls a field of function type, or a function `f` whose first parameter takes `x`, `&x` or `*x`.",
      """
      fn main() {
        x := 1;
        x.twice();
      }
      """),
  NOT_A_STRUCT(
      "PK0421",
      Severity.ERROR,
      "`{0}` is not a struct",
      "Only a struct is made with `{ field: value }`.",
      """
      fn main() {
        _x := Integer { a: 1 };
      }
      """),
  MISSING_FIELDS(
      "PK0422",
      Severity.ERROR,
      "`{0}` also needs {1}",
      "A struct literal gives every field a value.",
      """
      struct Point { x: Integer, y: Integer }

      fn main() -> Nil {
        _p := Point { x: 1 };
      }
      """),
  DUPLICATE_FIELD(
      "PK0423",
      Severity.ERROR,
      "field `{0}` has a value already",
      "A struct literal gives every field one value.",
      """
      struct Point { x: Integer }

      fn main() -> Nil {
        _p := Point { x: 1, x: 2 };
      }
      """),
  NO_SUCH_ALTERNATIVE(
      "PK0424",
      Severity.ERROR,
      "`{0}` has no alternative `{1}`",
      "The union declares no alternative of this name.",
      """
      union Shape { dot, line: Integer }

      fn main() {
        _s := Shape.circle;
      }
      """),
  PAYLOAD(
      "PK0425",
      Severity.ERROR,
      "alternative `{0}` of `{1}` carries {2}",
      "An alternative is written with a value in parentheses exactly where it carries one.",
      """
      union Shape { dot, line: Integer }

      fn main() {
        _s := Shape.line;
      }
      """),
  NOT_A_UNION(
      "PK0426",
      Severity.ERROR,
      "only unions are matched, but this is `{0}`",
      "`match` tells the alternatives of a union apart; use `if` for other values.",
      """
      fn main() {
        match (1) {
          else => {}
        }
      }
      """),
  NOT_EXHAUSTIVE(
      "PK0427",
      Severity.ERROR,
      "this `match` leaves out {0}",
      "A `match` handles every alternative of the union, or has an `else`.",
      """
      union Shape { dot, line: Integer }

      fn main() {
        match (Shape.dot) {
          dot => {}
        }
      }
      """),
  DUPLICATE_ARM(
      "PK0428",
      Severity.ERROR,
      "alternative `{0}` is handled already",
      "A `match` handles an alternative once.",
      """
      union Shape { dot }

      fn main() {
        match (Shape.dot) {
          dot => {}
          dot => {}
        }
      }
      """),
  NO_CONVERSION(
      "PK0429",
      Severity.ERROR,
      "`{0}` cannot be converted to `{1}`",
      "Conversions go between numbers, and from Boolean to integers.",
      """
      fn main() {
        _x := Integer("1");
      }
      """),
  NO_CAST(
      "PK0430",
      Severity.ERROR,
      "`as` does not convert `{0}` to `{1}`",
      "`as` converts between pointer types only; numbers are converted as in `Float(n)`.",
      """
      fn main() {
        _x := 1 as Float;
      }
      """),
  TYPE_AS_VALUE(
      "PK0431",
      Severity.ERROR,
      "`{0}` is a type, not a value",
      "A type stands where a value is needed.",
      """
      fn main() {
        _x := Integer;
      }
      """),
  VARIABLE_AS_TYPE(
      "PK0432",
      Severity.ERROR,
      "`{0}` is a variable here, not a type",
      "The innermost declaration of a name wins; rename the variable.",
      """
      fn main() {
        Integer := 1;
        _x: Integer := Integer;
      }
      """),
  OPAQUE(
      "PK0433",
      Severity.ERROR,
      "`{0}` is opaque: outside its module it is used only behind a pointer",
      "The fields and the size of an `opaque struct` are known to its own module only.",
      """
      //// m.pink
      module m;

      export opaque struct S { x: Integer }

      var only := S { x: 1 };

      export fn make() -> *S {
        &only;
      }
      //// main.pink
      import m;

      fn main() {
        _x := m::make().x;
      }
      """),
  VARIADIC(
      "PK0434",
      Severity.ERROR,
      "{0}",
      "A C function with `...` is called directly, and its further arguments are scalars, pointers, function pointers or structs.",
      """
      extern fn printf(format: *Byte, ...) -> Integer32;

      fn main() {
        _f := printf;
      }
      """),
  NOT_TAKEN_APART(
      "PK0435",
      Severity.ERROR,
      "{0} names take apart a tuple of as many elements, but this is `{1}`",
      "`(a, b) := t` needs a tuple with one element for each name.",
      """
      fn main() {
        (_a, _b) := 1;
      }
      """),
  NOT_ITERABLE(
      "PK0436",
      Severity.ERROR,
      "`for` runs over arrays, slices and ranges, but this is `{0}`",
      "`for x in xs` runs over an array or a slice, `for i in a..b` over integers.",
      """
      fn main() {
        for _x in 10 {}
      }
      """),
  BUILTIN_AS_VALUE(
      "PK0437",
      Severity.ERROR,
      "`{0}` can only be called",
      "The predeclared functions are no values.",
      """
      fn main() {
        _f := panic;
      }
      """),
  NOT_A_POINTER(
      "PK0438",
      Severity.ERROR,
      "`{0}` is not a pointer",
      "`*` goes to where a `*T` points, and `!` makes a `*T` of a `*?T`.",
      """
      fn main() {
        x := 1;
        _y := *x;
      }
      """),
  SLICE_BOUNDS(
      "PK0439",
      Severity.ERROR,
      "a slice of a plain pointer needs both bounds",
      "A pointer does not know how many elements follow, so that `p[a..b]` needs both sides.",
      """
      fn main() {
        x := 1;
        p := &x;
        _s := p[0..];
      }
      """),
  TOO_LARGE(
      "PK0440",
      Severity.ERROR,
      "`{0}` is larger than 2^47 bytes",
      "The size of a type is at most 2^47 bytes.",
      """
      fn main() {
        _a := [0; 100000000000000];
      }
      """),
  LENGTH(
      "PK0441",
      Severity.ERROR,
      "{0}",
      "The length of an array is an integer of at least 0.",
      """
      fn main() {
        _a := [0; -1];
      }
      """),
  TOO_MANY_PARTS(
      "PK0442",
      Severity.ERROR,
      "the type of this tuple has more than {0} parts",
      "A tuple of tuples of tuples soon has more elements than fit any memory; use an array or a struct.",
      """
      fn main() -> Nil {
        a := (nil, nil, nil, nil, nil, nil, nil, nil, nil, nil);
        b := (a, a, a, a, a, a, a, a, a, a);
        c := (b, b, b, b, b, b, b, b, b, b);
        _d := (c, c, c, c, c, c, c, c, c, c);
      }
      """);

  private final CodeEntry entry;

  TypeCode(String id, Severity severity, String template, String explanation, String example) {
    entry = new CodeEntry(id, severity, template, explanation, example);
  }

  @Override
  public CodeEntry entry() {
    return entry;
  }
}
