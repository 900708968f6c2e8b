package org.pinklang.cli;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.api.LinkageName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code pink demangle}. */
@Command(
    name = "demangle",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = "Turns the names in object files back into those of the language.")
final class DemangleCommand implements Runnable {
  private final Console console;

  @Parameters(
      paramLabel = "NAME",
      arity = "1..*",
      description = "A name such as _PM4math6vectorEF3dot; others are printed as they are.")
  private List<String> names = new ArrayList<>();

  DemangleCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    for (String name : names) {
      console.out().println(LinkageName.demangle(name).orElse(name));
    }
  }
}
