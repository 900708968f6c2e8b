package org.pinklang.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pink manifest}. */
@Command(
    name = "manifest",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = "Shows what a unit lets others see, and what changed of it.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Try:",
      "  pink manifest show shapes.pink      what the unit exports, as text",
      "  pink manifest show --llvm shapes    the same for a module, as declarations of LLVM",
      "  pink manifest diff old.pmi new.pmi  what changed, and whose uses break"
    })
final class ManifestCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private ManifestCommand() {}

  /** The command with its own commands. */
  static CommandLine commandLine(Console console, CommandLine.IFactory objects) {
    return new CommandLine(new ManifestCommand(), objects)
        .addSubcommand(new ManifestShowCommand(console))
        .addSubcommand(new ManifestDiffCommand(console));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing: `show` or `diff`");
  }
}
