package org.pinklang.link.load;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pinklang.link.object.LoadableObject;
import org.pinklang.link.object.LoadableObject.Form;
import org.pinklang.link.object.LoadableObject.Kind;
import org.pinklang.link.object.LoadableObject.Part;
import org.pinklang.link.object.LoadableObject.Relocation;

/**
 * What lies where in the memory of a program, counted from its beginning: code with the detours of
 * calls to the outside, constants with the table of addresses, unwinding tables with a zero at
 * their end, and variables, at first those that are not zero. Each of code, constants (with the
 * tables) and variables begins with a page. Parts have room to grow. Not changed after it was made.
 */
final class ImageLayout {
  /** A jump by an address of the table, and what is left to the next one. */
  private static final int DETOUR_BYTES = 8;

  private static final int END_OF_FRAMES_BYTES = 4;

  /** A part may grow by so many bytes, and by that part of its own. */
  private static final int SPARE_BYTES = 64;

  private static final int SPARE_PART = 8;

  private final int[][] starts;
  private final int[][] rooms;
  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final Map<String, Integer> detours = new HashMap<>();
  private final long constants;
  private final long frames;
  private final long variables;
  private final long zeros;
  private long end;

  /**
   * Lays objects out in their order.
   *
   * @param outside the symbols that none of them defines
   */
  ImageLayout(List<LoadableObject> objects, Set<String> outside) {
    starts = new int[objects.size()][];
    rooms = new int[objects.size()][];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = new int[objects.get(i).parts().size()];
      rooms[i] = new int[starts[i].length];
    }
    add(objects, Kind.CODE, true);
    add(objects, Kind.CODE, false);
    outside.forEach(symbol -> detours.put(symbol, take(DETOUR_BYTES, DETOUR_BYTES)));
    constants = take(0, ProcessMemory.PAGE);
    outside.forEach(this::addSlot);
    objects.forEach(this::addSlots);
    add(objects, Kind.CONSTANTS, true);
    add(objects, Kind.CONSTANTS, false);
    frames = take(0, Long.BYTES);
    add(objects, Kind.UNWINDING, true);
    take(END_OF_FRAMES_BYTES, 1);
    variables = take(0, ProcessMemory.PAGE);
    add(objects, Kind.VARIABLES, true);
    zeros = end;
    add(objects, Kind.VARIABLES, false);
    take(0, ProcessMemory.PAGE);
  }

  private void add(List<LoadableObject> objects, Kind kind, boolean isInFile) {
    for (int i = 0; i < starts.length; i++) {
      List<Part> parts = objects.get(i).parts();
      for (int j = 0; j < starts[i].length; j++) {
        Part part = parts.get(j);
        if (part.kind() == kind && isInFile(part) == isInFile) {
          // Nothing may lie between unwinding tables: a zero would end them.
          boolean isTight = kind == Kind.UNWINDING;
          rooms[i][j] = isTight ? part.bytes() : room(part.bytes());
          starts[i][j] = take(rooms[i][j], isTight ? 1 : part.alignment());
        }
      }
    }
  }

  private static boolean isInFile(Part part) {
    return part.start() >= 0;
  }

  private static int room(int bytes) {
    return (int) Math.min(Integer.MAX_VALUE, (long) bytes + bytes / SPARE_PART + SPARE_BYTES);
  }

  private void addSlots(LoadableObject object) {
    for (Relocation relocation : object.relocations()) {
      if (relocation.form() == Form.INDIRECT) {
        addSlot(object.names().get(~relocation.target()));
      }
    }
  }

  private void addSlot(String symbol) {
    slots.computeIfAbsent(symbol, any -> take(Long.BYTES, Long.BYTES));
  }

  /** Takes room; what it gives means nothing once the whole is too large, see {@link #fits}. */
  private int take(long bytes, int alignment) {
    long start = (end + alignment - 1) & -alignment;
    end = start + bytes;
    return (int) start;
  }

  /** Whether the whole is small enough for code to reach all of it. */
  boolean fits() {
    return end <= Integer.MAX_VALUE;
  }

  /** Whether an object can take the place of another without anything else being moved. */
  boolean canReplace(int number, LoadableObject before, LoadableObject after) {
    List<Part> parts = after.parts();
    boolean fits = parts.size() == before.parts().size();
    for (int i = 0; fits && i < parts.size(); i++) {
      Part old = before.parts().get(i);
      Part part = parts.get(i);
      fits =
          part.kind() == old.kind()
              && isInFile(part) == isInFile(old)
              && (part.kind() == Kind.UNWINDING
                  ? part.bytes() == old.bytes()
                  : starts[number][i] % part.alignment() == 0 && part.bytes() <= rooms[number][i]);
    }
    return fits;
  }

  /** The size of all, a whole number of pages. */
  int bytes() {
    return (int) end;
  }

  /** Where the code ends and the constants begin. */
  int constants() {
    return (int) constants;
  }

  /** Where the unwinding tables begin. */
  int frames() {
    return (int) frames;
  }

  /** Where the constants and tables end and the variables begin. */
  int variables() {
    return (int) variables;
  }

  /** From where on all is zero. */
  int zeros() {
    return (int) zeros;
  }

  /** Where a part of an object begins. */
  int start(int object, int part) {
    return starts[object][part];
  }

  /** How many bytes a part of an object has there. */
  int room(int object, int part) {
    return rooms[object][part];
  }

  /** The symbols whose addresses are in the table, with where. */
  Map<String, Integer> slots() {
    return slots;
  }

  /** The symbols from outside, with where the detours to them are. */
  Map<String, Integer> detours() {
    return detours;
  }

  /** Where the address of a symbol is that is in the table. */
  int slot(String symbol) {
    return Objects.requireNonNull(slots.get(symbol));
  }

  /** Where the detour to a symbol from outside is. */
  int detour(String symbol) {
    return Objects.requireNonNull(detours.get(symbol));
  }
}
