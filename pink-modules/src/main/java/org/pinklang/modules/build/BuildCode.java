package org.pinklang.modules.build;

import org.pinklang.frontend.diagnostic.CodeEntry;
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
  /** A unit of the user declares to belong to a standard module. */
  UNIT_OF_STANDARD_MODULE(
      "PK0707",
      "the standard module `{0}` takes no further units",
      "All units of a module come from where its primary interface unit comes from, and the standard"
          + " modules come with the compiler; use another name for the module.",
      "implement std.io;\n"),
  /** A function is too large for the optimiser. */
  NOT_OPTIMIZED(
      "PK0706",
      Severity.WARNING,
      "`{0}` is too large to be optimised and is compiled as with -O0",
      "The time LLVM takes for a function grows with the square of its size, and this one would take"
          + " minutes; split it into smaller functions.",
      ""),
  /** A manifest in a file was made from another text than its source is now. */
  STALE_MANIFEST(
      "PK0711",
      Severity.WARNING,
      "`{0}` is not used: it was made from another text than `{1}` is now",
      "The source of a manifest has changed since the manifest was made, so the unit is looked for"
          + " elsewhere; write the manifest again with `pink build --emit manifest`, or use it all"
          + " the same with `--validate ignore`.",
      ""),
  /** A file in a folder of manifests is damaged. */
  DAMAGED_MANIFEST(
      "PK0712",
      Severity.WARNING,
      "`{0}` is not used: {1}",
      "A file found in a folder of manifests is no manifest, or not all of one, so the unit is"
          + " looked for elsewhere; write it again with `pink build --emit manifest`.",
      ""),
  /** A manifest in a folder was written by another version of the compiler. */
  OTHER_VERSION(
      "PK0713",
      Severity.WARNING,
      "`{0}` of another version of the compiler is not used: {1}",
      "Format and language version of a manifest must be those of the compiler that reads it, so"
          + " the unit is looked for elsewhere; write it again with `pink build --emit manifest`.",
      ""),
  /** A manifest in a folder is not the one its file's name promises. */
  OTHER_MANIFEST(
      "PK0714",
      Severity.WARNING,
      "`{0}` is not used: it is the manifest of {1}",
      "In a folder of manifests `a.b.pmi` holds that of the module `a.b` and `a.b-p.pmi` that of"
          + " its partition `p`, so the unit is looked for elsewhere; rename the file.",
      ""),
  /** The policy wants the source of a manifest, which is not there. */
  SOURCE_MISSING(
      "PK0715",
      Severity.WARNING,
      "`{0}` is not used: there is no source `{1}` to compare it with",
      "With `--validate strict` a manifest is used only where its source is in its place on the"
          + " source path; add the folder it lies under with `--source-path`, or be content with"
          + " `--validate content`.",
      ""),
  /** A manifest in a folder cannot be read. */
  UNREADABLE_MANIFEST(
      "PK0716",
      Severity.WARNING,
      "`{0}` is not used: it cannot be read ({1})",
      "A file found in a folder of manifests cannot be read, so the unit is looked for elsewhere;"
          + " see to its permissions.",
      ""),
  /** A manifest turned out to be damaged when one of its declarations was needed. */
  BROKEN_MANIFEST(
      "PK0717",
      "`{0}` is damaged: {1}",
      "What a manifest says of a declaration is read when the declaration is used, and this one"
          + " makes no sense; write the manifest again with `pink build --emit manifest`.",
      ""),
  /** A manifest given as an input cannot be read. */
  UNUSABLE_INPUT(
      "PK0718",
      "the input `{0}` is no manifest that can be used: {1}",
      "An input whose name ends with `.pmi` is a manifest, binary or as text; write it again with"
          + " `pink build --emit manifest`.",
      ""),
  /** A manifest that is optimised against does not say what its unit offers for inlining. */
  NO_BODIES(
      "PK0720",
      Severity.NOTE,
      "functions of `{0}` are called and not inlined: its manifest does not hold their bodies",
      "A manifest holds the bodies that a unit offers for inlining where the unit was checked when it"
          + " was written, and one that is text never does; write it again with `pink build --emit"
          + " manifest` where everything that the unit imports is at hand.",
      ""),
  /** A folder given as an input holds no source. */
  EMPTY_FOLDER(
      "PK0719",
      "there is no .pink file in the folder `{0}`",
      "A folder as an input stands for every `.pink` file below it, links not followed, and this one"
          + " has none; see whether it is the one that was meant.",
      "");

  private final CodeEntry entry;

  BuildCode(String id, String template, String explanation, String example) {
    this(id, Severity.ERROR, template, explanation, example);
  }

  BuildCode(String id, Severity severity, String template, String explanation, String example) {
    entry = new CodeEntry(id, severity, template, explanation, example);
  }

  @Override
  public CodeEntry entry() {
    return entry;
  }
}
