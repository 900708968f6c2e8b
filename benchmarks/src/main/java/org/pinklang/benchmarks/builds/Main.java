package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.pinklang.benchmarks.report.GeneratedPart;
import org.pinklang.benchmarks.report.Machine;
import org.pinklang.benchmarks.report.Table;

/**
 * Runs the benchmarks and prints what they give in Markdown. Arguments: the root of the checkout,
 * whose {@code pink} command is measured; the second of the epoch in which all began; then any of
 *
 * <ul>
 *   <li>{@code --quick}: what fits into five minutes;
 *   <li>{@code --modules N}, {@code --rounds N}, {@code --sizes N,N}: other programs, more or less
 *       often;
 *   <li>{@code --write}: also replaces the part of {@code docs/performance.md} that is written so,
 *       and its pictures.
 * </ul>
 */
public final class Main {
  private static final String DOCUMENT = "docs/performance.md";
  private static final String IMAGES = "docs/images";
  private static final String FULL_BUILDS = "builds-from-nothing.svg";
  private static final String BODY_EDIT = "builds-after-an-edit.svg";

  private static final int WRONG_USE = 2;

  private final Path root;
  private final Options options;
  private final Plan plan;

  private Main(Path root, Options options) {
    this.root = root;
    this.options = options;
    plan = options.plan();
  }

  /** Measures and prints; ends the process with status 2 where the options are wrong. */
  public static void main(String[] arguments) throws IOException {
    List<String> words = List.of(arguments);
    Options options;
    try {
      options = Options.of(words.subList(2, words.size()));
    } catch (IllegalArgumentException e) {
      System.err.println("benchmarks/run: " + e.getMessage());
      System.exit(WRONG_USE);
      return;
    }
    new Main(Path.of(words.get(0)), options)
        .run(Instant.ofEpochSecond(Long.parseLong(words.get(1))));
  }

  private void run(Instant begin) throws IOException {
    String head = head(Machine.load());
    Measurements all = WholeBuilds.measure(plan, root.resolve("pink"), begin, System.err);
    String parts = plan.thorough() ? section("Parts, one thread", Parts.table(root)) : "";
    Report report = new Report(all);
    String text = head + body(report, all) + parts;
    System.out.print(text);
    if (options.write()) {
      GeneratedPart.replace(root.resolve(DOCUMENT), text);
      Path images = root.resolve(IMAGES);
      Files.writeString(images.resolve(FULL_BUILDS), report.fullBuildsPicture());
      Files.writeString(images.resolve(BODY_EDIT), report.bodyEditPicture());
    }
  }

  private String head(double load) throws IOException {
    return String.format(
        Locale.ROOT,
        """
        `benchmarks/run %s` on %s: %s; load average before: %.1f. Versions: %s.
        """,
        String.join(" ", options.words()),
        LocalDate.now(ZoneOffset.UTC),
        Machine.description(),
        load,
        Versions.text());
  }

  private String body(Report report, Measurements all) {
    String program =
        "%s modules, %s lines in Pink, %d modules use the edited function"
            .formatted(
                Table.count(all.program().modules()),
                Table.count(all.lines()),
                all.program().probeUsers());
    return section("The bars", Bars.of(all).toString())
        + section(
            "From nothing: " + program,
            "![Builds from nothing](images/%s)\n\n%s".formatted(FULL_BUILDS, report.fullBuilds()))
        + section(
            "After an edit: the same program",
            "![Builds after an edit](images/%s)\n\n%s".formatted(BODY_EDIT, report.editedBuilds()))
        + section("Phases of builds from nothing", report.phases().toString())
        + section("Start", report.startup().toString())
        + section("Sizes", report.sizes().toString())
        + section(
            "Shapes: " + Table.count(plan.shapeSize()) + " modules", report.shapes().toString());
  }

  private static String section(String title, String text) {
    return "\n## " + title + "\n\n" + text;
  }
}
