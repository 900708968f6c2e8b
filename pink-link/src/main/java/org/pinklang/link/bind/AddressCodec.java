package org.pinklang.link.bind;

import java.nio.ByteBuffer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;

/** Pointers and function pointers as addresses, nil as 0. */
final class AddressCodec implements ValueCodec {
  private final PinkType type;
  private final Class<?> java;
  private final ToLongFunction<Object> addresses;

  /**
   * The codec of a pointer.
   *
   * @param java {@code long}, or a type that Java only gives
   * @param addresses gives the address a value of the Java type stands for
   */
  AddressCodec(PinkType type, Class<?> java, ToLongFunction<Object> addresses) {
    this.type = type;
    this.java = java;
    this.addresses = addresses;
  }

  static boolean hasNil(PinkType type) {
    return type instanceof PinkType.Pointer pointer && pointer.nullable();
  }

  @Override
  public void write(@Nullable Object value, ByteBuffer memory, int at, CallArena arena) {
    long address = value == null ? 0 : addresses.applyAsLong(value);
    if (address == 0 && !hasNil(type)) {
      throw Misfit.nil(type);
    }
    memory.putLong(at, address);
  }

  @Override
  public Object read(ByteBuffer memory, int at) {
    if (java != long.class) {
      throw new IllegalArgumentException(
          "Pink has put another value of `%s` where Java gave a %s, which cannot show it"
              .formatted(type.display(), java.getTypeName()));
    }
    return memory.getLong(at);
  }
}
