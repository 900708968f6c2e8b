package org.pinklang.benchmarks.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.pinklang.benchmarks.builds.Folders;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.modules.codec.ManifestCodec;
import org.pinklang.modules.resolve.ManifestPlace;
import org.pinklang.modules.resolve.ManifestResolver;
import org.pinklang.modules.resolve.Resolution;
import org.pinklang.modules.resolve.Resolvers;
import org.pinklang.modules.source.FilesSeen;
import org.pinklang.modules.source.Overlays;
import org.pinklang.modules.source.SourceFiles;

/** Finding the manifests of 1,000 modules, as one build does. One operation is all of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xss512m")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ResolverSpeed {
  private static final int MODULES = 1_000;

  private Path folder = Path.of("");
  private List<UnitName> names = List.of();
  private ManifestResolver memory = Resolvers.inMemory(List.of());

  /** Makes the manifests, and a folder of them. */
  @Setup
  public void open() throws IOException {
    ProgramUnits units = new ProgramUnits(MODULES);
    List<Manifest> manifests = ProgramUnits.manifests(units.outline(units.parse()));
    names = manifests.stream().map(Manifest::name).toList();
    memory = Resolvers.inMemory(manifests);
    folder = Files.createTempDirectory("manifests");
    for (Manifest manifest : manifests) {
      Path file = folder.resolve(ManifestPlace.fileName(manifest.name()));
      Files.write(file, ManifestCodec.encode(manifest));
    }
  }

  /** Deletes the folder. */
  @TearDown
  public void close() throws IOException {
    Folders.delete(folder);
  }

  /** Manifests in memory. */
  @Benchmark
  public int inMemory() {
    return found(memory);
  }

  /** Manifests in the files of a folder, which are read; no declaration is decoded. */
  @Benchmark
  public int inFolder() {
    return found(Resolvers.files(List.of(folder)));
  }

  private int found(ManifestResolver resolver) {
    SourceFiles files = new SourceFiles(Overlays.NONE, () -> {}, new FilesSeen());
    int found = 0;
    for (UnitName name : names) {
      found += resolver.resolve(new FileRequest(name, files)) instanceof Resolution.Found ? 1 : 0;
    }
    if (found != MODULES) {
      throw new IllegalStateException("found " + found);
    }
    return found;
  }
}
