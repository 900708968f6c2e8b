package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.pinklang.benchmarks.parts.PartsReport;

/** The parts of the compiler by themselves, measured by JMH in processes of their own. */
final class Parts {
  private Parts() {}

  /** Measures all and gives a table in Markdown. */
  static String table(Path folder) throws IOException {
    String said =
        Processes.run(
                folder,
                List.of(
                    System.getProperty("java.home") + "/bin/java",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    PartsReport.class.getName()))
            .said();
    int table = said.indexOf("| part |");
    if (table < 0) {
      throw new IllegalStateException("the parts gave no table: " + said);
    }
    return said.substring(table);
  }
}
