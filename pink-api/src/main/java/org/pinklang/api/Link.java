package org.pinklang.api;

import java.nio.file.Path;

/** What to link a compilation's objects to. */
public sealed interface Link {

  /**
   * An executable. Its folder must exist; an existing file is replaced once the new one is whole.
   */
  static Link executable(Path file) {
    return new Executable(Arguments.present(file, "file"));
  }

  /** See {@link Link#executable}. */
  record Executable(Path file) implements Link {}
}
