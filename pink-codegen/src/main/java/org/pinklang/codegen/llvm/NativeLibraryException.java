package org.pinklang.codegen.llvm;

import java.io.Serial;

/**
 * LLVM's native libraries or tools cannot be used on this machine. The message says what is missing
 * or failed, where it was looked for and what to do. Nothing a Pink program contains causes it.
 */
public final class NativeLibraryException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  NativeLibraryException(String message) {
    super(message);
  }

  NativeLibraryException(String message, Throwable cause) {
    super(message, cause);
  }
}
