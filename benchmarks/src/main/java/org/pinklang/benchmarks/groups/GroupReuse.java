package org.pinklang.benchmarks.groups;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinklang.codegen.Grouping;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.emit.CodeCache;
import org.pinklang.codegen.emit.CodeGenerator;
import org.pinklang.codegen.emit.CodegenRequest;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.ManifestAnswer;
import org.pinklang.frontend.check.ManifestSet;
import org.pinklang.frontend.check.UnitChecker;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.parse.ParseResult;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.typed.CheckedUnit;

/**
 * Generates one module whole and in groups of several sizes, from nothing, again, and after an edit
 * of one function, all in turn, and prints the median CPU time of each against that of generating
 * it whole. Arguments: functions, functions in a family, rounds, level.
 */
public final class GroupReuse {
  private static final long STACK_BYTES = 256L << 20;
  private static final int[] AVERAGES = {0, 16, 32, 64, 128};

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<String, List<Long>> times = new LinkedHashMap<>();
  private final Map<String, Integer> sizes = new LinkedHashMap<>();
  private final UnitText text;
  private final OptimizationLevel level;
  private final CheckedUnit unit;

  private GroupReuse(UnitText text, OptimizationLevel level) {
    this.text = text;
    this.level = level;
    this.unit = check(text.edited(-1));
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws InterruptedException {
    int functions = argument(arguments, 0, 1_000);
    UnitText text = new UnitText(functions, argument(arguments, 1, functions));
    int rounds = argument(arguments, 2, 20);
    OptimizationLevel level =
        arguments.length > 3 ? OptimizationLevel.valueOf(arguments[3]) : OptimizationLevel.O0;
    Thread thread =
        new Thread(
            null,
            () -> {
              GroupReuse reuse = new GroupReuse(text, level);
              for (int round = 0; round < rounds; round++) {
                reuse.round(round);
              }
              reuse.print(System.out);
            },
            "measure",
            STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    thread.join();
  }

  private static int argument(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  private static CheckedUnit check(String text) {
    SourceText source = SourceText.of("big.pink", text);
    ParseResult parsed = Parser.parse(source);
    OutlineResult outlined = Outliner.outline(source, parsed.tree());
    var manifest = outlined.manifest();
    BuildFacts facts =
        new BuildFacts(
            new ManifestSet(
                Map.of(manifest.name(), new ManifestAnswer.Found(manifest)),
                Map.of(manifest.module(), List.of(manifest))),
            DataModel.BITS_64);
    CheckedUnit unit = UnitChecker.check(source, parsed.tree(), outlined, facts).unit();
    if (unit == null) {
      throw new IllegalStateException("the generated module has errors");
    }
    return unit;
  }

  private void round(int round) {
    CheckedUnit edited = check(text.edited((int) (round * 7919L % text.functions())));
    for (int average : AVERAGES) {
      String name = average == 0 ? "whole" : "groups of %d".formatted(average);
      Grouping grouping = average == 0 ? Grouping.NONE : new Grouping(1, average);
      try (CodeGenerator generator = new CodeGenerator(grouping)) {
        measure(name + ", nothing kept", generator, unit, CodeCache.NONE);
        MemoryCache cache = new MemoryCache();
        measure(name + ", from nothing", generator, unit, cache);
        measure(name + ", again", generator, unit, cache);
        measure(name + ", one function edited", generator, edited, cache);
      }
    }
  }

  private void measure(String name, CodeGenerator generator, CheckedUnit of, CodeCache cache) {
    CodegenRequest request = CodegenRequest.object(of, TargetDescription.X86_64_LINUX, level);
    long start = threads.getCurrentThreadCpuTime();
    byte[] object =
        generator
            .generate(
                request,
                cache,
                fatal -> {
                  throw fatal;
                })
            .bytes();
    long time = threads.getCurrentThreadCpuTime() - start;
    times.computeIfAbsent(name, n -> new ArrayList<>()).add(time);
    sizes.put(name, object.length);
  }

  private void print(PrintStream out) {
    double whole = median("whole, nothing kept");
    times.forEach(
        (name, all) ->
            out.printf(
                "%-40s %9.2f ms %7.3f of whole %9d bytes%n",
                name, median(name) / 1e6, median(name) / whole, sizes.get(name)));
  }

  private double median(String name) {
    List<Long> sorted = new ArrayList<>(times.getOrDefault(name, List.of(0L)));
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static final class MemoryCache implements CodeCache {
    private final Map<ContentHash, byte[]> kept = new HashMap<>();

    @Override
    public Optional<byte[]> find(ContentHash key) {
      return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void keep(ContentHash key, byte[] bytes) {
      kept.put(key, bytes);
    }
  }
}
