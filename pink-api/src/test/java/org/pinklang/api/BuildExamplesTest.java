package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.modules.build.BuildCode;

/** The examples of codes about several units, and about linking, are reported with these codes. */
class BuildExamplesTest {
  private static final String FILE_LINE = "//// ";

  @TempDir Path folder;

  static Stream<DiagnosticCode> codes() {
    return Stream.<DiagnosticCode>concat(
            Stream.of(BuildCode.values()), Stream.of(LinkCode.values()))
        .filter(code -> !code.example().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("codes")
  void theExampleIsReportedWithItsCode(DiagnosticCode code) throws IOException {
    List<Path> files = write(code.example());
    Path main = folder.resolve("main.pink");
    CompilationResult result =
        Compilation.builder()
            .sources(Sources.files(files.contains(main) ? List.of(main) : files))
            .build()
            .run();
    assertThat(codesOf(result)).contains(code.id());
  }

  private List<String> codesOf(CompilationResult result) throws IOException {
    List<Diagnostic> found = new ArrayList<>(result.diagnostics());
    if (result.succeeded()) {
      try {
        result.link(Link.executable(folder.resolve("program")));
      } catch (LinkException e) {
        found.addAll(e.diagnostics());
      }
    }
    return found.stream().map(Diagnostic::code).toList();
  }

  /** Writes the files of an example; the first one is the program unit, if there is one. */
  private List<Path> write(String example) throws IOException {
    String text = example.startsWith(FILE_LINE) ? example : FILE_LINE + "example.pink\n" + example;
    List<Path> files = new ArrayList<>();
    for (String part : text.split("(?m)^" + FILE_LINE)) {
      if (!part.isEmpty()) {
        int end = part.indexOf('\n');
        files.add(Files.writeString(folder.resolve(part.substring(0, end)), part.substring(end)));
      }
    }
    return files;
  }
}
