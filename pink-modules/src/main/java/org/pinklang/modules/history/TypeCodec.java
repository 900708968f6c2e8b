package org.pinklang.modules.history;

import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;

/** Types and identities in records. */
final class TypeCodec {

  private enum Kind {
    SCALAR,
    TUPLE,
    ARRAY,
    POINTER,
    SLICE,
    FUNCTION,
    NOMINAL,
    NEVER
  }

  private TypeCodec() {}

  static void write(RecordWriter out, SymbolId symbol) {
    out.text(symbol.module());
    out.text(symbol.unit());
    out.text(symbol.name());
  }

  static SymbolId readSymbol(RecordReader in) {
    return new SymbolId(in.text(), in.text(), in.text());
  }

  static void write(RecordWriter out, PinkType type) {
    switch (type) {
      case Scalar scalar -> {
        out.choice(Kind.SCALAR);
        out.choice(scalar);
      }
      case PinkType.Tuple tuple -> {
        out.choice(Kind.TUPLE);
        out.list(tuple.elements(), element -> write(out, element));
      }
      case PinkType.Array array -> {
        out.choice(Kind.ARRAY);
        write(out, array.element());
        out.number(array.length());
      }
      case PinkType.Pointer pointer -> {
        out.choice(Kind.POINTER);
        write(out, pointer.target());
        out.flag(pointer.nullable());
      }
      case PinkType.Slice slice -> {
        out.choice(Kind.SLICE);
        write(out, slice.element());
      }
      case PinkType.Function function -> {
        out.choice(Kind.FUNCTION);
        writeSignature(out, function);
      }
      case PinkType.Nominal nominal -> {
        out.choice(Kind.NOMINAL);
        write(out, nominal.symbol());
        out.choice(nominal.kind());
      }
      case PinkType.Never never -> out.choice(Kind.NEVER);
      case PinkType.Erroneous erroneous ->
          throw new IllegalArgumentException("a unit without errors has no such type");
    }
  }

  static void writeSignature(RecordWriter out, PinkType.Function function) {
    out.list(function.parameters(), parameter -> write(out, parameter));
    write(out, function.result());
    out.flag(function.variadic());
  }

  static PinkType read(RecordReader in) {
    in.enter();
    PinkType type = readPart(in);
    in.leave();
    return type;
  }

  private static PinkType readPart(RecordReader in) {
    return switch (in.choice(Kind.class)) {
      case SCALAR -> in.choice(Scalar.class);
      case TUPLE -> new PinkType.Tuple(in.list(() -> read(in)));
      case ARRAY -> new PinkType.Array(read(in), in.number());
      case POINTER -> new PinkType.Pointer(read(in), in.flag());
      case SLICE -> new PinkType.Slice(read(in));
      case FUNCTION -> readSignature(in);
      case NEVER -> PinkType.Never.NEVER;
      case NOMINAL -> new PinkType.Nominal(readSymbol(in), in.choice(PinkType.Nominal.Kind.class));
    };
  }

  static PinkType.Function readSignature(RecordReader in) {
    return new PinkType.Function(in.list(() -> read(in)), read(in), in.flag());
  }
}
