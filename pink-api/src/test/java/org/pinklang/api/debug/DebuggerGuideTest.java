package org.pinklang.api.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinklang.api.Compilation;
import org.pinklang.api.ExternalTool;
import org.pinklang.api.Link;
import org.pinklang.api.Sources;

/**
 * Gdb says, word for word, what docs/debugging.md has it say. With {@code -Dpink.accept} what it
 * says is written there.
 */
class DebuggerGuideTest {
  private static final Path DOCS = Path.of("../docs");
  private static final Path GUIDE = DOCS.resolve("debugging.md");
  private static final Path SCRIPT = DOCS.resolve("pink-gdb.py");
  private static final Pattern PROGRAM =
      Pattern.compile("```pink\n// (\\S+)\n.*?(?=```)", Pattern.DOTALL);
  private static final Pattern SESSION =
      Pattern.compile("(?<=```console\n).*?(?=```)", Pattern.DOTALL);
  private static final String PROMPT = "(gdb) ";

  @TempDir Path folder;

  @Test
  void sessionsOfTheGuideAreWhatGdbSays() throws Exception {
    String gdb = ExternalTool.required("gdb");
    String guide = Files.readString(GUIDE);
    buildProgram(guide);
    StringBuilder replayed = new StringBuilder();
    Matcher sessions = SESSION.matcher(guide);
    while (sessions.find()) {
      String session = replay(gdb, sessions.group());
      sessions.appendReplacement(replayed, Matcher.quoteReplacement(session));
    }
    sessions.appendTail(replayed);
    if (System.getProperty("pink.accept") != null) {
      Files.writeString(GUIDE, replayed);
    } else {
      assertThat(replayed.toString()).isEqualTo(guide);
    }
  }

  private void buildProgram(String guide) throws Exception {
    for (MatchResult unit : PROGRAM.matcher(guide).results().toList()) {
      Path file = folder.resolve(unit.group(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, unit.group().substring("```pink\n".length()));
    }
    Path script = folder.resolve("docs").resolve(SCRIPT.getFileName());
    Files.createDirectories(script.getParent());
    Files.copy(SCRIPT, script);
    Compilation.builder()
        .sources(Sources.files(folder.resolve("main.pink")))
        .debugInformation(true)
        .verify(true)
        .build()
        .run()
        .orThrow()
        .link(Link.executable(folder.resolve("app")));
  }

  /** Gives gdb the commands of a session; what it wrote before does not matter. */
  private String replay(String gdb, String session) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(gdb, "-q", "-nx", "-batch"));
    UnaryOperator<String> escaped = text -> text.replace("\\", "\\\\").replace("\"", "\\\"");
    session
        .lines()
        .filter(line -> line.startsWith(PROMPT))
        .forEach(
            line -> {
              arguments.addAll(List.of("-ex", "echo " + escaped.apply(line) + "\\n"));
              arguments.addAll(List.of("-ex", line.substring(PROMPT.length())));
            });
    arguments.add("app");
    return ExternalTool.run(folder, arguments.toArray(String[]::new)).output();
  }
}
