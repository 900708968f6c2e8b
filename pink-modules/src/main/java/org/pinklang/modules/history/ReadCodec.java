package org.pinklang.modules.history;

import org.pinklang.frontend.check.UnitRead;
import org.pinklang.frontend.manifest.UnitName;

/** Reads in records. */
final class ReadCodec {

  private enum Kind {
    ANSWER,
    SHAPE,
    SHARED,
    EXPORT,
    DEFINER,
    BODY,
    FACT
  }

  private ReadCodec() {}

  static void write(RecordWriter out, UnitTrace.Read read) {
    write(out, read.read());
    out.hash(read.answer());
    out.text(read.words());
    out.span(read.place());
  }

  private static void write(RecordWriter out, UnitRead read) {
    switch (read) {
      case UnitRead.Answer answer ->
          write(out, Kind.ANSWER, answer.unit().module(), answer.unit().partition());
      case UnitRead.Shape shape -> write(out, Kind.SHAPE, shape.module());
      case UnitRead.Shared shared -> write(out, Kind.SHARED, shared.module(), shared.name());
      case UnitRead.Export export -> write(out, Kind.EXPORT, export.module(), export.name());
      case UnitRead.Definer definer ->
          write(out, Kind.DEFINER, definer.module(), definer.partition());
      case UnitRead.Body body -> {
        write(out, Kind.BODY, body.unit());
        TypeCodec.write(out, body.symbol());
      }
      case UnitRead.Fact fact -> {
        write(out, Kind.FACT, fact.unit());
        out.choice(fact.kind());
        TypeCodec.write(out, fact.symbol());
      }
    }
  }

  private static void write(RecordWriter out, Kind kind, String... texts) {
    out.choice(kind);
    for (String text : texts) {
      out.text(text);
    }
  }

  static UnitTrace.Read read(RecordReader in) {
    return new UnitTrace.Read(question(in), in.hash(), in.text(), in.span());
  }

  private static UnitRead question(RecordReader in) {
    return switch (in.choice(Kind.class)) {
      case ANSWER -> new UnitRead.Answer(new UnitName(in.text(), in.text()));
      case SHAPE -> new UnitRead.Shape(in.text());
      case SHARED -> new UnitRead.Shared(in.text(), in.text());
      case EXPORT -> new UnitRead.Export(in.text(), in.text());
      case DEFINER -> new UnitRead.Definer(in.text(), in.text());
      case BODY -> body(in);
      case FACT -> fact(in);
    };
  }

  private static UnitRead body(RecordReader in) {
    String unit = in.text();
    return new UnitRead.Body(TypeCodec.readSymbol(in), unit);
  }

  private static UnitRead fact(RecordReader in) {
    String unit = in.text();
    UnitRead.Fact.Kind kind = in.choice(UnitRead.Fact.Kind.class);
    return new UnitRead.Fact(kind, TypeCodec.readSymbol(in), unit);
  }
}
