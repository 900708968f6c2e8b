package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pinklang.benchmarks.generated.GeneratedProgram;
import org.pinklang.benchmarks.generated.PinkText;

/**
 * Builds one generated program in every way there is, in turn, from nothing and after each kind of
 * edit, then programs of other sizes and shapes. Every build that counts what it does is held to
 * what the edit concerns, and every program to print the same.
 */
final class WholeBuilds {
  private final Plan plan;
  private final Path command;
  private final Path root;
  private final Instant begin;
  private final PrintStream progress;

  /**
   * A run that has not begun.
   *
   * @param command the {@code pink} command
   * @param root where builds happen
   * @param begin from when the plan's limit counts
   * @param progress is told what is measured now
   */
  WholeBuilds(Plan plan, Path command, Path root, Instant begin, PrintStream progress) {
    this.plan = plan;
    this.command = command;
    this.root = root;
    this.begin = begin;
    this.progress = progress;
  }

  /** Measures everything. */
  Measurements measure() throws IOException {
    Sizes sizes = new Sizes(command, root);
    Shapes shapes = new Shapes(command, root);
    progress.println("programs of other shapes");
    shapes.measure(plan);
    List<Rounds> all = new ArrayList<>();
    List<Contestant> contestants = contestants();
    try {
      GeneratedProgram program = new GeneratedProgram(plan.modules());
      for (Contestant contestant : contestants) {
        all.add(new Rounds(program, contestant, plan.edits()));
      }
      warmUp(contestants);
      for (int size : plan.sizes()) {
        progress.println(size + " modules");
        sizes.measure(size);
      }
      Startup startup = new Startup(command, root.resolve("startup"));
      runInTurn(all, startup);
      Rounds.requireEqualResults(all);
      return Measurements.of(program, lines(program), all, startup, sizes, shapes);
    } finally {
      contestants.forEach(Contestant::close);
    }
  }

  private List<Contestant> contestants() throws IOException {
    List<Contestant> contestants = new ArrayList<>();
    contestants.add(new FloorBuilds(root.resolve("floor")));
    for (WarmPink.Use use : WarmPink.Use.values()) {
      contestants.add(new WarmPink(root.resolve("session-" + use.name()), use));
    }
    contestants.add(new FreshPink(command, root.resolve("process"), false));
    contestants.add(new FreshPink(command, root.resolve("process-O2"), true));
    contestants.addAll(OtherCompilers.installed(root));
    return contestants;
  }

  /** What runs in this process is compiled by its JVM as it runs, which takes some builds. */
  private void warmUp(List<Contestant> contestants) throws IOException {
    progress.println("warming up");
    for (int i = 0; i < plan.warmUp(); i++) {
      for (Contestant contestant : contestants) {
        if (contestant instanceof WarmPink || contestant instanceof FloorBuilds) {
          contestant.forget();
          contestant.build();
          contestant.build();
        }
      }
    }
  }

  /** After the first round only those still take part whose longest one may end in time. */
  private void runInTurn(List<Rounds> all, Startup startup) throws IOException {
    for (int round = 0; round < plan.rounds(); round++) {
      progress.println("round " + (round + 1));
      startup.run();
      for (Rounds rounds : all) {
        Duration passed = Duration.between(begin, Instant.now());
        if (round == 0 || passed.plus(rounds.longest()).compareTo(plan.limit()) <= 0) {
          rounds.run();
        } else {
          progress.println("no time for " + rounds.contestant().name());
        }
      }
    }
  }

  private static int lines(GeneratedProgram program) {
    Map<String, String> files = new PinkText().files(program);
    return (int) files.values().stream().mapToLong(text -> text.lines().count()).sum();
  }

  /** Measures in a folder of its own, which is removed. */
  static Measurements measure(Plan plan, Path command, Instant begin, PrintStream progress)
      throws IOException {
    Path root = Files.createTempDirectory("pink-builds-");
    try {
      return new WholeBuilds(plan, command, root, begin, progress).measure();
    } finally {
      Folders.delete(root);
    }
  }
}
