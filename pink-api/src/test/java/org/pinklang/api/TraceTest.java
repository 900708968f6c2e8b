package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What trace viewers are shown of a run. */
class TraceTest {
  private static final int MODULES = 20;

  @TempDir private Path folder;

  private CompilationResult build() throws IOException {
    Sources sources = Sources.text("main.pink", main());
    for (int i = 0; i < MODULES; i++) {
      String text = "module m%d;\nexport fn f(a: Integer) -> Integer { a + %d; }\n".formatted(i, i);
      sources = sources.and(Sources.text("m" + i + ".pink", text));
    }
    CompilationResult result =
        Compilation.builder()
            .sources(sources)
            .resolver(ManifestResolver.threadPool(2))
            .store(Store.inMemory(1 << 24))
            .build()
            .run();
    assertThat(result.succeeded()).isTrue();
    result.link(Link.executable(folder.resolve("program")));
    return result;
  }

  private static String main() {
    StringBuilder main = new StringBuilder();
    for (int i = 0; i < MODULES; i++) {
      main.append("import m").append(i).append(";\n");
    }
    return main + "fn main() -> Integer { m0::f(1); }\n";
  }

  private static List<JsonObject> events(CompilationResult result) {
    JsonObject trace = JsonParser.parseString(result.trace()).getAsJsonObject();
    return StreamSupport.stream(trace.getAsJsonArray("traceEvents").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static String text(JsonObject event, String member) {
    return event.get(member).getAsString();
  }

  private static long nanos(JsonObject event, String member) {
    return event.get(member).getAsBigDecimal().movePointRight(3).longValueExact();
  }

  private static List<JsonObject> ofKind(List<JsonObject> events, String kind) {
    return events.stream().filter(event -> text(event, "ph").equals(kind)).toList();
  }

  @Test
  void spansOfAThreadLieWithinEachOtherAndEachThreadHasAName() throws IOException {
    List<JsonObject> events = events(build());
    Set<Integer> named = new HashSet<>();
    for (JsonObject event : ofKind(events, "M")) {
      if (text(event, "name").equals("thread_name")) {
        named.add(event.get("tid").getAsInt());
      }
    }
    Map<Integer, Deque<Long>> open = new HashMap<>();
    for (JsonObject span : ofKind(events, "X")) {
      int thread = span.get("tid").getAsInt();
      assertThat(named).contains(thread);
      long start = nanos(span, "ts");
      long end = start + nanos(span, "dur");
      Deque<Long> ends = open.computeIfAbsent(thread, added -> new ArrayDeque<>());
      while (!ends.isEmpty() && ends.peek() <= start) {
        ends.pop();
      }
      if (!ends.isEmpty()) {
        assertThat(end).as("%s", span).isLessThanOrEqualTo(ends.peek());
      }
      ends.push(end);
    }
  }

  @Test
  void theSpansOfEachPhaseAreItsTime() throws IOException {
    CompilationResult result = build();
    Map<String, Long> sums = new TreeMap<>();
    for (JsonObject span : ofKind(events(result), "X")) {
      sums.merge(text(span, "cat"), nanos(span, "dur"), Long::sum);
    }
    result
        .counters()
        .timeByPhase()
        .forEach(
            (phase, time) ->
                assertThat(sums.getOrDefault(phase, 0L)).as(phase).isEqualTo(time.toNanos()));
    assertThat(sums).containsKeys("task", "find earlier", "keep", "link");
  }

  @Test
  void theLastCountsAreTheCounters() throws IOException {
    CompilationResult result = build();
    Map<String, Long> last = new TreeMap<>();
    for (JsonObject count : ofKind(events(result), "C")) {
      JsonObject values = count.getAsJsonObject("args");
      if (values.has("value")) {
        last.put(text(count, "name"), values.get("value").getAsLong());
      }
    }
    assertThat(last).containsExactlyInAnyOrderEntriesOf(result.counters().counts());
    assertThat(last).containsEntry("compiled", MODULES + 1L).containsEntry("linked", 1L);
  }

  @Test
  void eachUnitHasASpanOfItsOwnThatEnds() throws IOException {
    List<JsonObject> events = events(build());
    Map<String, Deque<String>> open = new HashMap<>();
    Set<String> units = new HashSet<>();
    for (JsonObject event : events) {
      Deque<String> names =
          event.has("id")
              ? open.computeIfAbsent(text(event, "id"), id -> new ArrayDeque<>())
              : null;
      if (names != null && text(event, "ph").equals("b")) {
        names.push(text(event, "name"));
        units.add(event.getAsJsonObject("args").get("unit").getAsString());
      } else if (names != null) {
        assertThat(text(event, "name")).isEqualTo(names.pop());
      }
    }
    assertThat(open.values()).allMatch(Deque::isEmpty);
    assertThat(units).contains("main.pink", "m0.pink", "m19.pink");
  }
}
