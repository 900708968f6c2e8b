package org.pinklang.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a document between two marks, which nobody writes by hand. */
public final class GeneratedPart {
  private static final String BEGIN = "<!-- written by benchmarks/run: begin -->\n";
  private static final String END = "<!-- written by benchmarks/run: end -->\n";

  private GeneratedPart() {}

  /**
   * Replaces the part in a file.
   *
   * @throws IllegalArgumentException if the file has no such marks
   */
  public static void replace(Path document, String part) throws IOException {
    Files.writeString(document, replaced(Files.readString(document), part));
  }

  /**
   * A document with another part.
   *
   * @throws IllegalArgumentException if it has no such marks
   */
  static String replaced(String document, String part) {
    int begin = document.indexOf(BEGIN);
    int end = document.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("the document has no marks for what is written");
    }
    return document.substring(0, begin + BEGIN.length())
        + "\n"
        + part
        + "\n"
        + document.substring(end);
  }
}
