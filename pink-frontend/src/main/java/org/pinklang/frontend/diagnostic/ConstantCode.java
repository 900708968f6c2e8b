package org.pinklang.frontend.diagnostic;

/** Findings about constant expressions and the layout of types. */
public enum ConstantCode implements DiagnosticCode {
  CONSTANT_CYCLE(
      "PK0601",
      Severity.ERROR,
      "the value of `{0}` depends on itself",
      "The initialiser of a constant needs the value of the constant itself, perhaps "
          + "through others; break the chain.",
      """
      const a := b + 1;
      const b := a + 1;

      fn main() -> Nil {
        _ := a;
      }
      """),

  LAYOUT_CYCLE(
      "PK0602",
      Severity.ERROR,
      "`{0}` holds itself by value",
      "A type that holds itself, perhaps through others, would have no end; hold a "
          + "pointer at one place of the chain.",
      """
      struct Node { value: Integer, next: Node }

      fn main() -> Nil {
        n: *?Node := nil;
        _ := n;
      }
      """),

  NOT_CONSTANT(
      "PK0603",
      Severity.ERROR,
      "this is not known when compiling: {0}",
      "The initialiser of a global and the length of an array are computed when "
          + "compiling; use constants only.",
      """
      fn f() -> Integer { 1; }

      var x: Integer := f();

      fn main() -> Nil {
        _ := x;
      }
      """),

  CONSTANT_PANICS(
      "PK0604",
      Severity.ERROR,
      "computing this panics: {0}",
      "A constant expression would panic if the program ran; correct the values.",
      """
      const x := 1 / 0;

      fn main() -> Nil {
        _ := x;
      }
      """);

  private final CodeEntry entry;

  ConstantCode(String id, Severity severity, String template, String explanation, String example) {
    entry = new CodeEntry(id, severity, template, explanation, example);
  }

  @Override
  public CodeEntry entry() {
    return entry;
  }
}
