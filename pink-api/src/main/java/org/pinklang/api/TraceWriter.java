package org.pinklang.api;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.pinklang.frontend.diagnostic.JsonRenderer;

/** Writes Chrome's trace-event format, which trace viewers open. */
final class TraceWriter {
  private static final double NANOS_PER_MICRO = 1e3;

  private final StringBuilder json = new StringBuilder("{\"traceEvents\":[");
  private final Map<String, Integer> threads = new LinkedHashMap<>();
  private boolean first = true;

  /** Adds a span on a thread. */
  void add(String phase, String unit, String thread, long startNanos, long nanos) {
    int number = threads.computeIfAbsent(thread, name -> threads.size() + 1);
    event(
        String.format(
            Locale.ROOT,
            "\"ph\":\"X\",\"name\":%s,\"cat\":%s,\"ts\":%.3f,\"dur\":%.3f,\"tid\":%d",
            JsonRenderer.quote(unit),
            JsonRenderer.quote(phase.toLowerCase(Locale.ROOT)),
            startNanos / NANOS_PER_MICRO,
            nanos / NANOS_PER_MICRO,
            number));
  }

  private void event(String members) {
    json.append(first ? "\n" : ",\n").append("{\"pid\":1,").append(members).append('}');
    first = false;
  }

  String finish() {
    threads.forEach(
        (name, number) ->
            event(
                "\"ph\":\"M\",\"name\":\"thread_name\",\"tid\":"
                    + number
                    + ",\"args\":{\"name\":"
                    + JsonRenderer.quote(name)
                    + "}"));
    return json.append("\n]}\n").toString();
  }
}
