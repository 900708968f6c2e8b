package org.pinklang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, with nothing on its PATH: no compiler, no linker. */
class CommandProcessTest {
  private record Ending(int status, String out, String err) {}

  @TempDir Path folder;

  private Ending pink(String... arguments) throws IOException, InterruptedException {
    List<String> command = CommandProcess.words(arguments);
    command.add(1, "-Xlog:class+load:file=loaded");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile());
    builder.environment().put("PATH", folder.toString());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ending(process.waitFor(), out, Files.readString(err));
  }

  @Test
  void aProgramThatIsRunWritesToTheStandardOutputOfTheProcess() throws Exception {
    Files.writeString(
        folder.resolve("a.pink"),
        "import std.io;\nfn main() -> Integer { io::println(\"grüß dich\"); 3; }\n");
    assertThat(pink("run", "a.pink")).isEqualTo(new Ending(3, "grüß dich\n", ""));
  }

  @Test
  void aProgramIsBuiltWithoutAnyToolOfTheSystem() throws Exception {
    Files.writeString(
        folder.resolve("a.pink"), "import std.io;\nfn main() { io::println(\"built\"); }\n");
    assertThat(pink("build", "a.pink")).isEqualTo(new Ending(0, "", ""));
    Process made = new ProcessBuilder(folder.resolve("a").toString()).start();
    assertThat(made.getInputStream().readAllBytes()).asString().isEqualTo("built\n");
  }

  @Test
  void theVersionIsToldWithoutLoadingLlvm() throws Exception {
    Ending ending = pink("--version");
    assertThat(ending.status()).isZero();
    assertThat(ending.out()).startsWith("pink ");
    assertThat(Files.readString(folder.resolve("loaded")))
        .doesNotContain("org.bytedeco.llvm.global.LLVM ");
  }
}
