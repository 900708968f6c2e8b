package org.pinklang.codegen;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * LLVM failed, which is a bug of the compiler and never the fault of the program compiled. After a
 * fatal error inside LLVM every further use of it in this process ends with this exception; where
 * LLVM works in another process, only the module concerned does.
 */
public final class PinkBackendException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Path reproducer;

  /** A failure that is described by {@code message}. */
  public PinkBackendException(String message) {
    super(message);
    reproducer = null;
  }

  /** A failure that can be had again from a file. */
  public PinkBackendException(String message, Path reproducer) {
    super(message);
    this.reproducer = reproducer;
  }

  /** The file from which the failure can be had again, where there is one. */
  public Optional<Path> reproducer() {
    return Optional.ofNullable(reproducer);
  }
}
