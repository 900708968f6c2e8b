package org.pinklang.benchmarks.builds;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.benchmarks.floor.Floor;
import org.pinklang.benchmarks.floor.FloorProgram;
import org.pinklang.benchmarks.floor.FloorTimes;
import org.pinklang.benchmarks.generated.Language;
import org.pinklang.benchmarks.generated.PinkText;

/** The floor: LLVM alone, in this process, with no front end. */
final class FloorBuilds implements Contestant {
  static final String NAME = "the floor: LLVM alone, warm";

  private static final int THREADS = 2;
  private static final int REPETITIONS = 3;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final Floor floor = new Floor(THREADS);
  private final Path folder;
  private final PinkText language = new PinkText();
  private @Nullable FloorProgram program;

  FloorBuilds(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return NAME;
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
    return false;
  }

  @Override
  public int repetitions() {
    return REPETITIONS;
  }

  @Override
  public void forget() {
    // It remembers nothing but its target machines, which sessions keep, too.
  }

  @Override
  public Outcome build() throws IOException {
    FloorProgram read = program == null ? FloorProgram.read(folder) : program;
    program = read;
    Path executable = folder.resolve("prog");
    long cpu = system.getProcessCpuTime();
    FloorTimes times = floor.build(read, executable);
    Sample sample = new Sample(times.wallNanos(), system.getProcessCpuTime() - cpu, 0);
    if (!executable.toFile().setExecutable(true)) {
      throw new IOException(executable + " cannot be made executable");
    }
    return Outcome.of(sample);
  }

  @Override
  public List<String> program() {
    return List.of("./prog");
  }

  @Override
  public void close() {
    floor.close();
  }
}
