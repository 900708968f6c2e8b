package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.pinklang.benchmarks.generated.GoText;
import org.pinklang.benchmarks.generated.Language;

/** The command of Go, with a cache of its own that knows the standard library from the start. */
final class Go implements Contestant {
  private static final Map<String, String> WARMING =
      Map.of(
          "go.mod", "module warming\n",
          "main.go", "package main\nimport \"fmt\"\nfunc main() { fmt.Println(1) }\n");

  private final Path folder;
  private final Path cache;
  private final Path standard;
  private final GoText language = new GoText();

  Go(Path root) throws IOException {
    folder = root.resolve("program");
    cache = root.resolve("cache");
    standard = root.resolve("standard");
    Path warming = root.resolve("warming");
    Folders.write(warming, WARMING);
    Files.createDirectories(standard);
    build(warming, standard);
  }

  @Override
  public String name() {
    return "go";
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
  public boolean isIncremental() {
    return true;
  }

  @Override
  public void forget() throws IOException {
    Folders.delete(cache);
    Folders.copy(standard, cache);
    Files.deleteIfExists(folder.resolve("prog"));
  }

  @Override
  public Outcome build() throws IOException {
    return Outcome.of(build(folder, cache));
  }

  private static Sample build(Path folder, Path cache) throws IOException {
    Map<String, String> environment =
        Map.of("GOCACHE", cache.toString(), "GOPROXY", "off", "GO111MODULE", "on");
    return Processes.run(folder, List.of("go", "build", "-o", "prog", "."), environment).sample();
  }

  @Override
  public List<String> program() {
    return List.of("./prog");
  }
}
