package org.pinklang.benchmarks.builds;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.api.Compilation;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.CompilationSession;
import org.pinklang.api.Counters;
import org.pinklang.api.Engine;
import org.pinklang.api.Link;
import org.pinklang.api.Sources;

/** A session, in this process: what earlier builds made is in memory. */
final class WarmPink implements Contestant {
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final Engine engine = Engine.open();
  private final Path folder;
  private final PinkText language = new PinkText();
  private final List<Sample> links = new ArrayList<>();
  private CompilationSession session;

  WarmPink(Path folder) {
    this.folder = folder;
    this.session = anew();
  }

  private CompilationSession anew() {
    return Compilation.builder()
        .sources(Sources.files(folder.resolve("main.pink")))
        .engine(engine)
        .build()
        .openSession();
  }

  @Override
  public String name() {
    return "pink, a session";
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
  public void forget() {
    session.close();
    session = anew();
  }

  @Override
  public Outcome build() throws IOException {
    Sample begin = now();
    CompilationResult result = session.run().orThrow();
    Sample ran = now();
    result.link(Link.executable(folder.resolve("prog")));
    Sample end = now();
    Counters counters = result.counters();
    if (counters.linked() > 0) {
      links.add(between(ran, end));
    }
    Map<String, Long> counted = new LinkedHashMap<>();
    counted.put("parsed", counters.parsed());
    counted.put("checked", counters.checked());
    counted.put("compiled", counters.compiled());
    counted.put("reused", counters.reused());
    counted.put("linked", counters.linked());
    return new Outcome(between(begin, end), counted);
  }

  /** The median of what linking alone took. */
  Sample link() {
    return Sample.median(links);
  }

  private Sample now() {
    return new Sample(System.nanoTime(), system.getProcessCpuTime());
  }

  private static Sample between(Sample begin, Sample end) {
    return new Sample(end.wallNanos() - begin.wallNanos(), end.cpuNanos() - begin.cpuNanos());
  }

  @Override
  public void close() {
    session.close();
    engine.close();
  }
}
