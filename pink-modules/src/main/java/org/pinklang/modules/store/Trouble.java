package org.pinklang.modules.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What kept a store from doing all it was asked: the first of it, which usually is the cause. */
final class Trouble {
  private final AtomicReference<@Nullable String> first = new AtomicReference<>();

  void tell(String sentence) {
    first.compareAndSet(null, sentence);
  }

  Optional<String> told() {
    return Optional.ofNullable(first.get());
  }

  /** Why an operation of a file system failed, as far as the system says. */
  static String reason(Throwable failure) {
    if (failure instanceof FileSystemException problem && problem.getReason() != null) {
      return problem.getReason();
    }
    if (failure instanceof AccessDeniedException) {
      return "access denied";
    }
    String message = failure.getMessage();
    if (message == null) {
      return failure.getClass().getSimpleName();
    }
    return failure.getClass() == IOException.class
        ? message
        : failure.getClass().getSimpleName() + ": " + message;
  }
}
