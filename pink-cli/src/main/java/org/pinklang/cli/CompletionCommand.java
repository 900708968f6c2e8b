package org.pinklang.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code pink completion}. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = "Prints a script that lets a shell complete the command.",
    footer = {"", "For bash and zsh:  source <(pink completion bash)"})
final class CompletionCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "SHELL", description = "`bash` or `zsh`.", defaultValue = "bash")
  private String shell = "bash";

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!List.of("bash", "zsh").contains(shell)) {
      throw new WrongCommandException("there is completion for bash and zsh, not for " + shell);
    }
    console.out().print(AutoComplete.bash("pink", PinkCommand.commandLine(console)));
    console.out().flush();
    return ExitStatus.DONE;
  }
}
