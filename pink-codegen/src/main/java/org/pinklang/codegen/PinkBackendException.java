package org.pinklang.codegen;

/**
 * LLVM failed, which is a bug of the compiler and never the fault of the program compiled. After a
 * fatal error inside LLVM every further use of it in this process ends with this exception.
 */
public final class PinkBackendException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure that is described by {@code message}. */
  public PinkBackendException(String message) {
    super(message);
  }
}
