package org.pinklang.cli;

/** Where the command begins. */
public final class Main {

  private Main() {}

  /** Runs the command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    int status = PinkCommand.run(Console.ofProcess(), arguments);
    System.out.flush();
    System.exit(status);
  }
}
