package org.pinklang.benchmarks.builds;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.api.Compilation;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.CompilationSession;
import org.pinklang.api.Counters;
import org.pinklang.api.Engine;
import org.pinklang.api.Link;
import org.pinklang.api.ManifestResolver;
import org.pinklang.api.Sources;
import org.pinklang.benchmarks.generated.Language;
import org.pinklang.benchmarks.generated.PinkText;

/** A session, in this process: what earlier builds made is in memory. */
final class WarmPink implements Contestant {
  /** Pink believes the times of files that did not change for two seconds. */
  static final Duration REST = Duration.ofMillis(2_100);

  private static final int REPETITIONS = 3;

  /** What a session is used for. */
  enum Use {
    /** Executables, on two threads. */
    LINKED("pink, a session", 2),
    /** Executables, on one thread. */
    LINKED_ON_ONE_THREAD("pink, a session on one thread", 1),
    /** Programs that are loaded into this process, on two threads. */
    LOADED("pink, a session, loaded in process", 2);

    private final String words;
    private final int threads;

    Use(String words, int threads) {
      this.words = words;
      this.threads = threads;
    }

    /** The use for a reader. */
    String words() {
      return words;
    }
  }

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final Engine engine = Engine.open();
  private final Path folder;
  private final Use use;
  private final PinkText language = new PinkText();
  private CompilationSession session;

  WarmPink(Path folder, Use use) {
    this.folder = folder;
    this.use = use;
    this.session = anew();
  }

  private CompilationSession anew() {
    ManifestResolver resolver =
        use.threads == 1
            ? ManifestResolver.singleThreaded()
            : ManifestResolver.threadPool(use.threads);
    return Compilation.builder()
        .sources(Sources.files(folder.resolve("main.pink")))
        .resolver(resolver)
        .engine(engine)
        .build()
        .openSession();
  }

  @Override
  public String name() {
    return use.words();
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
  public int repetitions() {
    return REPETITIONS;
  }

  @Override
  public Duration rest() {
    return REST;
  }

  @Override
  public void forget() {
    session.close();
    session = anew();
  }

  @Override
  public Outcome build() throws IOException {
    Sample begin = now();
    CompilationResult result = session.run().orThrow();
    Sample ran = now();
    if (use == Use.LOADED) {
      result.load().close();
    } else {
      result.link(Link.executable(folder.resolve("prog")));
    }
    Sample end = now();
    Counters counters = result.counters();
    Map<String, Long> phases = new LinkedHashMap<>();
    counters.timeByPhase().forEach((phase, time) -> phases.put(phase, time.toNanos()));
    phases.values().removeIf(nanos -> nanos == 0);
    phases.put(use == Use.LOADED ? "load" : "link", end.since(ran).wallNanos());
    return new Outcome(end.since(begin), end.since(ran), counted(counters), phases);
  }

  private Map<String, Long> counted(Counters counters) {
    Map<String, Long> counted = new LinkedHashMap<>();
    counted.put("parsed", counters.parsed());
    counted.put("checked", counters.checked());
    counted.put("compiled", counters.compiled());
    counted.put("reused", counters.reused());
    if (use != Use.LOADED) {
      counted.put("linked", counters.linked());
    }
    return counted;
  }

  private Sample now() {
    return new Sample(System.nanoTime(), system.getProcessCpuTime(), 0);
  }

  @Override
  public List<String> program() {
    return use == Use.LOADED ? List.of() : List.of("./prog");
  }

  @Override
  public void close() {
    session.close();
    engine.close();
  }
}
