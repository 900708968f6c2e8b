package org.pinklang.cli;

/** Where the command begins. */
public final class Main {

  private Main() {}

  /** Runs the command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    int status = run(arguments);
    System.out.flush();
    System.exit(status);
  }

  /** Runs the command; gives its exit status. */
  static int run(String... arguments) {
    return PinkCommand.run(Console.ofProcess(), arguments);
  }
}
