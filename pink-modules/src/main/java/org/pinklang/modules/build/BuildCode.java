package org.pinklang.modules.build;

import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.diagnostic.Severity;

/** What can be wrong with the units of a build taken together. */
public enum BuildCode implements DiagnosticCode {
  /** Two units declare the same module or partition. */
  DUPLICATE_UNIT(
      "PK0701",
      "`{0}` is declared twice: by `{1}` and by `{2}`",
      "A module has exactly one primary interface unit and each partition is one unit; remove one"
          + " of the two files or rename what it declares.",
      "//// first.pink\nmodule shapes;\n//// second.pink\nmodule shapes;\n"),
  /** Two units have the same logical name. */
  DUPLICATE_NAME(
      "PK0702",
      "`{1}` and `{2}` are both called `{0}` in this build",
      "Diagnostics, panics and objects know a unit by its logical name, so two units of a build"
          + " cannot share one; rename one of the files.",
      "//// shapes.pink\nfn main() {}\n//// other.pink\nmodule shapes;\n"),
  /** A file among a module's files does not declare that it belongs there. */
  MISPLACED_UNIT(
      "PK0703",
      "`{0}` is in the place of {1}, but is {2}",
      "A file beside a module's primary unit that is named like one of its partitions or"
          + " implementation units belongs to the module; correct its first line or rename it.",
      "//// main.pink\nimport shapes;\nfn main() { shapes::draw(); }\n"
          + "//// shapes.pink\nmodule shapes;\nexport fn draw() -> Nil {}\n"
          + "//// shapes+help.pink\nimplement numbers;\n"),
  /** Two program units define {@code main}. */
  SECOND_MAIN(
      "PK0704",
      "`main` is defined in two program units of this build",
      "A program has one entry; build each program on its own, or make one of the units a module.",
      "//// first.pink\nfn main() {}\n//// second.pink\nfn main() {}\n"),
  /** A module that the user asked for was not found. */
  MODULE_NOT_FOUND(
      "PK0705",
      "there is no module `{0}` to build",
      "The module named as an input was not found in any of the places listed; give its file or"
          + " add the folder it lies under to the source path.",
      ""),
  /** A function is too large for the optimiser. */
  NOT_OPTIMIZED(
      "PK0706",
      Severity.WARNING,
      "`{0}` is too large to be optimised and is compiled as with -O0",
      "The time LLVM takes for a function grows with the square of its size, and this one would take"
          + " minutes; split it into smaller functions.",
      "");

  private final String id;
  private final Severity severity;
  private final String template;
  private final String explanation;
  private final String example;

  BuildCode(String id, String template, String explanation, String example) {
    this(id, Severity.ERROR, template, explanation, example);
  }

  BuildCode(String id, Severity severity, String template, String explanation, String example) {
    this.id = id;
    this.severity = severity;
    this.template = template;
    this.explanation = explanation;
    this.example = example;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Severity severity() {
    return severity;
  }

  @Override
  public String template() {
    return template;
  }

  @Override
  public String explanation() {
    return explanation;
  }

  @Override
  public String example() {
    return example;
  }
}
