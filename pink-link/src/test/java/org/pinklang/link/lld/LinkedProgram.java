package org.pinklang.link.lld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.pinklang.link.TestObjects;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.runtime.RuntimeLibrary;

/** An executable linked for a test, and runs of it without an environment. */
record LinkedProgram(Path file) {
  private static final ExecutableLinker LINKER = new ExecutableLinker(new RuntimeLibrary());

  record Run(int status, String output, String errors) {}

  static LinkOutcome tryLink(LinkObject... objects) throws IOException {
    return LINKER.link(List.of(objects), TestObjects.TRIPLE);
  }

  static byte[] link(LinkObject... objects) throws IOException {
    LinkOutcome outcome = tryLink(objects);
    assertThat(outcome).isInstanceOf(LinkOutcome.Linked.class);
    return ((LinkOutcome.Linked) outcome).bytes();
  }

  static LinkedProgram of(Path folder, String text) throws IOException {
    Path file = folder.resolve("program");
    OutputFile.write(file, link(TestObjects.object("program.o", text)), true);
    return new LinkedProgram(file);
  }

  Run run(String... arguments) throws Exception {
    return run(List.of(file.toString()), Map.of(), arguments);
  }

  Run run(List<String> command, Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of(arguments));
    Path output = file.resolveSibling("output");
    Path errors = file.resolveSibling("errors");
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectOutput(output.toFile()).redirectError(errors.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(
        process.exitValue(),
        Files.readString(output, StandardCharsets.UTF_8),
        Files.readString(errors, StandardCharsets.UTF_8));
  }
}
