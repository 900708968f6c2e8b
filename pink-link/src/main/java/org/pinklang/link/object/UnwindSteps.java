package org.pinklang.link.object;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Follows the steps by which DWARF says where a caller's frame is, up to one instruction. */
final class UnwindSteps {
  private static final int FRAME_POINTER = 6;

  /** The factor of offsets of registers on x86-64. */
  private static final int DATA_FACTOR = -8;

  private int register;
  private long offset;
  private boolean saved;
  private long savedAt;
  private final Deque<UnwindRow> remembered = new ArrayDeque<>();

  private UnwindSteps() {}

  /**
   * Follows the steps that all functions share, and then those of one.
   *
   * @param target the instruction's offset in the function
   * @return empty if there is a step that compilers for x86-64 do not need
   */
  static Optional<UnwindRow> run(byte[] common, byte[] own, long target) {
    UnwindSteps steps = new UnwindSteps();
    return steps.follow(common, Long.MAX_VALUE) && steps.follow(own, target)
        ? Optional.of(steps.row())
        : Optional.empty();
  }

  private UnwindRow row() {
    return new UnwindRow(register, offset, saved, savedAt);
  }

  private void restore(UnwindRow row) {
    register = row.register();
    offset = row.offset();
    saved = row.savesFramePointer();
    savedAt = row.framePointerOffset();
  }

  private boolean follow(byte[] steps, long target) {
    DwarfReader reader = new DwarfReader(steps, 0);
    long place = 0;
    while (reader.hasMore()) {
      int step = reader.octet();
      int advance = advance(step, reader);
      if (advance >= 0) {
        place += advance;
        if (place > target) {
          return true;
        }
      } else if (!change(step, reader)) {
        return false;
      }
    }
    return true;
  }

  /** How far a step advances; -1 if it is none that does. */
  private static int advance(int step, DwarfReader reader) {
    return switch (step) {
      case 0x02 -> reader.octet();
      case 0x03 -> reader.half();
      case 0x04 -> (int) reader.word();
      default -> step >>> 6 == 1 ? step & 0x3f : -1;
    };
  }

  private boolean change(int step, DwarfReader reader) {
    if (step >>> 6 == 2) {
      save(step & 0x3f, reader.unsigned());
      return true;
    }
    if (step >>> 6 == 3) {
      saved &= (step & 0x3f) != FRAME_POINTER;
      return true;
    }
    switch (step) {
      case 0x00 -> {}
      case 0x05 -> save((int) reader.unsigned(), reader.unsigned());
      case 0x0a -> remembered.push(row());
      case 0x0b -> restore(remembered.pop());
      case 0x0c -> {
        register = (int) reader.unsigned();
        offset = reader.unsigned();
      }
      case 0x0d -> register = (int) reader.unsigned();
      case 0x0e -> offset = reader.unsigned();
      case 0x2e -> reader.unsigned();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void save(int which, long factored) {
    if (which == FRAME_POINTER) {
      saved = true;
      savedAt = factored * DATA_FACTOR;
    }
  }
}
