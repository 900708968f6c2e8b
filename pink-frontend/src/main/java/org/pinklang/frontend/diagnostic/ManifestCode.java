package org.pinklang.frontend.diagnostic;

/** What can be wrong with a manifest in the form of text, beside its tokens. */
public enum ManifestCode implements DiagnosticCode {
  NO_MANIFEST(
      "PK0190",
      "a manifest begins with `manifest` and the name of its module, not with {0}",
      "Every manifest says first what it is the manifest of: `manifest m;` for a unit of the module"
          + " `m`, `manifest m:p;` for a partition, or `manifest;` for a program unit.",
      "module m;"),
  BODY(
      "PK0191",
      "functions have no bodies in a manifest",
      "A manifest says what a unit shows to others; write `;` in place of the body.",
      "manifest m;\nexport fn f() -> Integer { 1; }"),
  VALUE(
      "PK0192",
      "variables have no values in a manifest",
      "The value of a variable is its unit's own; only constants show theirs. Write `;` after the"
          + " type.",
      "manifest m;\nexport var count: Integer := 0;"),
  ANNOTATION(
      "PK0193",
      "`@{0}` is not understood here",
      "A manifest has `@kind(…)`, `@source(\"…\")` and `@unit(\"…\")` after its name, `@undefined`"
          + " before a function that another unit of the module defines, and `@at(…)` before"
          + " imports and declarations.",
      "manifest m;\n@pure\nexport fn f() -> Integer;"),
  ANNOTATION_ARGUMENT(
      "PK0194",
      "`@{0}` needs {1}",
      "The forms are `@kind(…)` with `primary-interface`, `interface-partition`, `implementation`,"
          + " `internal-partition` or `program`; `@source(\"…\")` with the 64 hexadecimal digits of a"
          + " hash; `@unit(\"…\")` with a logical name; `@at(3:1-5:2)`, or `@at(3:1-5:2, 3:11-3:15)`"
          + " with the place of the name, lines and columns from 1 and no end before its start; and"
          + " `@undefined`. Each stands once.",
      "manifest m;\n@kind(header)"),
  OUTSIDE_INTERFACE(
      "PK0195",
      "{0} has no `{1}` declarations",
      "`export` and `private` belong to manifests of `module` units, which are the interface of a"
          + " module: `private` marks what exports need and importers cannot name. In a manifest of"
          + " another kind of unit declarations have no mark.",
      "manifest m;\n@kind(implementation)\nprivate const size: Integer := 8;");

  private final CodeEntry entry;

  ManifestCode(String id, String template, String explanation, String example) {
    entry = new CodeEntry(id, Severity.ERROR, template, explanation, example);
  }

  @Override
  public CodeEntry entry() {
    return entry;
  }
}
