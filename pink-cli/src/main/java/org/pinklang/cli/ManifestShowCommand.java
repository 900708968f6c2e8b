package org.pinklang.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pinklang.api.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pink manifest show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = {
      "Shows the manifest of a unit as text: imports, declarations without bodies, and comments.",
      "The text can be used wherever a manifest can."
    })
final class ManifestShowCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "FILE|MODULE",
      description =
          "A source (.pink), a manifest, binary (.pmi) or as text, or the name of a module or"
              + " partition, which is found as an imported one is.")
  private String input = "";

  @Option(
      names = "--llvm",
      description = "Show the exports as declarations of LLVM's assembly language instead.")
  private boolean llvm;

  @Option(
      names = "--positions",
      description = "Say where imports and declarations stand in their source.")
  private boolean positions;

  @Mixin private CompileOptions options = new CompileOptions();
  @Mixin private ReportOptions report = new ReportOptions();
  @Mixin private MeasureOptions measure = new MeasureOptions();

  ManifestShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (llvm && positions) {
      throw new WrongCommandException("--llvm shows no positions; leave --positions out");
    }
    Optional<Manifest> manifest;
    try (Session session = new Session(console, report)) {
      manifest = new ManifestInput(session, options, measure, console).read(input);
    }
    if (manifest.isEmpty()) {
      return ExitStatus.PROGRAM_ERRORS;
    }
    Manifest shown = manifest.get();
    console
        .out()
        .print(llvm ? shown.toLlvmIr(options.targetOrHost()) : shown.toPinkText(positions));
    console.out().flush();
    return ExitStatus.DONE;
  }
}
