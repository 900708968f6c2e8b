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
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.modules.codec.ManifestCodec;
import org.pinklang.modules.codec.ManifestFormatException;

/** Manifests to bytes and back. One operation is the manifests of the whole program. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xss512m", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecSpeed {
  private final ProgramUnits units = new ProgramUnits(ProgramUnits.MODULES);
  private final List<ProgramUnits.Outlined> outlined = units.outline(units.parse());
  private final List<byte[]> encoded =
      ProgramUnits.manifests(outlined).stream().map(ManifestCodec::encode).toList();

  /** Manifests to bytes, their hashes known. */
  @Benchmark
  public long encode(Amounts amounts) {
    long size = 0;
    for (ProgramUnits.Outlined unit : outlined) {
      Manifest manifest = unit.manifest();
      size += ManifestCodec.encode(manifest).length;
    }
    amounts.add(units);
    return size;
  }

  /** Bytes to manifests, no declaration decoded. */
  @Benchmark
  public long decode(Amounts amounts) throws ManifestFormatException {
    long names = 0;
    for (byte[] bytes : encoded) {
      names += ManifestCodec.decode(bytes, "").names().size();
    }
    amounts.add(units);
    return names;
  }

  /** Bytes to manifests, every declaration decoded. */
  @Benchmark
  public long decodeAll(Amounts amounts) throws ManifestFormatException {
    long end = 0;
    for (byte[] bytes : encoded) {
      for (ManifestDeclaration declaration : ManifestCodec.decode(bytes, "").declarations()) {
        end += declaration.tree().end();
      }
    }
    amounts.add(units);
    return end;
  }
}
