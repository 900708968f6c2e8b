package org.pinklang.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.pinklang.modules.build.BuildObserver;
import org.pinklang.modules.build.Phase;

/** What a run did and when; tells the listener. Safe for any number of threads. */
final class EventLog implements BuildObserver {
  private final CompilationListener listener;
  private final long origin = System.nanoTime();
  private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
  private final Queue<CompilationEvent> unreported = new ConcurrentLinkedQueue<>();

  /** One piece of work: when it began and how long it took, and on what thread. */
  private record Entry(CompilationEvent event, long start, long length, String thread) {}

  EventLog(CompilationListener listener) {
    this.listener = listener;
  }

  @Override
  public void ended(Phase phase, String unit, long startNanos, long endNanos) {
    CompilationEvent event = new CompilationEvent(phase(phase), unit);
    entries.add(
        new Entry(
            event, startNanos - origin, endNanos - startNanos, Thread.currentThread().getName()));
    unreported.add(event);
    listener.progress(event);
  }

  private static CompilationEvent.Phase phase(Phase phase) {
    return switch (phase) {
      case SCAN -> CompilationEvent.Phase.SCANNED;
      case PARSE -> CompilationEvent.Phase.PARSED;
      case OUTLINE -> CompilationEvent.Phase.OUTLINED;
      case CHECK -> CompilationEvent.Phase.CHECKED;
      case COMPILE -> CompilationEvent.Phase.COMPILED;
      case LINK -> CompilationEvent.Phase.LINKED;
    };
  }

  @Override
  public void phasesEnded() {
    report();
  }

  /** Tells the listener again what it was not told again yet, in a fixed order. */
  void report() {
    List<CompilationEvent> told = new ArrayList<>();
    for (CompilationEvent event = unreported.poll(); event != null; event = unreported.poll()) {
      told.add(event);
    }
    told.sort(Comparator.comparing(CompilationEvent::phase).thenComparing(CompilationEvent::unit));
    told.forEach(listener::report);
  }

  /** The run in Chrome's trace-event format. */
  String trace() {
    TraceWriter trace = new TraceWriter();
    entries.stream()
        .sorted(Comparator.comparingLong(Entry::start))
        .forEach(
            entry ->
                trace.add(
                    entry.event().phase().name(),
                    entry.event().unit(),
                    entry.thread(),
                    entry.start(),
                    entry.length()));
    return trace.finish();
  }
}
