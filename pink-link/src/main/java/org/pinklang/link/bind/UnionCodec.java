package org.pinklang.link.bind;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;

/** Unions as sealed interfaces with a record for each alternative. */
final class UnionCodec implements ValueCodec {
  private final PinkType type;
  private final int tagBytes;
  private final List<Alternative> alternatives;

  /**
   * One alternative; its place in the list is its tag.
   *
   * @param record the record that stands for it
   * @param payload of the record, whose one component, if any, is what the alternative carries
   */
  record Alternative(Class<?> record, FieldsCodec payload) {}

  UnionCodec(PinkType type, int tagBytes, List<Alternative> alternatives) {
    this.type = type;
    this.tagBytes = tagBytes;
    this.alternatives = List.copyOf(alternatives);
  }

  @Override
  public void write(@Nullable Object value, ByteBuffer memory, int at, CallArena arena) {
    if (value == null) {
      throw Misfit.nil(type);
    }
    for (int tag = 0; tag < alternatives.size(); tag++) {
      if (alternatives.get(tag).record() == value.getClass()) {
        writeTag(memory, at, tag);
        alternatives.get(tag).payload().write(value, memory, at, arena);
        return;
      }
    }
    throw Misfit.value(value, type);
  }

  private void writeTag(ByteBuffer memory, int at, int tag) {
    switch (tagBytes) {
      case 1 -> memory.put(at, (byte) tag);
      case 2 -> memory.putShort(at, (short) tag);
      default -> memory.putInt(at, tag);
    }
  }

  @Override
  public Object read(ByteBuffer memory, int at) {
    int tag =
        switch (tagBytes) {
          case 1 -> Byte.toUnsignedInt(memory.get(at));
          case 2 -> Short.toUnsignedInt(memory.getShort(at));
          default -> memory.getInt(at);
        };
    return alternatives.get(tag).payload().read(memory, at);
  }
}
