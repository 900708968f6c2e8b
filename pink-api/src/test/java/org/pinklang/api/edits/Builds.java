package org.pinklang.api.edits;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pinklang.api.Compilation;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.CompilationSession;
import org.pinklang.api.Engine;
import org.pinklang.api.ManifestResolver;
import org.pinklang.api.Rebuild;
import org.pinklang.api.Sources;
import org.pinklang.api.Store;

/** Builds steps into one store, in sessions, and each also from nothing, and compares. */
final class Builds implements AutoCloseable {
  private static final int STORE_BYTES = 1 << 26;

  private final Engine engine;
  private final boolean debugInformation;
  private final Store store = Store.inMemory(STORE_BYTES);
  private final Map<String, CompilationSession> sessions = new TreeMap<>();
  private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
  private final Path root = files.getPath("/work");
  private Map<String, String> written = Map.of();

  Builds(Engine engine) {
    this(engine, false);
  }

  private Builds(Engine engine, boolean debugInformation) {
    this.engine = engine;
    this.debugInformation = debugInformation;
  }

  /** Builds each of some steps in turn, and compares. */
  static void check(Engine engine, List<Step> steps) {
    check(engine, steps, false);
  }

  /** Builds each of some steps in turn, with debug information or without, and compares. */
  static void check(Engine engine, List<Step> steps, boolean debugInformation) {
    try (Builds builds = new Builds(engine, debugInformation)) {
      for (int i = 0; i < steps.size(); i++) {
        builds.run(steps.get(i), "step " + i);
      }
    }
  }

  /**
   * Builds a step, which must give what it gives without the store.
   *
   * @param what is called so where they differ
   * @return the result that was built with the store
   */
  CompilationResult run(Step step, String what) {
    write(step.texts());
    CompilationResult clean = build(step, Store.none());
    CompilationResult result = build(step, store);
    assertThat(shown(result)).as(what).containsExactlyElementsOf(shown(clean));
    assertThat(shown(session(step).run()))
        .as(what + ", in a session")
        .containsExactlyElementsOf(shown(clean));
    Set<String> checked = new TreeSet<>();
    result.rebuilds().stream().map(Rebuild::unit).forEach(checked::add);
    long compiled = result.rebuilds().stream().filter(Rebuild::compiled).count();
    assertThat(result.counters().compiled()).as(what).isLessThanOrEqualTo(checked.size());
    assertThat(compiled).as(what).isEqualTo(result.counters().compiled());
    assertThat(result.counters().checked()).as(what).isEqualTo(checked.size());
    assertThat(result.counters().parsed())
        .as(what)
        .isLessThanOrEqualTo(result.counters().checked() + result.counters().outlined());
    return result;
  }

  /** The session that has seen the earlier steps with these settings. */
  private CompilationSession session(Step step) {
    return sessions.computeIfAbsent(
        step.whole() + " " + step.output() + " " + step.optimization(),
        settings -> compilation(step, Store.none()).openSession());
  }

  private CompilationResult build(Step step, Store used) {
    return compilation(step, used).run();
  }

  private Compilation compilation(Step step, Store used) {
    Sources sources =
        step.whole() ? Sources.directory(root) : Sources.files(root.resolve(Step.ENTRY));
    return Compilation.builder()
        .engine(engine)
        .resolver(ManifestResolver.singleThreaded())
        .sources(sources)
        .sourcePath(root)
        .output(step.output())
        .optimization(step.optimization())
        .debugInformation(debugInformation)
        .store(used)
        .build();
  }

  /** Everything that must be the same, one line each. */
  private static List<String> shown(CompilationResult result) {
    List<String> lines = new ArrayList<>();
    result.diagnostics().forEach(found -> lines.add(found.toText() + found.toJson()));
    result.manifests().forEach(made -> lines.add(made.name() + " " + Bytes.hash(made.toBytes())));
    result.objects().forEach(made -> lines.add(made.name() + " " + Bytes.hash(made.bytes())));
    return lines;
  }

  private void write(Map<String, String> texts) {
    try {
      Files.createDirectories(root);
      for (String path : written.keySet()) {
        if (!texts.containsKey(path)) {
          Files.delete(root.resolve(path));
        }
      }
      for (Map.Entry<String, String> text : texts.entrySet()) {
        Path file = root.resolve(text.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.getValue());
      }
      written = new TreeMap<>(texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    sessions.values().forEach(CompilationSession::close);
    try {
      files.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
