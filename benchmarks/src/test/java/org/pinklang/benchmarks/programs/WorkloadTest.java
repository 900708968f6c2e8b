package org.pinklang.benchmarks.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pinklang.api.Compilation;
import org.pinklang.api.Link;
import org.pinklang.api.Optimization;
import org.pinklang.api.Sources;

/** What is compared is the same: each program gives in Pink what it gives in C. */
class WorkloadTest {
  private static final Path PROGRAMS = Path.of("programs");

  @ParameterizedTest
  @EnumSource
  void bothLanguagesGiveTheSame(Workload workload, @TempDir Path folder) throws IOException {
    boolean installed =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(one -> Files.isExecutable(Path.of(one, "clang-19")));
    if (!"true".equals(System.getenv("CI"))) {
      assumeThat(installed).as("clang-19 is installed").isTrue();
    }
    String size = Integer.toString(workload.countedSize());
    Path c = folder.resolve("c");
    Execution.run(Toolchain.CLANG_CHECKED.command(Path.of(""), PROGRAMS, workload, c));
    String expected = Execution.run(List.of(c.toString(), size)).output();
    assertThat(expected).isNotBlank();
    Path pink = pink(workload, folder.resolve("pink"));
    assertThat(Execution.run(List.of(pink.toString(), size)).output()).isEqualTo(expected);
  }

  private static Path pink(Workload workload, Path executable) throws IOException {
    List<String> texts = new ArrayList<>();
    texts.addAll(Toolchain.texts(PROGRAMS.resolve(workload.folder()), ".pink"));
    texts.addAll(Toolchain.texts(PROGRAMS.resolve("common"), ".pink"));
    return Compilation.builder()
        .sources(Sources.files(texts.stream().map(Path::of).toList()))
        .optimization(Optimization.O2)
        .build()
        .run()
        .orThrow()
        .link(Link.executable(executable));
  }
}
