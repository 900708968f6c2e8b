package org.pinklang.codegen.lower;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.lower.Operand.MemoryOperand;
import org.pinklang.codegen.lower.Operand.None;
import org.pinklang.codegen.lower.Operand.ScalarOperand;
import org.pinklang.codegen.lower.Operand.SliceOperand;
import org.pinklang.codegen.target.TypeLayouts;
import org.pinklang.frontend.type.Layout;
import org.pinklang.frontend.type.Layouts;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.ConstantValue.AddressConstant;
import org.pinklang.frontend.typed.ConstantValue.AggregateConstant;
import org.pinklang.frontend.typed.ConstantValue.BooleanConstant;
import org.pinklang.frontend.typed.ConstantValue.FloatConstant;
import org.pinklang.frontend.typed.ConstantValue.FunctionConstant;
import org.pinklang.frontend.typed.ConstantValue.IntegerConstant;
import org.pinklang.frontend.typed.ConstantValue.NilConstant;
import org.pinklang.frontend.typed.ConstantValue.NullConstant;
import org.pinklang.frontend.typed.ConstantValue.RepeatedConstant;
import org.pinklang.frontend.typed.ConstantValue.SliceConstant;
import org.pinklang.frontend.typed.ConstantValue.StringAddressConstant;
import org.pinklang.frontend.typed.ConstantValue.UnionConstant;

/** Values known when compiling, as operands and as the contents of globals. */
final class Constants {
  private final IrContext context;
  private final ValueTypes types;
  private final Symbols symbols;
  private final int pointerBytes;
  private final Map<ConstantValue, IrValue> inMemory = new HashMap<>();

  Constants(IrContext context, ValueTypes types, Symbols symbols, int pointerBytes) {
    this.context = context;
    this.types = types;
    this.symbols = symbols;
    this.pointerBytes = pointerBytes;
  }

  /** A constant where it is used. */
  Operand operand(ConstantValue value) {
    return switch (value) {
      case NilConstant nil -> None.NONE;
      case BooleanConstant bool ->
          new ScalarOperand(context.integer(context.boolType(), bool.value() ? 1 : 0));
      case SliceConstant slice ->
          new SliceOperand(
              scalar(slice.pointer()), context.integer(context.integer(64), slice.length()));
      case AggregateConstant aggregate -> new MemoryOperand(memory(value));
      case RepeatedConstant repeated -> new MemoryOperand(memory(value));
      case UnionConstant union -> new MemoryOperand(memory(value));
      default -> new ScalarOperand(scalar(value));
    };
  }

  /** The bytes of a constant that is no scalar. */
  ConstantImage image(ConstantValue value) {
    ConstantImage image = new ConstantImage(context, pointerBytes);
    write(value, image);
    image.finish();
    return image;
  }

  /** The address of memory that holds an aggregate. */
  private IrValue memory(ConstantValue value) {
    IrValue known = inMemory.get(value);
    if (known == null) {
      int alignment = layouts().layout(value.type()).alignment();
      known = symbols.privateConstant(image(value).value(this::scalar), alignment);
      inMemory.put(value, known);
    }
    return known;
  }

  /** A scalar as it lies in memory. */
  IrValue scalar(ConstantValue value) {
    return switch (value) {
      case IntegerConstant integer ->
          context.integer(types.memory(integer.type()), integer.value());
      case FloatConstant number -> context.floating(types.memory(number.type()), number.value());
      case BooleanConstant bool -> context.integer(context.integer(8), bool.value() ? 1 : 0);
      case NullConstant nil -> context.zero(context.pointerType());
      case FunctionConstant function -> symbols.function(function.function()).address();
      case AddressConstant address -> address(address);
      case StringAddressConstant string ->
          context.addressInside(symbols.string(string.bytes()), string.offset());
      default -> throw new IllegalArgumentException("not a scalar: " + value);
    };
  }

