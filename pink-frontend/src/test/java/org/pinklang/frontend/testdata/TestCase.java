package org.pinklang.frontend.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pinklang.frontend.source.SourceText;

/**
 * One case.
 *
 * @param file where it is kept
 * @param texts its texts with their logical names
 * @param expected what must be reported about them
 */
public record TestCase(Path file, List<SourceText> texts, List<ExpectedDiagnostic> expected) {
  private static final String SEPARATOR = "//// ";

  /** Reads a case. */
  public static TestCase read(Path file) throws IOException {
    return of(file, Files.readString(file));
  }

  /** A case with this content. */
  public static TestCase of(Path file, String content) {
    List<SourceText> texts = new ArrayList<>();
    List<ExpectedDiagnostic> expected = new ArrayList<>();
    for (Part part : parts(file.getFileName().toString(), content)) {
      texts.add(SourceText.of(part.name(), part.text()));
      expected.addAll(Annotations.read(part.name(), part.text()));
    }
    return new TestCase(file, texts, expected);
  }

  /** The file beside the case with another suffix. */
  public Path beside(String suffix) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.length() - ".pink".length()) + suffix);
  }

  /**
   * One text of a case.
   *
   * @param header the line that names it, empty for the first
   */
  record Part(String name, String header, String text) {}

  static List<Part> parts(String fileName, String content) {
    List<Part> parts = new ArrayList<>();
    String name = fileName;
    String header = "";
    StringBuilder text = new StringBuilder();
    for (String line : content.split("(?<=\n)", -1)) {
      if (line.startsWith(SEPARATOR)) {
        if (!header.isEmpty() || !text.toString().isBlank()) {
          parts.add(new Part(name, header, text.toString()));
        }
        name = line.substring(SEPARATOR.length()).strip();
        header = line;
        text.setLength(0);
      } else {
        text.append(line);
      }
    }
    parts.add(new Part(name, header, text.toString()));
    return parts;
  }
}
