package org.pinklang.api;

import org.pinklang.frontend.diagnostic.CodeEntry;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.diagnostic.Severity;

/** What keeps the objects of a program without errors from being linked or loaded. */
enum LinkCode implements DiagnosticCode {
  NO_MAIN(
      "PK0801",
      "there is no `main`: an executable needs a program unit that defines `fn main()`",
      "An executable begins in the `main` of a program unit, a text without a `module` or"
          + " `implement` line; write one, or ask for objects.",
      "module shapes;\nexport fn sides() -> Integer { 3; }\n"),
  UNDEFINED_SYMBOL(
      "PK0802",
      "`{0}` is not defined anywhere; it is needed by {1}",
      "An `extern fn` names a C function that neither the runtime nor the system's C library"
          + " defines; correct its name.",
      "extern fn no_such_function_in_c();\nfn main() { no_such_function_in_c(); }\n"),
  DUPLICATE_SYMBOL(
      "PK0803",
      "`{0}` is defined more than once: by {1}",
      "Two objects define the same symbol; rename one of the functions.",
      ""),
  NO_LIBRARY(
      "PK0804",
      "the system's C library, needed for {0}, is in none of {1}",
      "The program calls C functions and the library that defines them is not installed where"
          + " programs look for it.",
      ""),
  UNSUPPORTED_TARGET(
      "PK0805",
      "nothing can be linked for {0}, only objects be made; it can for {1}",
      "Objects are made for more targets than programs and libraries: make them with `--emit object`"
          + " and link them with the target's own linker. `pink targets` says what can be linked.",
      ""),
  MISSING_OBJECT(
      "PK0806",
      "the object of {0} is missing; it is needed by {1}",
      "A module that is imported through its manifest is linked through its object, which lies"
          + " beside the manifest (`a.b.o` beside `a.b.pmi`), is given as an input, or is compiled"
          + " from the source that the manifest was made from; provide one of these.",
      ""),
  UNUSABLE_OBJECT(
      "PK0807",
      "`{0}` cannot be linked: {1}",
      "A file given or found as an object, archive or shared library is none, or not all of one, or"
          + " cannot be part of what is made; make it again, or give another one.",
      ""),
  OTHER_MACHINE(
      "PK0808",
      "`{0}` is for {1}, but the target is {2}",
      "All objects of a program are for one machine; compile this one with the same `--target`.",
      ""),
  OTHER_HOST(
      "PK0809",
      "a program for {0} cannot run in this process, which is on {1}",
      "`pink run` and loading take programs for this machine only. Link the program for its target"
          + " and run it there, or in an emulator; `pink targets` says what can be linked.",
      "");

  private final CodeEntry entry;

  LinkCode(String id, String template, String explanation, String example) {
    entry = new CodeEntry(id, Severity.ERROR, template, explanation, example);
  }

  @Override
  public CodeEntry entry() {
    return entry;
  }
}
