package org.pinklang.link.load;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import org.pinklang.link.object.LoadableObject.Form;
import org.pinklang.link.object.UnusableObjectException;

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
   * @throws UnusableObjectException if one of them is too far away for an object's code
   * @throws OutOfMemoryError if the system gives no memory
   */
  LinkedImage(LinkedProgram program, Map<String, Long> outside, ProcessMemory memory)
      throws UnusableObjectException {
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

  private void fill(LinkedProgram program) throws UnusableObjectException {
    ByteBuffer image = RawPointer.view(base, layout.bytes());
    image.put(0, program.content());
    layout.slots().forEach((symbol, slot) -> image.putLong(slot, address(symbol)));
    for (int i = 0; i < program.late().size(); i++) {
      for (LateRelocation relocation : program.late().get(i)) {
        if (!write(relocation, image)) {
          String reason = "it refers to " + relocation.symbol() + ", which lies too far away";
          throw new UnusableObjectException(program.files().get(i).name(), reason, null);
        }
      }
    }
    memory.makeCode(base, layout.constants());
    memory.makeConstant(base + layout.constants(), layout.variables() - layout.constants());
  }

  /** Writes an address; says whether there is room for it. */
  private boolean write(LateRelocation relocation, ByteBuffer image) {
    int at = relocation.at();
    String symbol = relocation.symbol();
    long address = (symbol == null ? base : address(symbol)) + relocation.offset();
    if (relocation.form() == Form.ABSOLUTE) {
      image.putLong(at, address);
      return true;
    }
    long distance = address - (base + at);
    if (relocation.form() == Form.WIDE_RELATIVE) {
      image.putLong(at, distance);
      return true;
    }
    image.putInt(at, (int) distance);
    return distance == (int) distance;
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
