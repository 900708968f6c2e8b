package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.pinklang.api.RunTrace.Span;
import org.pinklang.api.RunTrace.Worker;

/** How spans of any executor's threads are shown. */
class RunTraceTest {
  private static final long MILLI = 1_000_000;
  private static final Worker CALLER = new Worker(1, "main");

  private static Span task(Worker thread, long startMillis, long endMillis) {
    return new Span(
        RunTrace.TASK, "", startMillis * MILLI, (endMillis - startMillis) * MILLI, thread);
  }

  private static List<JsonObject> events(Span... spans) {
    String trace = RunTrace.of(List.of(spans), Map.of());
    JsonObject parsed = JsonParser.parseString(trace).getAsJsonObject();
    return StreamSupport.stream(parsed.getAsJsonArray("traceEvents").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static String name(JsonObject event) {
    return event.get("name").getAsString();
  }

  @Test
  void aThreadWaitsOnlyOutsideAllOfItsTasks() {
    List<JsonObject> waiting =
        events(
                task(CALLER, 0, 100),
                task(CALLER, 10, 20),
                task(CALLER, 50, 60),
                task(CALLER, 130, 140))
            .stream()
            .filter(event -> name(event).equals("waiting for work"))
            .toList();
    assertThat(waiting).hasSize(1);
    assertThat(waiting.get(0).get("ts").getAsDouble()).isEqualTo(100_000);
    assertThat(waiting.get(0).get("dur").getAsDouble()).isEqualTo(30_000);
  }

  @Test
  void threadsWithoutNamesHaveRowsOfTheirOwn() {
    List<JsonObject> events =
        events(task(new Worker(7, ""), 0, 10), task(new Worker(8, ""), 0, 10), task(CALLER, 0, 10));
    assertThat(
            events.stream()
                .filter(event -> name(event).equals("thread_name"))
                .map(event -> event.getAsJsonObject("args").get("name").getAsString()))
        .containsExactlyInAnyOrder("thread 7", "thread 8", "main");
    assertThat(
            events.stream()
                .filter(event -> name(event).equals(RunTrace.TASK))
                .map(event -> event.get("tid").getAsInt()))
        .doesNotHaveDuplicates()
        .hasSize(3);
  }
}
