package org.pinklang.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.pinklang.api.Engine;
import org.pinklang.api.Isolation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code pink reproduce}. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = "Does again, in a child process, what one failed at.",
    footer = {
      "",
      "FILE is what the message about the failure named. LLVM is given what it",
      "holds, so run it only if you would run a program from there, too. If it",
      "fails again, the exit status is 70."
    })
final class ReproduceCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "The file that a failed child process left.")
  private Path file = Path.of("");

  ReproduceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (Engine engine = Engine.open(Isolation.PROCESS)) {
      int bytes = engine.reproduce(file).length;
      console.out().println("it goes well now: " + bytes + " bytes were made");
      return ExitStatus.DONE;
    }
  }
}