  private IrValue address(AddressConstant address) {
    IrValue global = symbols.global(address.global(), address.globalType()).address();
    return context.addressInside(global, offset(address.globalType(), address.path()));
  }

  private long offset(PinkType type, List<Long> path) {
    long offset = 0;
    PinkType part = type;
    for (long index : path) {
      if (part instanceof PinkType.Array array) {
        part = array.element();
        offset += index * layouts().size(part);
      } else {
        TypeLayouts.Fields fields = layouts().fields(part);
        offset += fields.offsets()[(int) index];
        part = fields.types().get((int) index);
      }
    }
    return offset;
  }

  // ---- images -------------------------------------------------------------------------------

  private void write(ConstantValue value, ConstantImage image) {
    switch (value) {
      case NilConstant nil -> {}
      case IntegerConstant integer -> image.number(integer.value(), integer.type().bits() / 8);
      case BooleanConstant bool -> image.number(bool.value() ? 1 : 0, 1);
      case FloatConstant number -> image.number(bits(number), number.type().bits() / 8);
      case NullConstant nil -> image.zeros(pointerBytes);
      case FunctionConstant function -> image.address(value);
      case AddressConstant address -> image.address(value);
      case StringAddressConstant string -> image.address(value);
      case SliceConstant slice -> writeSlice(slice, image);
      case AggregateConstant aggregate -> writeAggregate(aggregate, image);
      case RepeatedConstant repeated -> writeRepeated(repeated, image);
      case UnionConstant union -> writeUnion(union, image);
    }
  }

  private static long bits(FloatConstant number) {
    return number.type() == Scalar.FLOAT32
        ? Float.floatToRawIntBits((float) number.value()) & 0xFFFF_FFFFL
        : Double.doubleToRawLongBits(number.value());
  }

  private void writeSlice(SliceConstant slice, ConstantImage image) {
    long start = image.size();
    image.address(slice.pointer());
    image.padTo(start + 8);
    image.number(slice.length(), 8);
  }

  private void writeAggregate(AggregateConstant aggregate, ConstantImage image) {
    long start = image.size();
    if (aggregate.type() instanceof PinkType.Array) {
      aggregate.elements().forEach(element -> write(element, image));
      return;
    }
    long[] offsets = layouts().fields(aggregate.type()).offsets();
    for (int i = 0; i < offsets.length; i++) {
      image.padTo(start + offsets[i]);
      write(aggregate.elements().get(i), image);
    }
    image.padTo(start + layouts().size(aggregate.type()));
  }

  private void writeRepeated(RepeatedConstant repeated, ConstantImage image) {
    long size = layouts().size(repeated.type());
    if (isZero(repeated.element())) {
      image.zeros(size);
    } else if (size != 0) {
      for (long i = 0; i < repeated.type().length(); i++) {
        write(repeated.element(), image);
      }
    }
  }

  private void writeUnion(UnionConstant union, ConstantImage image) {
    long start = image.size();
    Layout layout = layouts().layout(union.type());
    image.number(union.alternative(), Layouts.tagBytes(layouts().union(union.type())));
    ConstantValue payload = union.payload();
    if (payload != null) {
      image.padTo(start + layouts().payloadOffset(union.type()));
      write(payload, image);
    }
    image.padTo(start + layout.size());
  }

  /** Whether all bytes of a constant are zero. */
  static boolean isZero(ConstantValue value) {
    return switch (value) {
      case NilConstant nil -> true;
      case NullConstant nil -> true;
      case IntegerConstant integer -> integer.value() == 0;
      case BooleanConstant bool -> !bool.value();
      case FloatConstant number -> bits(number) == 0;
      case AggregateConstant aggregate -> aggregate.elements().stream().allMatch(Constants::isZero);
      case RepeatedConstant repeated -> repeated.type().length() == 0 || isZero(repeated.element());
      case UnionConstant union ->
          union.alternative() == 0 && (union.payload() == null || isZero(union.payload()));
      default -> false;
    };
  }

  private TypeLayouts layouts() {
    return types.layouts();
  }
}
