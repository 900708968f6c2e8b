package org.pinklang.cli;

import java.util.concurrent.Callable;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pink check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Shows what is wrong with programs; makes nothing.")
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private Inputs inputs = new Inputs();
  @Mixin private CompileOptions options = new CompileOptions();
  @Mixin private ReportOptions report = new ReportOptions();
  @Mixin private MeasureOptions measure = new MeasureOptions();
  @Mixin private WhyOption why = new WhyOption();

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Session session = new Session(console, report)) {
      CompilationResult result =
          session.compile(inputs.sources(console), options, Output.DIAGNOSTICS);
      why.show(result, console);
      session.finish(result, measure);
      return result.succeeded() ? ExitStatus.DONE : ExitStatus.PROGRAM_ERRORS;
    }
  }
}
