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
import org.openjdk.jmh.annotations.Warmup;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.parse.TokenSequence;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.UnitTree;
import org.pinklang.frontend.typed.CheckedUnit;

/** Text to checked unit, by phase and in all. One operation is the whole program. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xss512m", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FrontEndSpeed {
  private final ProgramUnits units = new ProgramUnits(ProgramUnits.MODULES);
  private final List<UnitTree> trees = units.parse();
  private final List<ProgramUnits.Outlined> outlined = units.outline(trees);

  /** Texts to tokens. */
  @Benchmark
  public long lex(Amounts amounts) {
    long tokens = 0;
    for (SourceText text : units.texts()) {
      tokens += TokenSequence.of(text).size();
    }
    amounts.add(units);
    return tokens;
  }

  /** Texts to tokens and the hash of these. */
  @Benchmark
  public long lexAndHash(Amounts amounts) {
    long sum = 0;
    for (SourceText text : units.texts()) {
      sum += TokenSequence.of(text).hash().hashCode();
    }
    amounts.add(units);
    return sum;
  }

  /** Texts to trees, lexing included. */
  @Benchmark
  public List<UnitTree> parse(Amounts amounts) {
    amounts.add(units);
    return units.parse();
  }

  /** Texts to trees without bodies, lexing included. */
  @Benchmark
  public long parseOutline(Amounts amounts) {
    long declarations = 0;
    for (SourceText text : units.texts()) {
      declarations += Parser.parseOutline(text).tree().declarations().size();
    }
    amounts.add(units);
    return declarations;
  }

  /** Trees to manifests. */
  @Benchmark
  public List<ProgramUnits.Outlined> outline(Amounts amounts) {
    amounts.add(units);
    return units.outline(trees);
  }

  /** Trees and manifests to checked units. */
  @Benchmark
  public List<CheckedUnit> check(Amounts amounts) {
    amounts.add(units);
    return ProgramUnits.check(outlined);
  }

  /** Texts to checked units. */
  @Benchmark
  public List<CheckedUnit> wholeFrontEnd(Amounts amounts) {
    amounts.add(units);
    return ProgramUnits.check(units.outline(units.parse()));
  }
}
