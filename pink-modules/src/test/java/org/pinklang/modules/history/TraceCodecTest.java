package org.pinklang.modules.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.check.UnitRead;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.FrontEndCodes;
import org.pinklang.frontend.diagnostic.NameCode;
import org.pinklang.frontend.diagnostic.SuggestedEdit;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.modules.codec.BodyParts;

class TraceCodecTest {
  private final TraceCodec codec = new TraceCodec(new DiagnosticCodes(FrontEndCodes.all()));

  private static ContentHash hash(int seed) {
    return ContentHash.of(new byte[] {(byte) seed});
  }

  private static UnitTrace.Read read(UnitRead read, int at) {
    return new UnitTrace.Read(read, hash(at), "words é " + at, new Span(at, at + 2));
  }

  private static List<UnitTrace> traces() {
    SymbolId symbol = new SymbolId("m", "m+x.pink", "f");
    PinkType struct = new PinkType.Nominal(symbol, PinkType.Nominal.Kind.STRUCT);
    PinkType.Function type =
        new PinkType.Function(
            List.of(
                new PinkType.Pointer(struct, true),
                new PinkType.Slice(Scalar.UNSIGNED8),
                new PinkType.Array(Scalar.FLOAT32, Long.MAX_VALUE),
                new PinkType.Tuple(List.of(Scalar.NIL, PinkType.Never.NEVER)),
                new PinkType.Function(List.of(), Scalar.NIL, true)),
            Scalar.INTEGER64,
            false);
    Diagnostic warning =
        Diagnostic.of(NameCode.UNUSED_DECLARATION, "a.pink", new Span(3, 9), "x")
            .label("here")
            .secondary(new Span(0, 0), "there")
            .note("note")
            .edit(new Span(1, 2), "", "remove it")
            .build();
    UnitTrace rich =
        new UnitTrace(
            hash(1),
            hash(2),
            List.of(
                read(new UnitRead.Answer(new UnitName("a.b", "p")), 0),
                read(new UnitRead.Shape("a.b"), 3),
                read(new UnitRead.Shared("a.b", "n"), 300),
                read(new UnitRead.Export("c", "n"), 70_000),
                read(new UnitRead.Definer("a.b", "p"), 7),
                read(new UnitRead.Body(symbol, "m.pink"), 9),
                read(new UnitRead.Fact(UnitRead.Fact.Kind.LAYOUT, symbol, "m.pink"), 8)),
            Map.of(5, new LinePosition(1, 6), 90, new LinePosition(7, 1)),
            Optional.of(Map.of(new Span(3, 9), new UnitTrace.Anchor(1L << 40, 3))),
            List.of(warning),
            List.of(new SuggestedEdit("a.pink", new Span(4, 4), ": Integer", "write the type")),
            Optional.of(hash(3)),
            new UnitSummary(true, List.of(new UnitSummary.Function(symbol, type))),
            new BodyParts(new byte[] {8, 1, 2}, List.of(3, 90)));
    UnitTrace plain =
        new UnitTrace(
            hash(4),
            hash(5),
            List.of(),
            Map.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            new UnitSummary(false, List.of()),
            new BodyParts(new byte[] {8, 0}, List.of()));
    return List.of(rich, plain);
  }

  @Test
  void tracesComeBackAsTheyWere() {
    assertThat(codec.decode(codec.encode(traces()))).isEqualTo(traces());
  }

  @Test
  void equalTracesHaveEqualBytes() {
    byte[] bytes = codec.encode(traces());
    assertThat(codec.encode(codec.decode(bytes))).isEqualTo(bytes);
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] bytes = codec.encode(traces());
    for (int length = 0; length < bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> codec.decode(part)).isInstanceOf(MalformedRecordException.class);
    }
  }

  @Property(tries = 2_000)
  void whateverTheBytesAreTheyAreTracesOrRefused(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = codec.encode(traces());
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    try {
      assertThat(codec.decode(bytes)).isNotNull();
    } catch (MalformedRecordException e) {
      assertThat(e).hasNoCause();
    }
  }

  @Test
  void aTypeThatNestsTooDeeplyIsRefused() throws InterruptedException {
    RecordWriter out = new RecordWriter();
    for (int i = 0; i < 100_000; i++) {
      out.text("SLICE");
    }
    RecordReader in = new RecordReader(out.toByteArray());
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread deep =
        new Thread(null, () -> thrown.set(catchThrowable(() -> TypeCodec.read(in))), "", 64L << 20);
    deep.start();
    deep.join();
    assertThat(thrown.get())
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("too deeply");
  }
}
