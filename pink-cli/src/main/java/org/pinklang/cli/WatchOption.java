package org.pinklang.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The option that makes a command do its work again whenever something changes. */
@Command(addMethodSubcommands = false)
final class WatchOption {
  @Option(
      names = "--watch",
      description =
          "Do it again whenever a file or folder changes that was read, until standard input ends"
              + " or the command is interrupted.")
  private boolean wanted;

  boolean wanted() {
    return wanted;
  }
}
