package org.pinklang.cli;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.pinklang.api.CompilationEvent;
import org.pinklang.api.CompilationListener;

/** A line on the terminal that says how far a long run is; nothing for a short one. */
final class Progress implements CompilationListener {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Console console;
  private final boolean silent;
  private final long start = System.nanoTime();
  private final AtomicInteger found = new AtomicInteger();
  private final AtomicInteger compiled = new AtomicInteger();
  private long shownAt;

  Progress(Console console, boolean quiet) {
    this.console = console;
    this.silent = quiet || !console.terminal();
  }

  @Override
  public void progress(CompilationEvent event) {
    if (silent) {
      return;
    }
    switch (event.phase()) {
      case SCANNED -> found.incrementAndGet();
      case COMPILED -> compiled.incrementAndGet();
      default -> {}
    }
    show(event.unit());
  }

  private synchronized void show(String unit) {
    long now = System.nanoTime();
    if (now - start > PATIENCE && now - shownAt > INTERVAL) {
      shownAt = now;
      String line = "[%d/%d] %s".formatted(compiled.get(), found.get(), unit);
      int most = Math.min(line.length(), console.width() - 1);
      console.err().print(CLEAR_LINE + line.substring(0, Math.max(0, most)));
      console.err().flush();
    }
  }

  /** Removes the line. */
  synchronized void clear() {
    if (shownAt != 0) {
      console.err().print(CLEAR_LINE);
      console.err().flush();
    }
  }
}
