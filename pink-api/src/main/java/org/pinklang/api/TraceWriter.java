package org.pinklang.api;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.pinklang.frontend.diagnostic.JsonRenderer;

/**
 * Writes Chrome's trace-event format, which Perfetto and Chrome open. Times are nanoseconds since
 * the run began. Spans of one thread are given from outer to inner.
 */
final class TraceWriter {
  private static final double NANOS_PER_MICRO = 1e3;

  private final StringBuilder json = new StringBuilder("{\"traceEvents\":[");
  private final Map<RunTrace.Worker, Integer> threads = new LinkedHashMap<>();
  private final Map<String, Integer> units = new LinkedHashMap<>();
  private boolean first = true;

  TraceWriter() {
    event("M", "process_name", "\"args\":{\"name\":\"pink\"}");
  }

  /** Adds a span on a thread. */
  void span(String category, String name, RunTrace.Worker thread, long start, long length) {
    int number = threads.computeIfAbsent(thread, added -> threads.size() + 1);
    event(
        "X",
        name,
        quoted("cat", category) + time("ts", start) + time("dur", length) + "\"tid\":" + number);
  }

  /** Adds a span of a unit's own, which lies on no thread. */
  void unitSpan(String category, String unit, String name, long start, long end) {
    int number = units.computeIfAbsent(unit, added -> units.size() + 1);
    String common = quoted("cat", category) + "\"id\":" + number + ",\"tid\":0,";
    event("b", name, common + time("ts", start) + "\"args\":{" + quoted("unit", unit, "}"));
    event("e", name, common + time("ts", end) + "\"args\":{}");
  }

  /** Says how far something has been counted at a time. */
  void count(String name, long at, Map<String, Long> values) {
    StringBuilder args = new StringBuilder(time("ts", at)).append("\"tid\":0,\"args\":{");
    String separator = "";
    for (Map.Entry<String, Long> value : values.entrySet()) {
      args.append(separator).append(JsonRenderer.quote(value.getKey())).append(':');
      args.append(value.getValue());
      separator = ",";
    }
    event("C", name, args.append('}').toString());
  }

  private static String quoted(String member, String value) {
    return quoted(member, value, ",");
  }

  private static String quoted(String member, String value, String end) {
    return "\"" + member + "\":" + JsonRenderer.quote(value) + end;
  }

  private static String time(String member, long nanos) {
    return String.format(Locale.ROOT, "\"%s\":%.3f,", member, nanos / NANOS_PER_MICRO);
  }

  private void event(String kind, String name, String members) {
    json.append(first ? "\n" : ",\n").append("{\"ph\":\"").append(kind).append("\",\"pid\":1,");
    json.append("\"name\":").append(JsonRenderer.quote(name)).append(',');
    json.append(members).append('}');
    first = false;
  }

  String finish() {
    threads.forEach(
        (thread, number) ->
            event(
                "M",
                "thread_name",
                "\"tid\":" + number + ",\"args\":{" + quoted("name", thread.display(), "}")));
    return json.append("\n]}\n").toString();
  }
}
