package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.ConstantValue.AddressConstant;
import org.pinklang.frontend.typed.ConstantValue.AggregateConstant;
import org.pinklang.frontend.typed.ConstantValue.RepeatedConstant;
import org.pinklang.frontend.typed.ConstantValue.SliceConstant;
import org.pinklang.frontend.typed.ConstantValue.StringAddressConstant;

/** Parts of constant aggregates, and pointers and slices made of constant addresses. */
final class ConstantParts {

  private ConstantParts() {}

  /** The field or element of an aggregate. */
  static ConstantValue at(ConstantValue aggregate, long index) {
    return aggregate instanceof RepeatedConstant repeated
        ? repeated.element()
        : ((AggregateConstant) aggregate).elements().get(Math.toIntExact(index));
  }

  /** The part of an aggregate that a path leads to. */
  static ConstantValue at(ConstantValue aggregate, List<Long> path) {
    ConstantValue at = aggregate;
    for (long index : path) {
      at = at(at, index);
    }
    return at;
  }

  /** A slice of an array in memory, in range. */
  static SliceConstant slice(
      PinkType.Slice type,
      AddressConstant array,
      PinkType.Array arrayType,
      long from,
      long length) {
    PinkType.Pointer pointer = new PinkType.Pointer(type.element(), false);
    List<Long> path = arrayType.length() == 0 ? array.path() : extended(array.path(), from);
    return new SliceConstant(
        type, new AddressConstant(pointer, array.global(), array.globalType(), path), length);
  }

  /** A slice of a slice, in range. */
  static SliceConstant slice(SliceConstant whole, long from, long length) {
    return new SliceConstant(whole.type(), advanced(whole.pointer(), from), length);
  }

  private static ConstantValue advanced(ConstantValue pointer, long count) {
    if (count == 0) {
      return pointer;
    }
    if (pointer instanceof StringAddressConstant text) {
      return new StringAddressConstant(text.type(), text.bytes(), text.offset() + count);
    }
    AddressConstant address = (AddressConstant) pointer;
    int last = address.path().size() - 1;
    List<Long> path = new ArrayList<>(address.path());
    path.set(last, path.get(last) + count);
    return new AddressConstant(address.type(), address.global(), address.globalType(), path);
  }

  /** The place of an element of a slice, in range. */
  static Operand element(SliceConstant slice, long index) {
    ConstantValue pointer = advanced(slice.pointer(), index);
    return pointer instanceof StringAddressConstant text
        ? new Operand.StringByte(text.bytes(), text.offset())
        : Operand.GlobalPart.at((AddressConstant) pointer);
  }

  private static List<Long> extended(List<Long> path, long index) {
    List<Long> longer = new ArrayList<>(path);
    longer.add(index);
    return longer;
  }

  /** A pointer constant at another pointer type with the same target. */
  static ConstantValue retyped(ConstantValue pointer, PinkType.Pointer type) {
    return switch (pointer) {
      case AddressConstant address ->
          new AddressConstant(type, address.global(), address.globalType(), address.path());
      case StringAddressConstant text ->
          new StringAddressConstant(type, text.bytes(), text.offset());
      default -> new ConstantValue.NullConstant(type);
    };
  }
}
