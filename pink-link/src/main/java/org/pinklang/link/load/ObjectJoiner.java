package org.pinklang.link.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.LoadableObject;
import org.pinklang.link.object.LoadableObject.Form;
import org.pinklang.link.object.LoadableObject.Part;
import org.pinklang.link.object.LoadableObject.Relocation;
import org.pinklang.link.object.UnusableObjectException;

/**
 * Writes the parts of objects to where they are in a program, with all addresses that are the same
 * wherever the program is in memory. Used by one thread.
 */
final class ObjectJoiner {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Of an instruction that computes an address, in place of one that loads it. */
  private static final byte COMPUTE_OPCODE = (byte) 0x8d;

  /** How a call ends: its relocation counts from there. */
  private static final int CALL_ADDEND = -4;

  private static final byte[] JUMP_BY_TABLE = {(byte) 0xff, 0x25};
  private static final int JUMP_BYTES = 6;

  private static final String TOO_FAR = "one of its references is to what lies too far away";

  private final ImageLayout layout;
  private final Map<String, Integer> definitions;
  private final byte[] content;

  /**
   * Writes a program.
   *
   * @param definitions the symbols of the objects, with where they are
   * @param content takes what is not zero of the program
   */
  ObjectJoiner(ImageLayout layout, Map<String, Integer> definitions, byte[] content) {
    this.layout = layout;
    this.definitions = definitions;
    this.content = content;
  }

  /** Writes the jumps by which calls get out. */
  void writeDetours() {
    layout
        .detours()
        .forEach(
            (symbol, at) -> {
              System.arraycopy(JUMP_BY_TABLE, 0, content, at, JUMP_BY_TABLE.length);
              putInt(at + JUMP_BY_TABLE.length, layout.slot(symbol) - at - JUMP_BYTES);
            });
  }

  /**
   * Writes an object.
   *
   * @return what is to be written later
   * @throws UnusableObjectException if an address does not fit where it is to be written
   */
  List<LateRelocation> join(int number, LinkObject file, LoadableObject object)
      throws UnusableObjectException {
    for (int i = 0; i < object.parts().size(); i++) {
      Part part = object.parts().get(i);
      if (part.start() >= 0) {
        int start = layout.start(number, i);
        System.arraycopy(file.bytes(), part.start(), content, start, part.bytes());
        Arrays.fill(content, start + part.bytes(), start + layout.room(number, i), (byte) 0);
      }
    }
    Integer[] named = new Integer[object.names().size()];
    for (int i = 0; i < named.length; i++) {
      named[i] = definitions.get(object.names().get(i));
    }
    List<LateRelocation> late = new ArrayList<>();
    for (Relocation relocation : object.relocations()) {
      int target = relocation.target();
      int at = layout.start(number, relocation.part()) + relocation.offset();
      Integer inside = target < 0 ? named[~target] : Integer.valueOf(layout.start(number, target));
      boolean isByTable =
          relocation.form() == Form.INDIRECT || inside == null && relocation.form() == Form.LOAD;
      String symbol = target < 0 ? object.names().get(~target) : null;
      boolean fits;
      if (symbol != null && isByTable) {
        fits = putInt(at, layout.slot(symbol) + relocation.addend() - at);
      } else if (inside != null) {
        fits = writeInside(relocation, at, inside, late);
      } else {
        fits = symbol != null && writeOutside(relocation, at, symbol, late);
      }
      if (!fits) {
        throw new UnusableObjectException(file.name(), TOO_FAR, null);
      }
    }
    return List.copyOf(late);
  }

  /** Writes the address of what is inside the program; says whether there is room for it. */
  private boolean writeInside(
      Relocation relocation, int at, int target, List<LateRelocation> late) {
    long offset = target + relocation.addend();
    return switch (relocation.form()) {
      case ABSOLUTE -> late.add(new LateRelocation(Form.ABSOLUTE, at, null, offset));
      case WIDE_RELATIVE -> putLong(at, offset - at);
      case RELATIVE, CALL -> putInt(at, offset - at);
      case LOAD -> {
        content[at - 2] = COMPUTE_OPCODE;
        yield putInt(at, offset - at);
      }
      case INDIRECT -> false;
    };
  }

  /** The same of what is outside. */
  private boolean writeOutside(
      Relocation relocation, int at, String symbol, List<LateRelocation> late) {
    long addend = relocation.addend();
    if (relocation.form() == Form.CALL && addend == CALL_ADDEND) {
      return putInt(at, layout.detour(symbol) + addend - at);
    }
    Form form = relocation.form() == Form.CALL ? Form.RELATIVE : relocation.form();
    return late.add(new LateRelocation(form, at, symbol, addend));
  }

  private boolean putLong(int at, long value) {
    LONGS.set(content, at, value);
    return true;
  }

  private boolean putInt(int at, long value) {
    boolean hasRoom = value == (int) value;
    if (hasRoom) {
      INTS.set(content, at, (int) value);
    }
    return hasRoom;
  }
}
