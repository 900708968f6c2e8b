package org.pinklang.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command with its subcommands. */
@Command(
    name = "pink",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Compiles and runs programs written in Pink.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Try:",
      "  pink run examples/tour          compile and run every file of a folder",
      "  pink build main.pink -O2        make an executable `main` here",
      "  pink check main.pink            show what is wrong and stop",
      "  pink help build                 all about one command",
      "",
      "Exit status: 0 done, 1 the program has errors, 2 the command is wrong,",
      "101 a program that was run panicked, 70 a bug of the compiler."
    },
    subcommands = {CommandLine.HelpCommand.class})
final class PinkCommand implements Runnable {
  private static final String SEPARATOR = "--";

  @Spec private CommandSpec spec = CommandSpec.create();

  private PinkCommand() {}

  /** Runs the command; gives its exit status. */
  static int run(Console console, String... arguments) {
    // What follows `--` is the program's, whatever it looks like.
    List<String> words = Arrays.asList(arguments);
    int separator = words.indexOf(SEPARATOR);
    boolean runs = !words.isEmpty() && words.getFirst().equals("run") && separator >= 0;
    List<String> own = runs ? words.subList(0, separator) : words;
    List<String> programs = runs ? words.subList(separator + 1, words.size()) : List.of();
    try {
      return commandLine(console, programs).execute(own.toArray(String[]::new));
    } catch (Throwable e) {
      return new Failures(console).internalError(e, words);
    }
  }

  /** The command with all its options, for parsing, help and completion. */
  static CommandLine commandLine(Console console, List<String> programArguments) {
    CommandLine command = new CommandLine(new PinkCommand());
    command
        .addSubcommand(new BuildCommand(console))
        .addSubcommand(new RunCommand(console, programArguments))
        .addSubcommand(new CheckCommand(console))
        .addSubcommand(new VerifyCommand(console))
        .addSubcommand(new ScanCommand(console))
        .addSubcommand(ManifestCommand.commandLine(console))
        .addSubcommand(new DemangleCommand(console))
        .addSubcommand(new ExplainCommand(console))
        .addSubcommand(new TargetsCommand(console))
        .addSubcommand(new ReproduceCommand(console))
        .addSubcommand(new CompletionCommand(console));
    Failures failures = new Failures(console);
    command.setParameterExceptionHandler(failures);
    command.setExecutionExceptionHandler(failures);
    command.setOut(new PrintWriter(console.out(), true));
    command.setErr(new PrintWriter(console.err(), true));
    command.setColorScheme(
        CommandLine.Help.defaultColorScheme(console.wantsColour() ? Ansi.ON : Ansi.OFF));
    command.setCaseInsensitiveEnumValuesAllowed(true);
    // Of -O0 … -O2 the last one wins, as with other compilers.
    command.setOverwrittenOptionsAllowed(true);
    return command;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing, for example `run`");
  }
}
