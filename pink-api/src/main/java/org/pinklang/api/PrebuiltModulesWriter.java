package org.pinklang.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.pinklang.modules.source.StandardRoot;
import org.pinklang.modules.store.Store;
import org.pinklang.modules.store.StoreKey;

/**
 * Compiles the standard modules when the project is built, for {@link PrebuiltModules}. Run by the
 * build with the folder of the compiled classes, after {@link CompilerIdentityWriter}: the identity
 * is part of the keys. The second word is {@code all}, or {@code host} for what most runs on this
 * machine need.
 */
final class PrebuiltModulesWriter {
  private static final String IMPORTS =
      new StandardRoot()
          .modulesIn("std").stream()
              .map(module -> "import " + module + ";\n")
              .collect(Collectors.joining());

  private PrebuiltModulesWriter() {}

  public static void main(String[] words) throws IOException {
    Path folder = Path.of(words[0], PrebuiltModules.class.getPackageName().split("\\."));
    try (Engine engine = Engine.open()) {
      for (Target target : words[1].equals("all") ? Target.all() : List.of(Target.host())) {
        for (Optimization level : Optimization.values()) {
          Path file = folder.resolve(PrebuiltModules.resource(target, level));
          Files.createDirectories(file.getParent());
          PrebuiltModules.write(compile(engine, target, level), Files.newOutputStream(file));
        }
      }
    }
  }

  /** What a store has to have for no standard module to be compiled. */
  static Map<StoreKey, byte[]> compile(Engine engine, Target target, Optimization level) {
    Recorder recorder = new Recorder();
    run("first", engine, target, level, recorder);
    recorder.found.clear();
    // Of the unit that imports the modules, another one finds nothing.
    run("second", engine, target, level, recorder);
    return recorder.found;
  }

  private static void run(
      String module, Engine engine, Target target, Optimization level, Store store) {
    Settings settings =
        Compilation.builder()
            .sources(Sources.text(module + ".pink", "module " + module + ";\n" + IMPORTS))
            .target(target)
            .optimization(level)
            .output(Output.OBJECTS)
            .build()
            .settings();
    CompilationRun.run(
            settings,
            engine,
            Optional.of(EarlierResults.cache(store, false)),
            Cancellation.create())
        .orThrow();
  }

  /** Keeps everything, and notes what was asked for and there. */
  private static final class Recorder implements Store {
    private final Map<StoreKey, byte[]> kept = new ConcurrentHashMap<>();
    private final Map<StoreKey, byte[]> found = new ConcurrentHashMap<>();

    @Override
    public Optional<byte[]> get(StoreKey key) {
      byte[] bytes = kept.get(key);
      if (bytes != null) {
        found.put(key, bytes);
      }
      return Optional.ofNullable(bytes);
    }

    @Override
    public void put(StoreKey key, byte[] bytes) {
      kept.put(key, bytes);
    }
  }
}
