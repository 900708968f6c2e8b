package org.pinklang.benchmarks.parts;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.Grouping;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.PinkBackendException;
import org.pinklang.codegen.emit.CodeCache;
import org.pinklang.codegen.emit.CodeGenerator;
import org.pinklang.codegen.emit.CodegenRequest;
import org.pinklang.codegen.lower.UnitLowering;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.frontend.typed.CheckedUnit;

/** Checked unit to object, at {@code -O0}, as far as lowering and in all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xss512m", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class BackEndSpeed {
  private static final TargetDescription TARGET = TargetDescription.X86_64_LINUX;

  private final ProgramUnits units = new ProgramUnits(ProgramUnits.MODULES);
  private final List<CheckedUnit> checked = ProgramUnits.check(units.outline(units.parse()));
  private final CheckedUnit last = checked.getLast();
  private final CodegenOptions options = CodegenOptions.of(TARGET, OptimizationLevel.O0);
  private final CodeGenerator generator = new CodeGenerator();

  /** Frees what LLVM holds. */
  @TearDown
  public void close() {
    generator.close();
  }

  /** Checked units to steps for LLVM. One operation is the whole program. */
  @Benchmark
  public long lower(Amounts amounts) {
    long steps = 0;
    for (CheckedUnit unit : checked) {
      steps += UnitLowering.lower(unit, options, Grouping.NONE).modules().getFirst().code().length;
    }
    amounts.add(units);
    return steps;
  }

  /** One checked unit to an object. */
  @Benchmark
  public int emitUnit() {
    CodegenRequest request = CodegenRequest.object(last, TARGET, OptimizationLevel.O0);
    return generator.generate(request, CodeCache.NONE, BackEndSpeed::fail).bytes().length;
  }

  private static void fail(PinkBackendException fatal) {
    throw fatal;
  }
}
