package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds one generated program in every way there is, from nothing and after each kind of edit, and
 * prints how long each took, as the median of all rounds. Every build that counts what it does is
 * held to what the edit concerns. Arguments: modules, rounds, the {@code pink} command to run.
 */
public final class EditedBuilds {
  private static final int MODULES = 1_000;
  private static final int ROUNDS = 5;

  private EditedBuilds() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException {
    int modules = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MODULES;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
    Path command = Path.of(arguments.length > 2 ? arguments[2] : "pink").toAbsolutePath();
    Path root = Files.createTempDirectory("pink-builds-");
    try (WarmPink warm = new WarmPink(root.resolve("warm"));
        FreshPink fresh = new FreshPink(command, root.resolve("fresh"))) {
      System.out.print(measure(new GeneratedProgram(modules), rounds, root, warm, fresh));
    } finally {
      Folders.delete(root);
    }
  }

  private static String measure(
      GeneratedProgram program, int count, Path root, WarmPink warm, FreshPink fresh)
      throws IOException {
    List<Contestant> contestants = new ArrayList<>(List.of(warm));
    contestants.add(fresh);
    contestants.addAll(Ninja.installed(root));
    List<Rounds> all = new ArrayList<>();
    for (Contestant contestant : contestants) {
      all.add(new Rounds(program, contestant));
    }
    List<Sample> starts = new ArrayList<>();
    for (int round = 0; round < count; round++) {
      starts.add(fresh.start());
      for (Rounds rounds : all) {
        rounds.run(round);
      }
    }
    Report report = new Report();
    report.add("the command's start alone", Sample.median(starts));
    report.add("the link alone, warm", warm.link());
    all.forEach(rounds -> report.add(rounds, warm.link()));
    return "%d modules, %d use the edited function; medians of %d rounds\n\n%s"
        .formatted(program.modules(), program.probeUsers(), count, report);
  }
}
