package org.pinklang.cli;

import java.util.List;

/** Where the command begins. */
public final class Main {

  private Main() {}

  /** Runs the command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    int status = run(arguments);
    System.out.flush();
    System.exit(status);
  }

  /** Runs the command as the process's own; gives its exit status. */
  static int run(String... arguments) {
    return run(Console.ofProcess(), arguments);
  }

  /** Runs the command; gives its exit status. */
  static int run(Console console, String... arguments) {
    List<String> words = List.of(arguments);
    KnownCommand known = new KnownCommand(console, words);
    try {
      if (known.isUpToDate()) {
        return ExitStatus.DONE;
      }
    } catch (RuntimeException e) {
      // Nothing was shown yet: what keeps the question from its answer is nothing to the run.
    }
    return PinkCommand.run(console, known, words);
  }
}
