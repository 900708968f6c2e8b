package org.pinklang.frontend.typed;

import java.util.List;
import org.pinklang.frontend.source.LinePosition;

/**
 * The body of a function of another unit, held for inlining: its definition is elsewhere.
 *
 * @param unit the logical name of the unit that defines the function, which its panics name
 * @param function checked; its offsets, and those in its body, are indices of {@code positions}
 * @param positions lines and columns in the text of its unit
 */
public record HeldBody(String unit, CheckedFunction function, List<LinePosition> positions) {

  /** Copies the list. */
  public HeldBody {
    positions = List.copyOf(positions);
  }
}
