package org.pinklang.guide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows a guide in the folder that the process was started in, and writes the page anew with what
 * came out. A process of its own, because what a guide names is relative to where its reader is.
 */
final class GuideProcess {
  private static final String FILE = "pink ";
  private static final String COMMANDS = "console";
  private static final String PROMPT = "$ ";
  private static final String JAVA = "java";
  private static final String OUTPUT = "text";

  private final JavaSnippets snippets = new JavaSnippets();
  private List<String> printed = List.of();

  private GuideProcess() {}

  /**
   * Starts.
   *
   * @param words the page, and the file to write
   */
  public static void main(String[] words) throws Exception {
    GuideProcess process = new GuideProcess();
    List<String> page = new ArrayList<>();
    for (GuideBlock block : GuideBlock.parse(Files.readAllLines(Path.of(words[0])))) {
      page.addAll(process.follow(block).written());
    }
    Files.write(Path.of(words[1]), page);
  }

  private GuideBlock follow(GuideBlock block) throws Exception {
    if (!block.fenced()) {
      return block;
    }
    if (block.info().startsWith(FILE)) {
      write(Path.of(block.info().substring(FILE.length())), block.lines());
    }
    return switch (block.info()) {
      case COMMANDS -> block.with(transcript(block.lines()));
      case JAVA -> {
        printed = snippets.run(block.lines());
        yield block;
      }
      case OUTPUT -> block.with(printed);
      default -> block;
    };
  }

  private static void write(Path file, List<String> lines) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.write(file, lines);
  }

  private static List<String> transcript(List<String> lines) throws Exception {
    List<String> transcript = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(PROMPT)) {
        transcript.add(line);
        transcript.addAll(Shell.run(line.substring(PROMPT.length())));
      }
    }
    return transcript;
  }

  /** The lines of a text. */
  static List<String> lines(byte[] text) {
    return new String(text, StandardCharsets.UTF_8).lines().toList();
  }
}
