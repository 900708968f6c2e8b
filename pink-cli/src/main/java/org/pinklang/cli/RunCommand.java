package org.pinklang.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.LinkException;
import org.pinklang.api.LoadedProgram;
import org.pinklang.api.Output;
import org.pinklang.api.PinkExitException;
import org.pinklang.api.PinkPanicException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pink run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = "Compiles a program and runs it at once; the exit status is the program's.",
    footer = {"", "What follows -- is given to the program: pink run main.pink -- in.txt out.txt"})
final class RunCommand implements Callable<Integer> {
  private final Console console;
  private final List<String> arguments;

  @Mixin private Inputs inputs = new Inputs();
  @Mixin private CompileOptions options = new CompileOptions();
  @Mixin private ReportOptions report = new ReportOptions();
  @Mixin private MeasureOptions measure = new MeasureOptions();
  @Mixin private WhyOption why = new WhyOption();

  RunCommand(Console console, List<String> arguments) {
    this.console = console;
    this.arguments = List.copyOf(arguments);
  }

  @Override
  public Integer call() throws Exception {
    try (Session session = new Session(console, report)) {
      CompilationResult result = session.compile(inputs.sources(console), options, Output.OBJECTS);
      why.show(result, console);
      session.finish(result, measure);
      return result.succeeded() ? run(session, result) : ExitStatus.PROGRAM_ERRORS;
    }
  }

  private int run(Session session, CompilationResult result) {
    try (LoadedProgram program = result.load()) {
      return run(program, ProgramName.of(result));
    } catch (LinkException e) {
      session.show(e.diagnostics());
      return ExitStatus.PROGRAM_ERRORS;
    }
  }

  private int run(LoadedProgram program, String name) {
    List<String> words = new ArrayList<>(arguments);
    words.addFirst(name);
    console.out().flush();
    try {
      return program.run(words.toArray(String[]::new));
    } catch (PinkExitException exit) {
      return exit.status();
    } catch (PinkPanicException panic) {
      console.err().println("panic: " + panic.getMessage());
      return ExitStatus.PANIC;
    }
  }
}
