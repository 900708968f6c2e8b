package org.pinklang.cli;

import java.util.List;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.Rebuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The option that has a run say why it made something again. */
@Command(addMethodSubcommands = false)
final class WhyOption {
  @Option(
      names = "--why",
      description = "Say of each unit that was not taken from the store what has changed for it.")
  private boolean wanted;

  /** Whether the reasons are asked for, so that there must be a run. */
  boolean wanted() {
    return wanted;
  }

  /** Shows the reasons on standard error, where asked for. */
  void show(CompilationResult result, Console console) {
    if (wanted) {
      console.err().print(text(result, console));
      console.err().flush();
    }
  }

  private static String text(CompilationResult result, Console console) {
    List<Rebuild> rebuilds = result.rebuilds();
    if (rebuilds.isEmpty()) {
      return result.counters().checked() == 0
          ? "pink: nothing was checked or compiled again\n"
          : "pink: everything was made: nothing of this is kept, or there is no store\n";
    }
    StringBuilder text = new StringBuilder();
    rebuilds.forEach(rebuild -> text.append(rebuild.toText(console::shown)).append('\n'));
    return text.toString();
  }
}
