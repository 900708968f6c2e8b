package org.pinklang.modules.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SuggestedEdit;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.Span;
import org.pinklang.modules.codec.BodyParts;

/** Traces as bytes: the same for equal traces. */
final class TraceCodec {
  private final DiagnosticCodec diagnostics;

  TraceCodec(DiagnosticCodes codes) {
    diagnostics = new DiagnosticCodec(codes);
  }

  byte[] encode(List<UnitTrace> traces) {
    RecordWriter out = new RecordWriter();
    out.list(traces, trace -> write(out, trace));
    return out.toByteArray();
  }

  private void write(RecordWriter out, UnitTrace trace) {
    out.hash(trace.text());
    out.hash(trace.environment());
    out.list(trace.reads(), read -> ReadCodec.write(out, read));
    out.list(
        new TreeMap<>(trace.positions()).entrySet(),
        entry -> {
          out.number(entry.getKey());
          out.number(entry.getValue().line());
          out.number(entry.getValue().column());
        });
    out.flag(trace.anchors().isPresent());
    out.list(
        new TreeMap<>(trace.anchors().orElse(Map.of())).entrySet(),
        entry -> {
          out.span(entry.getKey());
          out.number(entry.getValue().start());
          out.number(entry.getValue().end());
        });
    out.list(trace.diagnostics(), diagnostic -> diagnostics.write(out, diagnostic));
    out.list(trace.offers(), offer -> DiagnosticCodec.write(out, offer));
    out.flag(trace.compiled().isPresent());
    trace.compiled().ifPresent(out::hash);
    out.flag(trace.summary().hasMain());
    out.list(
        trace.summary().functions(),
        function -> {
          TypeCodec.write(out, function.symbol());
          TypeCodec.writeSignature(out, function.type());
        });
    out.bytes(trace.bodies().code());
    out.list(trace.bodies().offsets(), offset -> out.number(offset));
  }

  /**
   * The traces that some bytes hold.
   *
   * @throws MalformedRecordException if they hold none
   */
  List<UnitTrace> decode(byte[] bytes) {
    RecordReader in = new RecordReader(bytes);
    return in.list(() -> read(in));
  }

  private UnitTrace read(RecordReader in) {
    ContentHash text = in.hash();
    ContentHash environment = in.hash();
    List<UnitTrace.Read> reads = in.list(() -> ReadCodec.read(in));
    Map<Integer, LinePosition> positions = new HashMap<>();
    in.list(() -> positions.put(in.count(), new LinePosition(in.count(), in.count())));
    boolean anchored = in.flag();
    Map<Span, UnitTrace.Anchor> anchors = new HashMap<>();
    in.list(() -> anchors.put(in.span(), new UnitTrace.Anchor(in.number(), in.number())));
    List<Diagnostic> warnings = in.list(() -> diagnostics.read(in));
    List<SuggestedEdit> offers = in.list(() -> DiagnosticCodec.readEdit(in));
    Optional<ContentHash> compiled = in.flag() ? Optional.of(in.hash()) : Optional.empty();
    return new UnitTrace(
        text,
        environment,
        reads,
        positions,
        anchored ? Optional.of(anchors) : Optional.empty(),
        warnings,
        offers,
        compiled,
        summary(in),
        bodies(in));
  }

  private static BodyParts bodies(RecordReader in) {
    return new BodyParts(in.bytes(), in.list(in::count));
  }

  private static UnitSummary summary(RecordReader in) {
    boolean hasMain = in.flag();
    return new UnitSummary(
        hasMain,
        in.list(
            () -> new UnitSummary.Function(TypeCodec.readSymbol(in), TypeCodec.readSignature(in))));
  }
}
