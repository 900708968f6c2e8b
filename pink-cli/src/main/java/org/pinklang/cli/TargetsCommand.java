package org.pinklang.cli;

import org.pinklang.api.Target;
import picocli.CommandLine.Command;

/** {@code pink targets}. */
@Command(
    name = "targets",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists the machines that can be compiled for, one a line.")
final class TargetsCommand implements Runnable {
  private final Console console;

  TargetsCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Target.all().forEach(target -> console.out().println(target.name()));
  }
}
