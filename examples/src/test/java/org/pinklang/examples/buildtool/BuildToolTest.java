package org.pinklang.examples.buildtool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildToolTest {
  @TempDir private Path project;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @BeforeEach
  void writeProject() throws IOException {
    write(
        "pink.properties",
        """
        main = main.pink
        sources = src
        output = build/program
        optimization = O2
        """);
    write(
        "main.pink",
        """
        import greeting;
        fn main() -> Integer { greeting::status(); }
        """);
    write(
        "src/greeting.pink",
        """
        module greeting;
        export fn status() -> Integer { 7; }
        """);
  }

  @Test
  void buildsAProgramThatRuns() throws Exception {
    assertThat(build()).as(output::toString).isTrue();
    Process program =
        new ProcessBuilder(project.resolve("build/program").toString()).inheritIO().start();
    assertThat(program.waitFor()).isEqualTo(7);
    assertThat(output.toString(StandardCharsets.UTF_8)).contains("built build/program");
  }

  @Test
  void saysWhatIsWrongWithTheSources() throws IOException {
    write("src/greeting.pink", "module greeting;\nexport fn status() -> Integer { true; }\n");
    assertThat(build()).isFalse();
    assertThat(output.toString(StandardCharsets.UTF_8)).contains("greeting.pink");
    assertThat(project.resolve("build/program")).doesNotExist();
  }

  @Test
  void saysWhatAProjectNeeds() throws IOException {
    Files.delete(project.resolve("pink.properties"));
    assertThat(build()).isFalse();
    assertThat(output.toString(StandardCharsets.UTF_8)).contains("main = FILE.pink");
  }

  private boolean build() throws IOException {
    return BuildTool.build(project, new PrintStream(output, true, StandardCharsets.UTF_8));
  }

  private void write(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
