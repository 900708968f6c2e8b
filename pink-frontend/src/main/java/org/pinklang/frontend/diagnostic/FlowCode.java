package org.pinklang.frontend.diagnostic;

/** Terms, control, assignment, narrowing and the addresses of locals. */
public enum FlowCode implements DiagnosticCode {
  NOT_A_PLACE(
      "PK0501",
      Severity.ERROR,
      "this is not a place that can be assigned",
      "A variable, `*p`, a field or an element of one, and an element of a slice can be assigned.",
      """
      fn main() {
        1 = 2;
      }
      """),
  CONSTANT_ASSIGNED(
      "PK0502",
      Severity.ERROR,
      "`{0}` is a `const` and cannot be assigned",
      "A `const` keeps its value; declare a variable to assign it.",
      """
      fn main() {
        const x := 1;
        x = 2;
      }
      """),
  STRING_ASSIGNED(
      "PK0503",
      Severity.ERROR,
      "a string literal cannot be assigned",
      "The bytes of a string literal are constant; copy them into an array first.",
      """
      fn main() {
        "abc"[0] = 1;
      }
      """),
  ADDRESS_OF_VALUE(
      "PK0504",
      Severity.ERROR,
      "this value lies in no place, so that it has no address",
      "`&` and slices need a variable, a field or element of one, or what a pointer points at.",
      """
      fn main() {
        _p := &1;
      }
      """),
  LOCAL_RETURNED(
      "PK0505",
      Severity.ERROR,
      "this returns the address of `{0}`, which ends with the function",
      "A local lives until its function returns; return the value, or let the caller give the place.",
      """
      fn f() -> *Integer {
        x := 1;
        &x;
      }

      fn main() -> Nil {
        _p := f();
      }
      """),
  OUTSIDE_LOOP(
      "PK0506",
      Severity.ERROR,
      "`{0}` stands outside a loop",
      "`break` and `continue` belong to the loop around them.",
      """
      fn main() {
        break;
      }
      """),
  OUTSIDE_FUNCTION(
      "PK0507",
      Severity.ERROR,
      "`return` stands outside a function",
      "A constant expression has nothing to return from.",
      """
      const _x := { return 1; };

      fn main() {}
      """),
  RETURN_WITHOUT_VALUE(
      "PK0508",
      Severity.ERROR,
      "`return` must give a value of type `{0}`",
      "A function with a result returns a value of its type.",
      """
      fn f() -> Integer {
        return;
      }

      fn main() {
        _x := f();
      }
      """),
  NO_RESULT(
      "PK0509",
      Severity.ERROR,
      "the body of `{0}` must give a value of type `{1}`, but ends without one",
      "The result of a function is the value of its last term, or what is returned.",
      """
      fn f() -> Integer {}

      fn main() {
        _x := f();
      }
      """),
  UNREACHABLE(
      "PK0510",
      Severity.WARNING,
      "this is never reached",
      "A term follows one that never ends normally; remove it.",
      """
      fn main() {
        return;
        main();
      }
      """),
  UNUSED_LOCAL(
      "PK0511",
      Severity.WARNING,
      "`{0}` is never used",
      "Remove the local, or begin its name with `_`.",
      """
      fn main() {
        x := 1;
      }
      """),
  REDECLARED(
      "PK0512",
      Severity.ERROR,
      "`{0}` is declared in this scope already",
      "A name is declared once in a scope; rename one, or assign with `=`.",
      """
      fn main() {
        _x := 1;
        _x := 2;
      }
      """),
  KNOWN_NOT_NIL(
      "PK0513",
      Severity.WARNING,
      "`{0}` is known not to be nil here",
      "An earlier comparison or assignment has settled this one.",
      """
      fn f(p: *?Integer) -> Boolean {
        if (p == nil) {
          return false;
        }
        p != nil;
      }

      fn main() {
        _x := f(nil);
      }
      """),
  ASSIGNED_CONDITION(
      "PK0514",
      Severity.ERROR,
      "`=` assigns; `==` compares",
      "A condition is a Boolean; compare with `==`.",
      """
      fn main() {
        x := 1;
        if (x = 2) {}
      }
      """),
  TUPLE_ASSIGNED(
      "PK0515",
      Severity.ERROR,
      "only a declaration takes a tuple apart",
      "`(a, b) := t` declares two names; assign `t.0` and `t.1` one by one.",
      """
      fn main() {
        a := 1;
        b := 2;
        (a, b) = (b, a);
      }
      """),
  IF_WITHOUT_ELSE(
      "PK0516",
      Severity.ERROR,
      "an `if` without `else` has no value, but one of type `{0}` is wanted here",
      "Where the value of an `if` is used it has an `else`.",
      """
      fn main() {
        _x: Integer := if (true) { 1; };
      }
      """);

  private final CodeEntry entry;

  FlowCode(String id, Severity severity, String template, String explanation, String example) {
    entry = new CodeEntry(id, severity, template, explanation, example);
  }

  @Override
  public CodeEntry entry() {
    return entry;
  }
}
