package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A compiler of C, called by ninja for each file that changed. */
final class Ninja implements Contestant {
  private final String name;
  private final Language language;
  private final Path folder;

  Ninja(String name, Language language, Path folder) {
    this.name = name;
    this.language = language;
    this.folder = folder;
  }

  /** Those that are installed. */
  static List<Contestant> installed(Path root) {
    if (!Processes.exists("ninja")) {
      return List.of();
    }
    return Stream.of(
            new Ninja(
                "clang-19 -O0, ninja",
                new CText("clang-19 -O0 -MMD", "clang-19 -fuse-ld=lld"),
                root.resolve("clang-19")),
            new Ninja("tcc, ninja", new CText("tcc -MD", "tcc"), root.resolve("tcc")))
        .filter(ninja -> Processes.exists(String.valueOf(ninja.folder.getFileName())))
        .map(Contestant.class::cast)
        .toList();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Language language() {
    return language;
  }

  @Override
  public Path folder() {
    return folder;
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
    return new Outcome(
        Processes.run(folder, List.of("ninja", "--quiet", "-j2")).sample(), Map.of());
  }

  @Override
  public void close() {
    // Each process has ended with its build.
  }
}
