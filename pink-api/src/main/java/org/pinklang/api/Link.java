package org.pinklang.api;

import java.nio.file.Path;

/**
 * What to link a compilation's objects to. The folder of a file must exist; an existing file is
 * replaced once the new one is whole.
 */
public sealed interface Link {

  /** The file that is written. */
  Path file();

  /** An executable. */
  static Link executable(Path file) {
    return new Executable(Arguments.present(file, "file"), false);
  }

  /**
   * A shared library that shows what the modules export, and beside it a header for C and C++:
   * {@code libm.h} for {@code libm.so}. Programs that are linked with it look for a file of the
   * same name.
   */
  static Link sharedLibrary(Path file) {
    return new SharedLibrary(Arguments.present(file, "file"), false);
  }

  /**
   * An archive of the objects and of all they need but the C library, for C programs to be linked
   * with, and beside it a header for C and C++: {@code libm.h} for {@code libm.a}.
   */
  static Link staticArchive(Path file) {
    return new StaticArchive(Arguments.present(file, "file"), false);
  }

  /**
   * The same, of one module that all units are put together to, instead of their objects: what
   * nobody outside may use is inlined or left out as if all were one text. That takes longer, and
   * with every change all of it.
   */
  Link wholeProgram();

  /** Whether the units are put together to one module first. */
  boolean isWholeProgram();

  /** See {@link Link#executable}. */
  record Executable(Path file, boolean isWholeProgram) implements Link {
    @Override
    public Link wholeProgram() {
      return new Executable(file, true);
    }
  }

  /** See {@link Link#sharedLibrary}. */
  record SharedLibrary(Path file, boolean isWholeProgram) implements Link {
    @Override
    public Link wholeProgram() {
      return new SharedLibrary(file, true);
    }
  }

  /** See {@link Link#staticArchive}. */
  record StaticArchive(Path file, boolean isWholeProgram) implements Link {
    @Override
    public Link wholeProgram() {
      return new StaticArchive(file, true);
    }
  }
}
