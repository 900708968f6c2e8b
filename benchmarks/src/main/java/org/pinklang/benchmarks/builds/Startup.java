package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pinklang.benchmarks.startup.LlvmStart;

/** What there is to do in a process of its own before there is much to compile. */
final class Startup {
  private static final String HELLO =
      """
      import std.io;

      fn main() -> Nil {
          io::println("Hello");
      }
      """;

  private final Path folder;
  private final Path command;
  private final Path archive;
  private final Samples version = new Samples();
  private final Samples hello = new Samples();
  private final Samples floor = new Samples();

  /**
   * Prepares a folder, and an archive of the classes that the floor uses.
   *
   * @param command the command to measure
   */
  Startup(Path command, Path folder) throws IOException {
    this.command = command;
    this.folder = folder;
    this.archive = folder.resolve("floor.jsa");
    Folders.write(folder, Map.of("main.pink", HELLO));
    Processes.run(folder, floorWith("-XX:ArchiveClassesAtExit=" + archive));
  }

  private List<String> floorWith(String archiveOption) {
    return List.of(
        System.getProperty("java.home") + "/bin/java",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        archiveOption,
        "-cp",
        System.getProperty("java.class.path"),
        LlvmStart.class.getName());
  }

  /** Measures each once. */
  void run() throws IOException {
    version.add(Processes.run(folder, List.of(command.toString(), "--version")).sample());
    floor.add(Processes.run(folder, floorWith("-XX:SharedArchiveFile=" + archive)).sample());
    Files.deleteIfExists(folder.resolve("main"));
    Folders.delete(folder.resolve("store"));
    List<String> build = new ArrayList<>(List.of(command.toString(), "build", "main.pink"));
    build.addAll(List.of("-o", "main", "--store", "store", "-q"));
    hello.add(Processes.run(folder, build).sample());
  }

  /** A process that loads the command and compiles nothing. */
  Samples version() {
    return version;
  }

  /** A process that builds a program of one line, with an empty store. */
  Samples hello() {
    return hello;
  }

  /** A process that loads LLVM and makes one function. */
  Samples floor() {
    return floor;
  }
}
