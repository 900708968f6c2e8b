package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pinklang.benchmarks.generated.Language;
import org.pinklang.benchmarks.generated.NinjaText;

/** A compiler of C, called by ninja for each file that changed. */
record Ninja(String name, NinjaText text, Path folder, boolean isIncremental)
    implements Contestant {

  @Override
  public Language language() {
    return text;
  }

  @Override
  public void forget() throws IOException {
    if (Files.exists(folder.resolve(".ninja_log"))) {
      Processes.run(folder, List.of("ninja", "-t", "clean"));
    }
    Files.deleteIfExists(folder.resolve(".ninja_log"));
    Files.deleteIfExists(folder.resolve(".ninja_deps"));
  }

  @Override
  public Outcome build() throws IOException {
    return Outcome.of(Processes.run(folder, List.of("ninja", "--quiet", "-j2")).sample());
  }

  @Override
  public List<String> program() {
    return List.of("./prog");
  }
}
