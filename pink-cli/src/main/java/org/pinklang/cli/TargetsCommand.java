package org.pinklang.cli;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.api.Target;
import picocli.CommandLine.Command;

/** {@code pink targets}. */
@Command(
    name = "targets",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = {
      "Lists the machines that can be compiled for, one a line: its name, LLVM's triple, and what"
          + " can be done for it: make objects, link programs, run them in this process."
    })
final class TargetsCommand implements Runnable {
  private final Console console;

  TargetsCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Target.all().forEach(target -> console.out().println(line(target)));
  }

  /** The name, LLVM's triple, and what can be made. */
  private static String line(Target target) {
    List<String> makes = new ArrayList<>(List.of("objects"));
    if (target.canLink()) {
      makes.add("link");
    }
    if (target.canRun()) {
      makes.add("run");
    }
    return "%-20s %-27s %s".formatted(target.name(), target.triple(), String.join(", ", makes));
  }
}
