package org.pinklang.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pink verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = {
      "Builds twice, with the store and from nothing, and names the first difference.",
      "Writes no file; takes the options of `pink build`."
    },
    footer = {
      "",
      "Exit status: 0 all is the same, 1 there is a difference or the program has errors."
    })
final class VerifyCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private Inputs inputs = new Inputs();

  @Option(
      names = "--emit",
      paramLabel = "KIND",
      description = "Compare what `pink build --emit KIND` makes; `exe` (default) compares all.")
  private BuildCommand.Kind kind = BuildCommand.Kind.EXE;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      hidden = true,
      description = "Has no effect: for command lines of `pink build`.")
  private @Nullable Path output;

  @Mixin private CompileOptions options = new CompileOptions();
  @Mixin private ReportOptions report = new ReportOptions();
  @Mixin private MeasureOptions measure = new MeasureOptions();
  @Mixin private WhyOption why = new WhyOption();

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (Session session = new Session(console, report)) {
      Verification verification = session.verify(inputs.sources(console), options, kind.output);
      CompilationResult result = verification.result();
      why.show(result, console);
      session.finish(result, measure);
      verification
          .difference()
          .ifPresent(
              difference -> console.err().println("pink: " + difference.toText(console::shown)));
      if (!verification.linkProblems().isEmpty()) {
        session.show(verification.linkProblems());
      }
      return verification.succeeded() && result.succeeded() && verification.linkProblems().isEmpty()
          ? ExitStatus.DONE
          : ExitStatus.PROGRAM_ERRORS;
    }
  }
}
