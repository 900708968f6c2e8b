package org.pinklang.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.pinklang.codegen.emit.GenerationStep;
import org.pinklang.modules.build.BuildObserver;
import org.pinklang.modules.build.Phase;

/** What a run did and when; tells the listener. Safe for any number of threads. */
final class EventLog implements BuildObserver {
  private final CompilationListener listener;
  private final long origin = System.nanoTime();
  private final Queue<RunTrace.Span> spans = new ConcurrentLinkedQueue<>();
  private final Queue<CompilationEvent> unreported = new ConcurrentLinkedQueue<>();
  private final Map<GenerationStep, LongAdder> nanosInLlvm = new ConcurrentHashMap<>();

  EventLog(CompilationListener listener) {
    this.listener = listener;
  }

  @Override
  public void ended(Phase phase, String unit, long startNanos, long endNanos) {
    CompilationEvent event = new CompilationEvent(phase(phase), unit);
    add(name(phase), unit, startNanos, endNanos);
    unreported.add(event);
    listener.progress(event);
  }

  /** LLVM has ended a step of a unit's code on the calling thread. */
  void took(GenerationStep step, String unit, long startNanos, long endNanos) {
    nanosInLlvm.computeIfAbsent(step, first -> new LongAdder()).add(endNanos - startNanos);
    add(name(step), unit, startNanos, endNanos);
  }

  /** The time of each step of LLVM's so far, summed over threads, by what it is called. */
  Map<String, Duration> timeInLlvm() {
    Map<String, Duration> times = new LinkedHashMap<>();
    for (GenerationStep step : GenerationStep.values()) {
      LongAdder nanos = nanosInLlvm.get(step);
      times.put(name(step), Duration.ofNanos(nanos == null ? 0 : nanos.sum()));
    }
    return times;
  }

  // Said for every piece of work of a run, so none of these makes a text.

  private static String name(Phase phase) {
    return switch (phase) {
      case SCAN -> "scan";
      case PARSE -> "parse";
      case OUTLINE -> "outline";
      case CHECK -> "check";
      case COMPILE -> "compile";
      case LINK -> "link";
    };
  }

  private static String name(GenerationStep step) {
    return switch (step) {
      case BUILD -> "llvm build";
      case OPTIMIZE -> "llvm optimize";
      case EMIT -> "llvm emit";
    };
  }

  @Override
  public void ended(Activity activity, String unit, long startNanos, long endNanos) {
    String category =
        switch (activity) {
          case TASK -> RunTrace.TASK;
          case PARSE_BODIES -> name(Phase.PARSE);
          case FIND -> "find earlier";
          case KEEP -> "keep";
        };
    add(category, unit, startNanos, endNanos);
  }

  private void add(String category, String unit, long start, long end) {
    RunTrace.Worker thread = RunTrace.Worker.current();
    spans.add(new RunTrace.Span(category, unit, start - origin, end - start, thread));
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

  /**
   * The run in Chrome's trace-event format.
   *
   * @param counters what was counted, as the trace is to show it
   */
  String trace(Counters counters) {
    return RunTrace.of(List.copyOf(spans), counters.counts());
  }
}
