package org.pinklang.api;

/**
 * LLVM failed, which is a bug of the compiler and never the fault of the program compiled. After a
 * fatal error inside LLVM every further code generation in this process ends with this exception;
 * checking and resolving go on.
 */
public final class PinkBackendException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PinkBackendException(org.pinklang.codegen.PinkBackendException cause) {
    super(cause.getMessage(), cause);
  }
}
