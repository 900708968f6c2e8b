package org.pinklang.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program below {@code testdata/run} and what it must do: {@code //> line} for each line it
 * prints, {@code //= exit 3} for its exit status, {@code //! panic: …} for its last words. A folder
 * with a {@code main.pink} is one program.
 *
 * @param name of the file or folder, relative to {@code testdata/run}
 * @param main the program unit, in which the expectations are
 * @param expected what it must do
 */
record ProgramCase(String name, Path main, Outcome expected) {
  private static final Pattern EXPECTATION = Pattern.compile("//([>=!])(.*)$");
  private static final String EXIT = " exit ";
  private static final int PANIC_STATUS = 101;

  /**
   * What a program did.
   *
   * @param output the lines of standard output
   * @param status its exit status
   * @param panic its last words; empty where it did not panic
   */
  record Outcome(List<String> output, int status, String panic) {

    /** The outcome as expectations. */
    String toExpectations() {
      StringBuilder text = new StringBuilder();
      output.forEach(line -> text.append(("//> " + line).stripTrailing()).append('\n'));
      if (!panic.isEmpty()) {
        text.append("//! ").append(panic).append('\n');
      } else if (status != 0) {
        text.append("//= exit ").append(status).append('\n');
      }
      return text.toString();
    }
  }

  /** Every program there is, in order of name. */
  static List<ProgramCase> all(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".pink"))
          .filter(file -> isProgram(folder, file))
          .sorted()
          .map(file -> read(folder, file))
          .toList();
    }
  }

  private static boolean isProgram(Path folder, Path file) {
    if (file.endsWith("main.pink")) {
      return true;
    }
    for (Path above = file.getParent(); !above.equals(folder); above = above.getParent()) {
      if (Files.exists(above.resolve("main.pink"))) {
        return false;
      }
    }
    return true;
  }

  private static ProgramCase read(Path folder, Path file) {
    Path named = file.endsWith("main.pink") ? file.getParent() : file;
    try {
      return new ProgramCase(
          folder.relativize(named).toString(), file, expected(Files.readAllLines(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome expected(List<String> lines) {
    List<String> output = new ArrayList<>();
    int status = 0;
    String panic = "";
    for (String line : lines) {
      Matcher expectation = EXPECTATION.matcher(line);
      if (!expectation.find()) {
        continue;
      }
      String text = expectation.group(2);
      switch (expectation.group(1)) {
        case ">" -> output.add(text.startsWith(" ") ? text.substring(1) : text);
        case "=" -> status = Integer.parseInt(text.substring(EXIT.length()).strip());
        default -> {
          panic = text.strip();
          status = PANIC_STATUS;
        }
      }
    }
    return new Outcome(output, status, panic);
  }

  /** Replaces the expectations with what the program does. */
  void accept(Outcome outcome) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(main)) {
      Matcher expectation = EXPECTATION.matcher(line);
      if (!expectation.find()) {
        text.append(line).append('\n');
      } else if (expectation.start() > 0) {
        text.append(line.substring(0, expectation.start()).stripTrailing()).append('\n');
      }
    }
    Files.writeString(main, text + outcome.toExpectations());
  }
}
