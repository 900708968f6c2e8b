package org.pinklang.api.differential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.pinklang.codegen.Grouping;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.emit.CodeCache;
import org.pinklang.codegen.emit.CodeGenerator;
import org.pinklang.codegen.emit.CodegenRequest;
import org.pinklang.codegen.emit.CodegenResult;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.frontend.generate.GeneratedProgram;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.testdata.FrontEnd;
import org.pinklang.frontend.typed.CheckedUnit;

/**
 * The object of a unit is the same whatever a cache holds: nothing, everything, some of what
 * earlier texts of it and other units left.
 */
class CodeCacheProperties {
  private static final Path PROGRAMS = Path.of("../testdata/run");
  private static final Path STANDARD =
      Path.of("../pink-modules/src/main/resources/org/pinklang/modules/std");
  private static final long STACK_BYTES = 256L << 20;
  private static final int EDITS = 4;

  @Property(tries = 25)
  void generatedProgramsAndTheirEdits(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    OptimizationLevel level = random.nextInt(4) == 0 ? OptimizationLevel.O2 : OptimizationLevel.O0;
    Grouping grouping = new Grouping(1, 1 + random.nextInt(4));
    withLargeStack(
        () -> {
          GeneratedProgram program = GeneratedProgram.of(seed, 1 + random.nextInt(6));
          new Check(random, level, grouping).run(program.units(), EDITS);
          return null;
        });
  }

  @Example
  void programsOfTheTestDataAndTheStandardModules() throws Exception {
    List<SourceText> standard = texts(STANDARD);
    Random random = new Random(7);
    withLargeStack(
        () -> {
          Check check = new Check(random, OptimizationLevel.O0, new Grouping(1, 2));
          check.run(standard, EDITS);
          for (SourceText program : texts(PROGRAMS)) {
            List<SourceText> units = new ArrayList<>(standard);
            units.add(program);
            check.runLast(units);
          }
          return null;
        });
  }

  /** The texts below a folder, as units at its root. */
  private static List<SourceText> texts(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<SourceText> texts = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".pink")).sorted().toList()) {
        String name = folder.relativize(file).toString();
        texts.add(SourceText.ofBytes(name, Files.readAllBytes(file)));
      }
      return texts;
    }
  }

  /** One generator and one cache, which sees all that is generated. */
  private static final class Check {
    private final Random random;
    private final OptimizationLevel level;
    private final Grouping grouping;
    private final ForgetfulCache cache;

    Check(Random random, OptimizationLevel level, Grouping grouping) {
      this.random = random;
      this.level = level;
      this.grouping = grouping;
      this.cache = new ForgetfulCache(random);
    }

    void run(List<SourceText> program, int edits) {
      List<SourceText> texts = new ArrayList<>(program);
      FrontEnd.run(texts).units().forEach(this::compare);
      for (int i = 0; i < edits; i++) {
        int at = random.nextInt(texts.size());
        SourceText before = texts.get(at);
        String edited = TextEdits.edit(new String(before.bytes(), UTF_8), random);
        texts.set(at, SourceText.of(before.logicalName(), edited));
        FrontEnd.run(texts).units().forEach(this::compare);
      }
    }

    /** Looks at the last unit alone, where it compiles without the units beside it. */
    void runLast(List<SourceText> units) {
      String name = units.get(units.size() - 1).logicalName();
      FrontEnd.run(units).units().stream()
          .filter(unit -> unit.text().logicalName().equals(name))
          .forEach(this::compare);
    }

    private void compare(CheckedUnit unit) {
      CodegenRequest request =
          CodegenRequest.object(unit, TargetDescription.X86_64_LINUX, level).verified();
      try (CodeGenerator generator = new CodeGenerator(grouping)) {
        CodegenResult clean = generate(generator, request, CodeCache.NONE);
        CodegenResult cached = generate(generator, request, cache);
        assertThat(cached.bytes()).isEqualTo(clean.bytes());
        assertThat(cached.positions()).isEqualTo(clean.positions()).isSorted();
        cache.rememberAll = true;
        generate(generator, request, cache);
        assertThat(generate(generator, request, cache).generated()).isFalse();
        cache.rememberAll = false;
      }
    }

    private static CodegenResult generate(
        CodeGenerator generator, CodegenRequest request, CodeCache cache) {
      return generator.generate(
          request,
          cache,
          fatal -> {
            throw fatal;
          });
    }
  }

  /** Does not always find what it holds. */
  private static final class ForgetfulCache implements CodeCache {
    private final Map<ContentHash, byte[]> kept = new ConcurrentHashMap<>();
    private final Random random;
    boolean rememberAll;

    ForgetfulCache(Random random) {
      this.random = random;
    }

    @Override
    public Optional<byte[]> find(ContentHash key) {
      boolean remembers = rememberAll || random.nextInt(4) != 0;
      return remembers ? Optional.ofNullable(kept.get(key)) : Optional.empty();
    }

    @Override
    public void keep(ContentHash key, byte[] bytes) {
      byte[] before = kept.put(key, bytes);
      if (before != null) {
        // Equal keys mean equal bytes, whatever was generated between.
        assertThat(bytes).isEqualTo(before);
      }
    }
  }

  private static <T> T withLargeStack(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    Thread thread = new Thread(null, task, "compiler", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    return task.get();
  }
}
