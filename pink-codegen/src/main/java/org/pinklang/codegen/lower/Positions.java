package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.typed.HeldBody;

/** Lines and columns of one unit's text, and which were asked for. For one thread. */
final class Positions {
  private final String logicalName;
  private final IntFunction<LinePosition> positions;
  private final BitSet asked = new BitSet();

  Positions(SourceText text) {
    this.logicalName = text.logicalName();
    this.positions = text::position;
  }

  /** Those of a body whose text is another unit's. */
  Positions(HeldBody body) {
    this.logicalName = body.unit();
    this.positions = body.positions()::get;
  }

  /** The logical name of the unit whose text it is. */
  String logicalName() {
    return logicalName;
  }

  /** Line and column of an offset, which will be part of the code. */
  LinePosition at(int offset) {
    asked.set(offset);
    return positions.apply(offset);
  }

  /** The offsets that were asked for, ascending. */
  List<Integer> asked() {
    List<Integer> offsets = new ArrayList<>(asked.cardinality());
    for (int i = asked.nextSetBit(0); i >= 0; i = asked.nextSetBit(i + 1)) {
      offsets.add(i);
    }
    return List.copyOf(offsets);
  }
}
