package org.pinklang.api.graphs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinklang.api.Engine;
import org.pinklang.frontend.testdata.TestData;

/**
 * Graphs on which builds once disagreed. They lie in {@code testdata/graphs}, in a folder called
 * like the {@link Fault} that they have.
 */
class KeptGraphsTest {
  private static final int WAYS = 72;
  private static final Pattern FILE = Pattern.compile("(?m)^//// (.+)\\n((?:(?!//// ).*\\n?)*)");
  private static final Pattern MODULE = Pattern.compile("^module ([\\w.]+);");

  static Stream<Path> graphs() {
    return TestData.files("graphs").stream();
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void everyWayToBuildItGivesTheSame(Path file) throws IOException {
    try (Engine engine = Engine.open()) {
      Agreement.check(engine, read(file), 0, WAYS);
    }
  }

  private static GraphProgram read(Path file) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (MatchResult part : FILE.matcher(Files.readString(file)).results().toList()) {
      texts.put(part.group(1), part.group(2));
    }
    List<String> modules =
        texts.values().stream()
            .flatMap(text -> MODULE.matcher(text).results())
            .map(head -> head.group(1))
            .toList();
    String fault = file.getParent().getFileName().toString().toUpperCase(Locale.ROOT);
    return new GraphProgram(
        texts,
        texts.containsKey("main.pink") ? "main.pink" : "",
        modules,
        Map.of(),
        OptionalLong.empty(),
        List.of(Fault.valueOf(fault)));
  }
}
