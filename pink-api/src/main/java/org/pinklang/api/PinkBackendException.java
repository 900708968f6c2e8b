package org.pinklang.api;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * LLVM failed, which is a bug of the compiler and never the fault of the program compiled. After a
 * fatal error inside LLVM every further code generation in this process ends with this exception;
 * checking and resolving go on. Where LLVM works in child processes ({@link Isolation#PROCESS}), it
 * is of one module only, and a file is left to report it with.
 */
public final class PinkBackendException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Path reproducer;

  PinkBackendException(org.pinklang.codegen.PinkBackendException cause) {
    super(cause.getMessage(), cause);
    reproducer = cause.reproducer().orElse(null);
  }

  /**
   * The file from which the failure can be had again, with {@link Engine#reproduce} or {@code pink
   * reproduce}. It holds the module as LLVM got it, which is much of what its source says; whoever
   * is told of it deletes the folder it is in.
   */
  public Optional<Path> reproducer() {
    return Optional.ofNullable(reproducer);
  }
}
