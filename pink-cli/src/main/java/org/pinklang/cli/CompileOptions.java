package org.pinklang.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.api.Compilation;
import org.pinklang.api.Isolation;
import org.pinklang.api.ManifestResolver;
import org.pinklang.api.Optimization;
import org.pinklang.api.Store;
import org.pinklang.api.Target;
import org.pinklang.api.Validity;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that say what is compiled against what, and how. */
@Command(addMethodSubcommands = false)
final class CompileOptions {
  /** Where the manifests of imports come from. */
  enum ResolverKind {
    single,
    pool
  }

  /** Where LLVM works. */
  enum IsolationKind {
    none,
    process
  }

  @Option(
      names = "-O",
      paramLabel = "LEVEL",
      description =
          "Optimise: -O0 not at all (default), -O1, -O2, -O3 for speed, -Os, -Oz for size.")
  private Optimization optimization = Optimization.O0;

  @Option(
      names = "-g",
      description = "Say for debuggers what the code was made from, at every level.")
  private boolean debugInformation;

  @Option(
      names = "--target",
      paramLabel = "TARGET",
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
      names = "--manifest-path",
      paramLabel = "DIR",
      description =
          "Look for manifests of imported units in DIR, before their sources; can be given several"
              + " times. a.b.pmi is the module a.b, a.b-p.pmi its partition p, and their objects"
              + " lie beside.")
  private List<Path> manifestPath = new ArrayList<>();

  @Option(
      names = "--manifest",
      paramLabel = "NAME=FILE",
      description =
          "Take the module or partition NAME from FILE, which is its manifest or its source and"
              + " may lie anywhere; can be given several times, the last one for a NAME counts.")
  private Map<String, Path> manifests = new LinkedHashMap<>();

  @Option(
      names = "--validate",
      paramLabel = "POLICY",
      description =
          "Use a manifest whatever its source says (`ignore`), if the source is unchanged where it"
              + " can be found (`content`, default), or only if it is there and unchanged"
              + " (`strict`).")
  private Validity validity = Validity.CONTENT;

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

  @Option(
      names = "--isolation",
      paramLabel = "KIND",
      description =
          "Have LLVM at work in child `process`es, which may fail without ending the command, or"
              + " in this one (`none`, default).")
  private IsolationKind isolation = IsolationKind.none;

  @Mixin private StoreOptions store = new StoreOptions();

  /** Sets what the options say. */
  Compilation.Builder apply(Compilation.Builder compilation) {
    compilation
        .optimization(optimization)
        .debugInformation(debugInformation)
        .resolver(resolver())
        .validity(validity);
    if (target != null) {
      compilation.target(target);
    }
    if (!sourcePath.isEmpty()) {
      compilation.sourcePath(checked("--source-path", sourcePath));
    }
    if (!manifestPath.isEmpty()) {
      compilation.manifestPath(checked("--manifest-path", manifestPath));
    }
    manifests.forEach((name, file) -> addManifest(compilation, name, file));
    return compilation;
  }

  /** Where LLVM works. */
  Isolation isolation() {
    return isolation == IsolationKind.process ? Isolation.PROCESS : Isolation.IN_PROCESS;
  }

  /** Where results of earlier runs are. */
  Store store(Console console) {
    return store.open(console);
  }

  /** The target, without the option this machine. */
  Target targetOrHost() {
    return target == null ? Target.host() : target;
  }

  private static List<Path> checked(String option, List<Path> folders) {
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new WrongCommandException(option + ": there is no folder " + folder);
      }
    }
    return folders;
  }

  private static void addManifest(Compilation.Builder compilation, String name, Path file) {
    String option = "--manifest " + name + "=" + file + ": ";
    if (!Files.exists(file) || Files.isDirectory(file)) {
      throw new WrongCommandException(option + "there is no such file");
    }
    try {
      compilation.manifest(name, file);
    } catch (IllegalArgumentException e) {
      throw new WrongCommandException(option + e.getMessage());
    }
  }

  private ManifestResolver resolver() {
    if (jobs < 1) {
      throw new WrongCommandException("-j needs at least 1 thread, not " + jobs);
    }
    return resolver == ResolverKind.single
        ? ManifestResolver.singleThreaded()
        : ManifestResolver.threadPool(jobs);
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
