package org.pinklang.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.pinklang.api.DiagnosticCatalogue;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code pink explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = "Explains the code of a diagnostic, with an example.")
final class ExplainCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "CODE", description = "For example PK0101.")
  private String code = "";

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    DiagnosticCode found =
        DiagnosticCatalogue.find(code.toUpperCase(Locale.ROOT))
            .orElseThrow(() -> new WrongCommandException("there is no code " + code));
    console
        .out()
        .printf(
            "%s (%s): %s%n%n%s%n",
            found.id(),
            found.severity().name().toLowerCase(Locale.ROOT),
            found.template(),
            found.explanation());
    if (!found.example().isEmpty()) {
      console.out().printf("%nFor example:%n%n");
      found.example().lines().forEach(line -> console.out().println("    " + line));
    }
    return ExitStatus.DONE;
  }
}
