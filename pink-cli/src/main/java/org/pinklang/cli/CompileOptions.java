package org.pinklang.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.api.Compilation;
import org.pinklang.api.ManifestResolver;
import org.pinklang.api.Optimization;
import org.pinklang.api.Target;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that say what is compiled against what, and how. */
final class CompileOptions {
  /** Where the manifests of imports come from. */
  enum ResolverKind {
    single,
    pool
  }

  @Option(
      names = "-O",
      paramLabel = "LEVEL",
      converter = LevelConverter.class,
      description =
          "Optimise: -O0 not at all (default), -O1, -O2, -O3 for speed, -Os, -Oz for size.")
  private Optimization optimization = Optimization.O0;

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      converter = TargetConverter.class,
      description = "Compile for another machine; `pink targets` lists them.")
  private @Nullable Target target;

  @Option(
      names = "--source-path",
      paramLabel = "DIR",
      description =
          "Look for imported modules below DIR; can be given several times. Without it: below the"
              + " folders of the program units and below each folder given as input.")
  private List<Path> sourcePath = new ArrayList<>();

  @Option(
      names = "--manifest",
      paramLabel = "NAME=FILE",
      description = "Take the module or partition NAME from the source FILE, wherever it lies.")
  private Map<String, Path> manifests = new LinkedHashMap<>();

  @Option(
      names = "--resolver",
      paramLabel = "KIND",
      description = "Build what is imported on a `single` thread or a `pool` (default).")
  private ResolverKind resolver = ResolverKind.pool;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "Use at most N threads; without it one for each processor.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--no-store", description = "Keep nothing for later runs; this is so anyway.")
  private boolean noStore;

  /** Sets what the options say. */
  Compilation.Builder apply(Compilation.Builder compilation) {
    compilation.optimization(optimization).resolver(resolver());
    if (target != null) {
      compilation.target(target);
    }
    if (!sourcePath.isEmpty()) {
      compilation.sourcePath(checkedSourcePath());
    }
    return compilation;
  }

  private List<Path> checkedSourcePath() {
    for (Path folder : sourcePath) {
      if (!Files.isDirectory(folder)) {
        throw new WrongCommandException("--source-path: there is no folder " + folder);
      }
    }
    return sourcePath;
  }

  private ManifestResolver resolver() {
    if (jobs < 1) {
      throw new WrongCommandException("-j needs at least 1 thread, not " + jobs);
    }
    ManifestResolver source =
        resolver == ResolverKind.single
            ? ManifestResolver.singleThreaded()
            : ManifestResolver.threadPool(jobs);
    if (manifests.isEmpty()) {
      return source;
    }
    manifests.forEach(CompileOptions::checkManifest);
    return ManifestResolver.explicit(manifests).orElse(source);
  }

  private static void checkManifest(String name, Path file) {
    if (!file.toString().endsWith(Inputs.SUFFIX)) {
      throw new WrongCommandException(
          "--manifest %s=%s: this version reads .pink sources only".formatted(name, file));
    }
    if (!Files.isRegularFile(file)) {
      throw new WrongCommandException(
          "--manifest %s=%s: there is no such file".formatted(name, file));
    }
  }

  /** Reads what stands behind {@code -O}. */
  static final class LevelConverter implements ITypeConverter<Optimization> {

    @Override
    public Optimization convert(String level) {
      for (Optimization each : Optimization.values()) {
        if (each.name().equals("O" + level)) {
          return each;
        }
      }
      throw new TypeConversionException(
          "there is no -O" + level + ", only -O0, -O1, -O2, -O3, -Os and -Oz");
    }
  }

  /** Reads the name of a target. */
  static final class TargetConverter implements ITypeConverter<Target> {

    @Override
    public Target convert(String name) {
      try {
        return Target.of(name);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
