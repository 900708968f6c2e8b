package org.pinklang.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinklang.api.Compilation;
import org.pinklang.api.CompilationEvent;
import org.pinklang.api.CompilationListener;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.Engine;
import org.pinklang.api.Manifest;
import org.pinklang.api.ManifestResolver;
import org.pinklang.api.Sources;
import org.pinklang.frontend.testdata.TestData;

/**
 * The pictures in {@code docs/images} show builds as they are: drawn of the graph that a build
 * gives, in an order that its events follow on any number of threads.
 */
class SchedulePicturesTest {
  private static final Map<String, String> CHAIN =
      Map.of(
          "main.pink", "import greet;\nfn main() -> Integer { greet::count(); }\n",
          "greet.pink",
              "module greet;\nimport words;\n"
                  + "export fn count() -> Integer { words::hello().length; }\n",
          "words.pink", "module words;\nexport fn hello() -> *[]Byte { \"hello\"; }\n");

  private static final Map<String, String> CYCLE =
      Map.of(
          "main.pink", "import even;\nfn main() -> Boolean { even::holds(10); }\n",
          "even.pink",
              "module even;\nimport odd;\n"
                  + "export fn holds(n: Integer) -> Boolean { n == 0 or odd::holds(n - 1); }\n",
          "odd.pink",
              "module odd;\nimport even;\n"
                  + "export fn holds(n: Integer) -> Boolean { n != 0 and even::holds(n - 1); }\n");

  @TempDir Path folder;

  @Test
  void thePicturesAreThoseOfBuilds() throws Exception {
    Map<String, String> dots = new LinkedHashMap<>();
    try (Engine engine = Engine.open()) {
      CompilationResult chain = followed(CHAIN, List.of(), engine);
      Map<String, String> main = Map.of("main.pink", CHAIN.getOrDefault("main.pink", ""));
      dots.put("chain", dot(chain));
      dots.put("cycle", dot(followed(CYCLE, List.of(), engine)));
      dots.put("apart", dot(followed(main, chain.manifests(), engine)));
    }
    try (Graphviz graphviz = new Graphviz()) {
      for (Map.Entry<String, String> dot : dots.entrySet()) {
        Path file = TestData.root().resolveSibling("docs/images/" + dot.getKey() + ".svg");
        TestData.checkFile(file, graphviz.svg(dot.getValue()));
      }
    }
  }

  private static String dot(CompilationResult result) {
    return new Schedule(result.graph()).dot();
  }

  /** What builds on one to four threads give, whose events are in the order that is drawn. */
  private CompilationResult followed(
      Map<String, String> texts, List<Manifest> manifests, Engine engine) throws IOException {
    Path root = Files.createTempDirectory(folder, "build");
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Files.writeString(root.resolve(text.getKey()), text.getValue());
    }
    CompilationResult result = build(root, manifests, 1, engine);
    for (int threads = 2; threads <= 4; threads++) {
      build(root, manifests, threads, engine);
    }
    return result;
  }

  private static CompilationResult build(
      Path root, List<Manifest> manifests, int threads, Engine engine) {
    List<CompilationEvent> events = Collections.synchronizedList(new ArrayList<>());
    CompilationListener listener =
        new CompilationListener() {
          @Override
          public void progress(CompilationEvent event) {
            // A text is scanned under the name of its file, before its own is known.
            Path file = Path.of(event.unit()).getFileName();
            events.add(new CompilationEvent(event.phase(), file.toString()));
          }
        };
    CompilationResult result =
        Compilation.builder()
            .sources(Sources.files(root.resolve("main.pink")))
            .engine(engine)
            .resolver(
                ManifestResolver.inMemory(manifests).orElse(ManifestResolver.threadPool(threads)))
            .listener(listener)
            .build()
            .run();
    assertThat(result.diagnostics()).isEmpty();
    for (Schedule.Order order : new Schedule(result.graph()).orders()) {
      assertThat(events)
          .as("%s on %d threads", order, threads)
          .containsSubsequence(order.before(), order.after());
    }
    return result;
  }
}
