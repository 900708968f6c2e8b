package org.pinklang.codegen.lower;

import java.util.BitSet;
import java.util.List;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.SourceText;

/** Lines and columns of a unit's text, and which were asked for. For one thread. */
final class Positions {
  private final SourceText text;
  private final BitSet asked = new BitSet();

  Positions(SourceText text) {
    this.text = text;
  }

  /** Line and column of an offset, which will be part of the code. */
  LinePosition at(int offset) {
    asked.set(offset);
    return text.position(offset);
  }

  /** The offsets that were asked for, ascending. */
  List<Integer> asked() {
    return asked.stream().boxed().toList();
  }
}
