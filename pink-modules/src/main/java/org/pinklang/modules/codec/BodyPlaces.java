package org.pinklang.modules.codec;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.frontend.source.LinePosition;

/**
 * The lines and columns of the places in a unit's bodies. As numbers: a large unit has millions,
 * and few are asked for. Immutable.
 */
final class BodyPlaces {
  static final BodyPlaces NONE = new BodyPlaces(new int[0]);

  private static final int BYTES_OF_PLACE = 2;

  /** A line and a column for each place. */
  private final int[] numbers;

  private BodyPlaces(int[] numbers) {
    this.numbers = numbers;
  }

  static BodyPlaces of(List<LinePosition> positions) {
    int[] numbers = new int[2 * positions.size()];
    int at = 0;
    for (LinePosition position : positions) {
      numbers[at++] = position.line();
      numbers[at++] = position.column();
    }
    return new BodyPlaces(numbers);
  }

  static BodyPlaces read(ByteReader in) {
    int[] numbers = new int[2 * in.takeCountOf(BYTES_OF_PLACE)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.takeCount();
    }
    return new BodyPlaces(numbers);
  }

  void write(ByteWriter out) {
    out.putNumber(size());
    for (int number : numbers) {
      out.putNumber(number);
    }
  }

  int size() {
    return numbers.length / 2;
  }

  /** Some of the places, one after another. */
  List<LinePosition> range(int first, int count) {
    List<LinePosition> positions = new ArrayList<>(count);
    for (int i = first; i < first + count; i++) {
      positions.add(new LinePosition(numbers[2 * i], numbers[2 * i + 1]));
    }
    return positions;
  }
}
