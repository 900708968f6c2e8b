package org.pinklang.link.load;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pinklang.link.object.LoadableObject.Form;

/**
 * A linked program in memory of its own. What is run cannot be written, and what is written cannot
 * be run.
 */
final class LinkedImage implements CodeImage {
  private final ImageLayout layout;
  private final Map<String, Integer> definitions;
  private final Map<String, Long> outside;
  private final ProcessMemory memory;
  private final long base;

  /**
   * Puts a program into memory.
   *
   * @param outside the addresses of all symbols that it needs and does not define
   * @throws IllegalStateException if one of them is too far away for the code that refers to it
   * @throws OutOfMemoryError if the system gives no memory
   */
  LinkedImage(LinkedProgram program, Map<String, Long> outside, ProcessMemory memory) {
    layout = program.layout();
    definitions = program.definitions();
    this.outside = Map.copyOf(outside);
    this.memory = memory;
    base = memory.allocate(layout.bytes());
    boolean isDone = false;
    try {
      fill(program);
      isDone = true;
    } finally {
      if (!isDone) {
        memory.free(base, layout.bytes());
      }
    }
    memory.registerFrames(base + layout.frames());
  }

  private void fill(LinkedProgram program) {
    ByteBuffer image = RawPointer.view(base, layout.bytes());
    image.put(0, program.content());
    layout.slots().forEach((symbol, slot) -> image.putLong(slot, address(symbol)));
    for (List<LateRelocation> late : program.late()) {
      for (LateRelocation relocation : late) {
        write(relocation, image);
      }
    }
    memory.makeCode(base, layout.constants());
    memory.makeConstant(base + layout.constants(), layout.variables() - layout.constants());
  }

  private void write(LateRelocation relocation, ByteBuffer image) {
    int at = relocation.at();
    String symbol = relocation.symbol();
    long address = (symbol == null ? base : address(symbol)) + relocation.offset();
    if (relocation.form() == Form.ABSOLUTE) {
      image.putLong(at, address);
      return;
    }
    long distance = address - (base + at);
    if (relocation.form() == Form.WIDE_RELATIVE) {
      image.putLong(at, distance);
    } else if (distance == (int) distance) {
      image.putInt(at, (int) distance);
    } else {
      throw new IllegalStateException(symbol + " is too far away for the code that refers to it");
    }
  }

  @Override
  public long address(String symbol) {
    Integer inside = definitions.get(symbol);
    return inside == null ? Objects.requireNonNull(outside.get(symbol)) : base + inside;
  }

  @Override
  public void close() {
    memory.deregisterFrames(base + layout.frames());
    memory.free(base, layout.bytes());
  }
}
