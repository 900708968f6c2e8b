package org.pinklang.link.bind;

import java.nio.Buffer;
import java.util.Arrays;
import java.util.List;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/** The Java types that arguments are taken for when nobody has written them. */
final class GivenTypes {
  private GivenTypes() {}

  /** What a value is passed as to a parameter. */
  static Class<?> of(Object value, PinkType type) {
    if (type instanceof Scalar) {
      return ScalarCodec.machineType(type)
          .<Class<?>>map(machine -> machine.javaType())
          .orElse(value.getClass());
    }
    if (value instanceof Long) {
      return long.class;
    }
    return switch (value) {
      case Buffer buffer -> bufferType(buffer);
      case Record record
          when type instanceof PinkType.Nominal nominal
              && nominal.kind() == PinkType.Nominal.Kind.UNION ->
          sealedType(record.getClass());
      default ->
          type instanceof PinkType.Function ? functionType(value.getClass()) : value.getClass();
    };
  }

  private static Class<?> bufferType(Buffer buffer) {
    return Arrays.stream(BufferKind.values())
        .<Class<?>>map(BufferKind::bufferType)
        .filter(kind -> kind.isInstance(buffer))
        .findFirst()
        .orElse(buffer.getClass());
  }

  private static Class<?> sealedType(Class<?> record) {
    return Arrays.stream(record.getInterfaces()).filter(Class::isSealed).findFirst().orElse(record);
  }

  /** A lambda's class implements one interface; other classes are what they are. */
  private static Class<?> functionType(Class<?> given) {
    List<Class<?>> functional =
        Arrays.stream(given.getInterfaces())
            .<Class<?>>map(one -> one)
            .filter(one -> InterfaceMethods.abstractOnes(one).size() == 1)
            .toList();
    return functional.size() == 1 ? functional.getFirst() : given;
  }
}
