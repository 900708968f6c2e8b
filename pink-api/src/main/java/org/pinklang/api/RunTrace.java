package org.pinklang.api;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shows a run to who asks where its time went: on each thread its tasks, the phases within them and
 * its waiting for more; for each unit when it was worked on and when it waited; how the counters
 * rose.
 */
final class RunTrace {
  /** What a thread takes from the queue and works on at one go. */
  static final String TASK = "task";

  private static final String WAITING = "waiting";
  private static final String UNIT = "unit";

  /** Shorter than that nobody has waited: the next piece of work had to be taken. */
  private static final long SHORTEST_WAIT = 10_000;

  /** So many points are enough for a curve. */
  private static final int POINTS = 200;

  private final List<Span> spans;
  private final TraceWriter trace = new TraceWriter();

  /**
   * One piece of work.
   *
   * @param category the phase, or what else it was
   * @param unit its logical name; empty for a task
   * @param start nanoseconds since the run began
   */
  record Span(String category, String unit, long start, long length, Worker thread) {
    long end() {
      return start + length;
    }
  }

  /**
   * A thread that worked. Several may have one name, as virtual threads have the empty one.
   *
   * @param id what no other thread of the process has
   */
  record Worker(long id, String name) {

    /** The calling thread. */
    static Worker current() {
      Thread thread = Thread.currentThread();
      return new Worker(thread.threadId(), thread.getName());
    }

    /** What to call it where it is shown. */
    String display() {
      return name.isEmpty() ? "thread " + id : name;
    }
  }

  private RunTrace(List<Span> spans) {
    Comparator<Span> outerFirst = Comparator.comparingLong(span -> -span.length());
    this.spans =
        spans.stream()
            .sorted(Comparator.comparingLong(Span::start).thenComparing(outerFirst))
            .toList();
  }

  /**
   * The trace as JSON.
   *
   * @param counters what was counted in the end
   */
  static String of(List<Span> spans, Map<String, Long> counters) {
    RunTrace run = new RunTrace(spans);
    run.addThreads();
    run.addUnits();
    run.addProgress();
    long end = spans.stream().mapToLong(Span::end).max().orElse(0);
    counters.forEach((name, value) -> run.trace.count(name, end, Map.of("value", value)));
    return run.trace.finish();
  }

  private void addThreads() {
    Map<Worker, Long> idleSince = new HashMap<>();
    for (Span span : spans) {
      boolean isTask = span.category().equals(TASK);
      Long idle = isTask ? idleSince.get(span.thread()) : null;
      if (idle != null && span.start() - idle >= SHORTEST_WAIT) {
        trace.span(WAITING, "waiting for work", span.thread(), idle, span.start() - idle);
      }
      if (isTask) {
        // An executor of the user's may run a task within one, which ends first.
        idleSince.merge(span.thread(), span.end(), Math::max);
      }
      String name = isTask ? TASK : span.unit();
      trace.span(span.category(), name, span.thread(), span.start(), span.length());
    }
  }

  /** From the first to the last that was done to a unit, with all gaps of nothing done to it. */
  private void addUnits() {
    Map<String, Span> whole = new LinkedHashMap<>();
    for (Span span : spans) {
      if (!span.category().equals(TASK)) {
        whole.merge(span.unit(), span, RunTrace::around);
      }
    }
    whole.forEach((unit, span) -> trace.unitSpan(UNIT, unit, unit, span.start(), span.end()));
    Map<String, Long> readySince = new HashMap<>();
    for (Span span : spans) {
      if (!span.category().equals(TASK)) {
        Long ready = readySince.get(span.unit());
        if (ready != null && span.start() - ready >= SHORTEST_WAIT) {
          String name = WAITING + " for " + span.category();
          trace.unitSpan(UNIT, span.unit(), name, ready, span.start());
        }
        readySince.merge(span.unit(), span.end(), Math::max);
      }
    }
  }

  private static Span around(Span one, Span other) {
    long end = Math.max(one.end(), other.end());
    return new Span(UNIT, one.unit(), one.start(), end - one.start(), one.thread());
  }

  /** How many pieces of work of each phase had ended at some points of time. */
  private void addProgress() {
    List<Span> ended = spans.stream().sorted(Comparator.comparingLong(Span::end)).toList();
    Map<String, Long> done = new TreeMap<>();
    int step = Math.max(1, ended.size() / POINTS);
    for (int i = 0; i < ended.size(); i++) {
      done.merge(ended.get(i).category(), 1L, Long::sum);
      if (i % step == step - 1 || i == ended.size() - 1) {
        trace.count("done", ended.get(i).end(), done);
      }
    }
  }
}
