package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A program that is not part of the project, and what it did. */
public final class ExternalTool {

  /** How a program ended. */
  public record Ending(int status, String output, String errors) {}

  private ExternalTool() {}

  /** The path of a program; a test that needs one that is not there is skipped, but not in CI. */
  public static String required(String name) {
    Optional<Path> found =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
      fail(name + " is not installed, which CI must do");
    }
    assumeTrue(found.isPresent(), () -> name + " is not installed");
    return found.orElseThrow().toString();
  }

  /** Runs a program in a folder and waits for its end. */
  public static Ending run(Path folder, String... command)
      throws IOException, InterruptedException {
    Path errors = Files.createTempFile(folder, "errors", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectError(errors.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().remove("DEBUGINFOD_URLS");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    String said = Files.readString(errors);
    Files.delete(errors);
    return new Ending(status, output, said);
  }

  /** Runs a program that must end well and say nothing. */
  static void runSilently(Path folder, List<String> command, String... more) throws Exception {
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of(more));
    Ending ending = run(folder, words.toArray(String[]::new));
    assertThat(ending).isEqualTo(new Ending(0, "", ""));
  }
}
