package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.ConstantValue;

/**
 * What an expression gives before it is known whether it is read: a value, or a place. A place is
 * extended by the field accesses and indices around it, whose owner it is meanwhile, so that a
 * chain of them takes linear time.
 */
sealed interface Operand {

  /** A value. */
  record Value(ConstantValue value) implements Operand {}

  /** A local or a part of it. */
  record LocalPart(LocalCells.Cell cell, String name, List<Long> path) implements Operand {

    static LocalPart whole(LocalCells.Cell cell, String name) {
      return new LocalPart(cell, name, new ArrayList<>());
    }
  }

  /**
   * A global or a part of it.
   *
   * @param type the type of the whole global
   */
  record GlobalPart(SymbolId global, PinkType type, List<Long> path) implements Operand {

    static GlobalPart whole(SymbolId global, PinkType type) {
      return new GlobalPart(global, type, new ArrayList<>());
    }

    static GlobalPart at(ConstantValue.AddressConstant address) {
      return new GlobalPart(
          address.global(), address.globalType(), new ArrayList<>(address.path()));
    }

    ConstantValue.AddressConstant address(PinkType.Pointer pointer) {
      return new ConstantValue.AddressConstant(pointer, global, type, path);
    }
  }

  /** A byte of a string literal. */
  record StringByte(String bytes, long offset) implements Operand {}
}
