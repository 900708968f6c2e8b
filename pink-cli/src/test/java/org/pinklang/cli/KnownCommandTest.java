package org.pinklang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinklang.api.Compilation;
import org.pinklang.api.Output;
import org.pinklang.api.Sources;
import org.pinklang.api.UpToDateTask;

/** What a command is known by, and what becomes of an answer that it cannot use. */
class KnownCommandTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private Path source;
  private String[] words;

  @BeforeEach
  void aProgramWithAWarning() throws IOException {
    source = Files.writeString(folder.resolve("a.pink"), "fn unused() {}\nfn main() {}\n");
    words = new String[] {"check", source.toString(), "--store", store().toString()};
  }

  private Path store() {
    return folder.resolve("store");
  }

  private Console console() {
    PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
    InputStream in = new ByteArrayInputStream(new byte[0]);
    return new Console(out, out, in, Map.of(), folder, false, Optional.empty());
  }

  private String question() {
    return new KnownCommand(console(), List.of(words)).question();
  }

  @Test
  void theQuestionSaysWhichCommandItIs() throws IOException {
    try (InputStream resource = KnownCommand.class.getResourceAsStream("compiler-identity")) {
      String identity = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(question()).startsWith(identity + "\n").isEqualTo(question());
    }
  }

  @Test
  void aNoteThatIsNotUnderstoodHasTheCommandRun() {
    Compilation.builder()
        .sources(Sources.files(source))
        .output(Output.DIAGNOSTICS)
        .store(StoreOptions.open(store()))
        .build()
        .run()
        .markAnswered(question(), "in no form", Map.of());
    assertThat(UpToDateTask.find(StoreOptions.open(store()), question())).isPresent();
    assertThat(Main.run(console(), words)).isEqualTo(ExitStatus.DONE);
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("unused");
  }
}
