package org.pinklang.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pinklang.api.Manifest;
import org.pinklang.frontend.manifest.compare.ComparisonText;
import org.pinklang.frontend.manifest.compare.Impact;
import org.pinklang.frontend.manifest.compare.ManifestComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pink manifest diff}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = {
      "Shows what changed between two manifests of one unit, whose uses break, and the verdict:",
      "major where importers made against OLD may break, minor where they can do more, else patch."
    })
final class ManifestDiffCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "OLD", description = "A source or a manifest.")
  private String older = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "A source or a manifest.")
  private String newer = "";

  @Option(names = "--exit-code", description = "End with status 1 where the verdict is major.")
  private boolean exitCode;

  @Mixin private CompileOptions options = new CompileOptions();
  @Mixin private ReportOptions report = new ReportOptions();

  ManifestDiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Manifest> before;
    Optional<Manifest> now;
    try (Session session = new Session(console, report)) {
      ManifestInput inputs = new ManifestInput(session, options, new MeasureOptions(), console);
      before = inputs.read(older);
      now = inputs.read(newer);
    }
    if (before.isEmpty() || now.isEmpty()) {
      return ExitStatus.PROGRAM_ERRORS;
    }
    ManifestComparison comparison = compare(before.get(), now.get());
    console.out().print(ComparisonText.print(comparison));
    console.out().flush();
    return exitCode && comparison.verdict() == Impact.MAJOR
        ? ExitStatus.PROGRAM_ERRORS
        : ExitStatus.DONE;
  }

  private static ManifestComparison compare(Manifest before, Manifest now) {
    try {
      return now.compareTo(before);
    } catch (IllegalArgumentException e) {
      throw new WrongCommandException(String.valueOf(e.getMessage()));
    }
  }
}
