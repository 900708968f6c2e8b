package org.pinklang.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pinklang.api.Cancellation;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.CompilationSession;
import org.pinklang.api.Output;
import org.pinklang.api.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pink check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = "Shows what is wrong with programs; makes nothing.")
final class CheckCommand implements Callable<Integer> {
  private final Console console;
  private final KnownCommand command;

  @Mixin private Inputs inputs = new Inputs();
  @Mixin private CompileOptions options = new CompileOptions();
  @Mixin private ReportOptions report = new ReportOptions();
  @Mixin private MeasureOptions measure = new MeasureOptions();
  @Mixin private WhyOption why = new WhyOption();
  @Mixin private WatchOption watch = new WatchOption();

  CheckCommand(Console console, KnownCommand command) {
    this.console = console;
    this.command = command;
  }

  @Override
  public Integer call() throws Exception {
    if (watch.wanted()) {
      return Watching.run(console, this::watch);
    }
    try (Session session = new Session(console, report)) {
      CompilationResult result =
          session.compile(inputs.sources(console), options, Output.DIAGNOSTICS);
      if (KnownCommand.areAnswerable(report, measure, why)) {
        command.markUpToDate(result, report, Optional.empty(), Map.of());
      }
      return finish(session, result);
    }
  }

  private int watch(FolderWatch folders, Cancellation interrupted) throws Exception {
    Sources sources = inputs.watchedSources(console);
    try (Session session = new Session(console, report);
        CompilationSession program =
            session.open(sources, options, Output.DIAGNOSTICS, builder -> builder)) {
      WatchLoop.Step step = result -> finish(session, result);
      return new WatchLoop(session, program, step, new Failures(console), folders, interrupted)
          .run();
    }
  }

  private int finish(Session session, CompilationResult result) throws IOException {
    why.show(result, console);
    session.finish(result, measure);
    return result.succeeded() ? ExitStatus.DONE : ExitStatus.PROGRAM_ERRORS;
  }
}
