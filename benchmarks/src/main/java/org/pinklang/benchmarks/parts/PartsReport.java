package org.pinklang.benchmarks.parts;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks of this package and prints a Markdown table of what they give. Arguments: a
 * regular expression that chooses benchmarks by name, and the seconds each is measured for.
 */
public final class PartsReport {
  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final double MEGA = 1e6;

  private PartsReport() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws RunnerException {
    String chosen = arguments.length > 0 ? arguments[0] : ".*";
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    System.out.print(table(run(chosen, seconds)));
  }

  private static Collection<RunResult> run(String chosen, int seconds) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(PartsReport.class.getPackageName() + "\\..*(" + chosen + ")")
            .warmupTime(TimeValue.seconds(1))
            .warmupIterations(seconds)
            .measurementTime(TimeValue.seconds(1))
            .measurementIterations(seconds)
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT);
    return new Runner(options.build()).run();
  }

  private static String table(Collection<RunResult> results) {
    StringBuilder table =
        new StringBuilder(
            """
            | part | ms an operation | lines/s | MB/s | bytes of memory a line |
            |---|---|---|---|---|
            """);
    results.forEach(result -> table.append(row(result)));
    return table.toString();
  }

  private static String row(RunResult result) {
    double operations = result.getPrimaryResult().getScore();
    double lines = secondary(result, "lines");
    String[] label = result.getParams().getBenchmark().split("\\.");
    return String.format(
        Locale.ROOT,
        "| %s.%s | %.2f | %s | %s | %s |%n",
        label[label.length - 2],
        label[label.length - 1],
        1e3 / operations,
        number(lines, "%,.0f"),
        number(secondary(result, "bytes") / MEGA, "%.1f"),
        number(lines == 0 ? 0 : secondary(result, ALLOCATED) * operations / lines, "%,.0f"));
  }

  private static String number(double value, String format) {
    return value == 0 ? "" : String.format(Locale.ROOT, format, value);
  }

  private static double secondary(RunResult result, String name) {
    for (Map.Entry<String, Result> entry : result.getSecondaryResults().entrySet()) {
      if (entry.getKey().endsWith(name)) {
        return entry.getValue().getScore();
      }
    }
    return 0;
  }
}
