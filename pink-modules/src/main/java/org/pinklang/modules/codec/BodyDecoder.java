package org.pinklang.modules.codec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.Linkage;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;

/**
 * Reads one body. What comes out is well-formed as data; whether its types agree and what it names
 * exists is for others to say. For one thread, once.
 */
final class BodyDecoder {
  private final ByteReader in;
  private final int positions;
  private final BodyTypesReader tables;
  private final List<Local> locals = new ArrayList<>();
  private final List<Integer> panics = new ArrayList<>();

  /**
   * A decoder of one body.
   *
   * @param positions how many places the body has
   */
  BodyDecoder(ByteReader in, int positions) {
    this.in = in;
    this.positions = positions;
    this.tables = new BodyTypesReader(in);
  }

  ByteReader in() {
    return in;
  }

  BodyTypesReader tables() {
    return tables;
  }

  int place() {
    if (positions == 0) {
      throw new DamagedManifestException("a body has no place");
    }
    return in.takeUpTo(positions - 1);
  }

  boolean flag() {
    return in.takeUpTo(1) == 1;
  }

  Scalar scalar() {
    return tables.type(Scalar.class);
  }

  Local local() {
    Local local = optionalLocal(in.takeUpTo(locals.size() - 1) + 1);
    if (local == null) {
      throw new DamagedManifestException("a local is missing");
    }
    return local;
  }

  @Nullable Local optionalLocal() {
    return optionalLocal(in.takeUpTo(locals.size()));
  }

  private @Nullable Local optionalLocal(int number) {
    return number == 0 ? null : locals.get(number - 1);
  }

  /** The function as it was offered; its offsets are numbers of places. */
  CheckedFunction decode() {
    final SymbolId symbol = tables.symbol();
    final PinkType.Function type = tables.type(PinkType.Function.class);
    final boolean inline = flag();
    final int place = place();
    final int end = place();
    final Set<Local> addressTaken = new HashSet<>();
    int count = in.takeCountOf(1);
    int parameters = in.takeUpTo(count);
    for (int i = 0; i < count; i++) {
      Local local = new Local(i, tables.text(), tables.type(), place());
      locals.add(local);
      if (flag()) {
        addressTaken.add(local);
      }
    }
    readPanics();
    TypedExpression body = new BodyNodeDecoder(this).decode();
    in.expectEnd();
    return new CheckedFunction(
        symbol,
        type,
        Linkage.PUBLIC,
        inline,
        locals.subList(0, parameters),
        locals,
        addressTaken,
        body,
        place,
        end);
  }

  /** The places that panics of the body name; no expression is read. */
  List<Integer> decodePanics() {
    tables.symbol();
    tables.type();
    flag();
    place();
    place();
    int count = in.takeCountOf(1);
    in.takeUpTo(count);
    for (int i = 0; i < count; i++) {
      tables.text();
      tables.type();
      place();
      flag();
    }
    readPanics();
    return panics;
  }

  private void readPanics() {
    int count = in.takeCountOf(1);
    for (int i = 0; i < count; i++) {
      panics.add(place());
    }
  }
}
