package org.pinklang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolationCommandTest {
  @TempDir private Path folder;

  @Test
  void codeGeneratedInAnotherProcessRunsAndIsTheSame() throws IOException {
    Path main = Files.writeString(folder.resolve("a.pink"), "fn main() -> Integer { 42; }");
    CommandRun run = CommandRun.in(folder, "run", "--isolation", "process", main.toString());
    assertThat(run).isEqualTo(new CommandRun(42, "", ""));
    for (String kind : new String[] {"none", "process"}) {
      String object = folder.resolve(kind + ".o").toString();
      String[] words = {
        "build", "--emit", "object", "--isolation", kind, "-o", object, main.toString()
      };
      assertThat(CommandRun.in(folder, words)).isEqualTo(new CommandRun(0, "", ""));
    }
    assertThat(folder.resolve("process.o")).hasSameBinaryContentAs(folder.resolve("none.o"));
  }

  @Test
  void reproducingNeedsWhatAFailedProcessLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("module.pinkjob"), "something else");
    CommandRun damaged = CommandRun.in(folder, "reproduce", file.toString());
    assertThat(damaged.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(damaged.err()).contains("module.pinkjob is damaged");
    CommandRun missing = CommandRun.in(folder, "reproduce", folder.resolve("gone").toString());
    assertThat(missing.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(missing.err()).contains("there is no file");
  }
}
