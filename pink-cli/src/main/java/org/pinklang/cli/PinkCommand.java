package org.pinklang.cli;

import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pinklang.api.Optimization;
import org.pinklang.api.Target;
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
    addMethodSubcommands = false,
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
    })
final class PinkCommand implements Runnable {
  private static final String SEPARATOR = "--";

  private static final CommandLine.IFactory OBJECTS = new ObjectFactory();

  @Spec private @Nullable CommandSpec spec;

  private PinkCommand() {}

  /**
   * Runs the command; gives its exit status.
   *
   * @param known notes what the command has left
   */
  static int run(Console console, KnownCommand known, List<String> words) {
    // What follows `--` is the program's, whatever it looks like.
    int separator = words.indexOf(SEPARATOR);
    boolean runs = !words.isEmpty() && words.getFirst().equals("run") && separator >= 0;
    List<String> own = runs ? words.subList(0, separator) : words;
    List<String> programs = runs ? words.subList(separator + 1, words.size()) : List.of();
    try {
      return commandLine(known, console, programs, own).execute(own.toArray(String[]::new));
    } catch (Throwable e) {
      return new Failures(console).internalError(e, words);
    }
  }

  /** The command with all its options, for help and completion. */
  static CommandLine commandLine(Console console) {
    return commandLine(new KnownCommand(console, List.of()), console, List.of(), List.of());
  }

  /**
   * The command with the options that understanding some words needs. Reading what a class says of
   * its options takes longer than a small compilation, so where the words begin with a command, the
   * others are left out.
   */
  private static CommandLine commandLine(
      KnownCommand known, Console console, List<String> programArguments, List<String> words) {
    CommandLine command = new CommandLine(new PinkCommand(), OBJECTS);
    Map<String, Supplier<Object>> commands = commands(known, console, programArguments);
    Supplier<Object> wanted = words.isEmpty() ? null : commands.get(words.getFirst());
    if (wanted != null) {
      command.addSubcommand(wanted.get());
    } else if (!asksForVersion(words)) {
      command.addSubcommand(new CommandLine.HelpCommand());
      commands.values().forEach(each -> command.addSubcommand(each.get()));
    }
    setVersion(command);
    setConverters(command);
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

  /** Annotations that name a class have picocli look through the whole class path for Groovy. */
  private static void setVersion(CommandLine command) {
    command.getCommandSpec().versionProvider(new Version());
    command.getSubcommands().values().forEach(PinkCommand::setVersion);
  }

  private static void setConverters(CommandLine command) {
    if (!command.getSubcommands().isEmpty()) {
      command.registerConverter(Optimization.class, new CompileOptions.LevelConverter());
      command.registerConverter(Target.class, new CompileOptions.TargetConverter());
      command.registerConverter(BuildCommand.Kind.class, new BuildCommand.KindConverter());
    }
  }

  private static boolean asksForVersion(List<String> words) {
    return words.equals(List.of("--version")) || words.equals(List.of("-V"));
  }

  private static Map<String, Supplier<Object>> commands(
      KnownCommand known, Console console, List<String> programArguments) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("build", () -> new BuildCommand(console, known));
    commands.put("run", () -> new RunCommand(console, programArguments));
    commands.put("check", () -> new CheckCommand(console, known));
    commands.put("verify", () -> new VerifyCommand(console));
    commands.put("scan", () -> new ScanCommand(console));
    commands.put("manifest", () -> ManifestCommand.commandLine(console, OBJECTS));
    commands.put("demangle", () -> new DemangleCommand(console));
    commands.put("explain", () -> new ExplainCommand(console));
    commands.put("targets", () -> new TargetsCommand(console));
    commands.put("reproduce", () -> new ReproduceCommand(console));
    commands.put("completion", () -> new CompletionCommand(console));
    return commands;
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "a command is missing, for example `run`");
  }

  /**
   * Makes what commands and options name by their classes. The one that picocli has looks through
   * the whole class path for Groovy first.
   */
  private static final class ObjectFactory implements CommandLine.IFactory {
    @Override
    public <T> T create(Class<T> type) throws Exception {
      if (type.isAssignableFrom(ArrayList.class)) {
        return type.cast(new ArrayList<>());
      }
      if (type.isAssignableFrom(LinkedHashMap.class)) {
        return type.cast(new LinkedHashMap<>());
      }
      Constructor<T> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    }
  }
}
