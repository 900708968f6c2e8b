package org.pinklang.frontend.generate;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/** Chooses types. A plain type holds no pointer, so that its values may go anywhere. */
final class TypeChooser {
  static final List<Scalar> INTEGERS =
      List.of(
          Scalar.INTEGER8,
          Scalar.INTEGER16,
          Scalar.INTEGER32,
          Scalar.INTEGER64,
          Scalar.UNSIGNED8,
          Scalar.UNSIGNED16,
          Scalar.UNSIGNED32,
          Scalar.UNSIGNED64);

  private final World world;
  private final Choices choices;

  TypeChooser(World world) {
    this.world = world;
    this.choices = world.choices;
  }

  Scalar integer() {
    return choices.chance(35) ? Scalar.INTEGER64 : choices.pick(INTEGERS);
  }

  Scalar number() {
    return choices.chance(75) ? integer() : choices.oneOf(Scalar.FLOAT64, Scalar.FLOAT32);
  }

  Scalar scalar() {
    return choices.chance(15) ? Scalar.BOOLEAN : number();
  }

  PinkType plain() {
    return plain(2);
  }

  private PinkType plain(int depth) {
    int kind = depth == 0 ? 0 : choices.below(100);
    List<PinkType.Nominal> nominals = world.nominals();
    if (kind >= 65 && kind < 85 && !nominals.isEmpty()) {
      return choices.pick(nominals);
    }
    if (kind >= 85 && kind < 93) {
      return tuple(depth);
    }
    if (kind >= 93) {
      return new PinkType.Array(plain(depth - 1), choices.between(1, 4));
    }
    return scalar();
  }

  PinkType.Tuple tuple(int depth) {
    List<PinkType> elements = new ArrayList<>();
    int count = choices.between(2, 3);
    for (int i = 0; i < count; i++) {
      elements.add(plain(depth - 1));
    }
    return new PinkType.Tuple(elements);
  }

  /** A type of parameters and locals: plain, or a pointer or slice of something plain. */
  PinkType any() {
    int kind = choices.below(100);
    if (kind < 72) {
      return plain();
    }
    if (kind < 82) {
      return new PinkType.Pointer(plain(1), false);
    }
    if (kind < 90) {
      return new PinkType.Pointer(plain(1), true);
    }
    return new PinkType.Slice(choices.chance(40) ? Scalar.UNSIGNED8 : plain(1));
  }
}
