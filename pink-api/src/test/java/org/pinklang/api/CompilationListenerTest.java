package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a listener is told is the same in every run, whatever the threads do. */
class CompilationListenerTest {
  @TempDir private Path folder;

  /** Keeps the report. */
  private static final class Report implements CompilationListener {
    private final List<String> events = new ArrayList<>();

    @Override
    public void report(CompilationEvent event) {
      events.add(event.phase() + " " + event.unit());
    }
  }

  private List<String> report(int threads) throws Exception {
    Path sources = Files.createDirectories(folder.resolve("sources" + threads));
    Files.writeString(sources.resolve("b.pink"), "module b;\nexport fn f() -> Nil {}\n");
    Files.writeString(
        sources.resolve("a.pink"), "module a;\nimport b;\nexport fn f() -> Nil { b::f(); }\n");
    Path main = sources.resolve("main.pink");
    Files.writeString(main, "import a;\nfn main() { a::f(); }\n");
    Report report = new Report();
    CompilationResult result =
        Compilation.builder()
            .sources(Sources.files(main))
            .resolver(ManifestResolver.threadPool(threads))
            .listener(report)
            .build()
            .run()
            .orThrow();
    report.events.add("built");
    result.link(Link.executable(folder.resolve("program")));
    return report.events;
  }

  @Test
  void theReportHasOneOrderAndNoPathsOfSources() throws Exception {
    List<String> events = report(1);
    assertThat(events)
        .containsExactly(
            "SCANNED a.pink",
            "SCANNED b.pink",
            "SCANNED main.pink",
            "PARSED a.pink",
            "PARSED b.pink",
            "PARSED main.pink",
            "OUTLINED a.pink",
            "OUTLINED b.pink",
            "OUTLINED main.pink",
            "CHECKED a.pink",
            "CHECKED b.pink",
            "CHECKED main.pink",
            "COMPILED a.pink",
            "COMPILED b.pink",
            "COMPILED main.pink",
            "built",
            "LINKED " + folder.resolve("program"));
    assertThat(report(8)).isEqualTo(events);
  }
}
