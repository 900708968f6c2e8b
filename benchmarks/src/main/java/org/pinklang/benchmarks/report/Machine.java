package org.pinklang.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a run's figures depend on beside the programs. */
public final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private Machine() {}

  /** The processors, the memory and the JVM, as part of a sentence. */
  public static String description() throws IOException {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return String.format(
        Locale.ROOT,
        "%d processors (%s), %d GB, %s, JDK %s",
        system.getAvailableProcessors(),
        processor(),
        Math.round(system.getTotalMemorySize() / 1e9),
        system.getName(),
        Runtime.version());
  }

  private static String processor() throws IOException {
    if (Files.exists(PROCESSORS)) {
      for (String line : Files.readAllLines(PROCESSORS)) {
        if (line.startsWith("model name")) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
    }
    return System.getProperty("os.arch");
  }

  /** How many threads wanted to run, on average over the last minute. */
  public static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
