package org.pinklang.guide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pinklang.cli.CommandRun;

/** Runs the lines of a guide as a shell would: {@code pink} in this process, others by sh. */
final class Shell {
  private static final String PINK = "pink ";

  private Shell() {}

  /** What a line prints, errors last, and how it ends if not well. */
  static List<String> run(String line) throws Exception {
    List<String> lines = new ArrayList<>();
    int status;
    if (line.startsWith(PINK)) {
      String[] words = line.substring(PINK.length()).split(" +");
      CommandRun run = CommandRun.in(Path.of("").toAbsolutePath(), words);
      run.out().lines().forEach(lines::add);
      run.err().lines().forEach(lines::add);
      status = run.status();
    } else {
      Process process = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).start();
      lines.addAll(GuideProcess.lines(process.getInputStream().readAllBytes()));
      status = process.waitFor();
    }
    if (status != 0) {
      lines.add("[status " + status + "]");
    }
    return lines;
  }
}
