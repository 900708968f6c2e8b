package org.pinklang.link.load;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.link.object.UnwindRow;

/** Finds the functions whose frames lie on a stack, by what their objects say of unwinding. */
final class FrameWalk {
  /** As many as Java's own stack traces have. */
  private static final int MAX_FRAMES = 1024;

  private static final int FRAME_POINTER = 6;
  private static final int STACK_POINTER = 7;

  private FrameWalk() {}

  /**
   * The functions, innermost first, as far as they can be told.
   *
   * @param program that was called
   */
  static List<CodeFrame> frames(StackImage stack, LoadedCode program) {
    List<CodeFrame> frames = new ArrayList<>();
    if (!stack.contains(stack.low() + Long.BYTES)) {
      return frames;
    }
    long framePointer = stack.word(stack.low());
    long returnAddress = stack.word(stack.low() + Long.BYTES);
    long stackPointer = stack.low() + 2 * Long.BYTES;
    while (frames.size() < MAX_FRAMES) {
      // What a call returns to may belong to the next function already.
      CodePlace place = program.placeOf(returnAddress - 1);
      if (place == null) {
        break;
      }
      place.frame().ifPresent(frames::add);
      UnwindRow row = place.row();
      long base = row.register() == STACK_POINTER ? stackPointer : framePointer;
      long frameAddress = base + row.offset();
      boolean isUsable = row.register() == STACK_POINTER || row.register() == FRAME_POINTER;
      if (!isUsable || frameAddress <= stackPointer || !stack.contains(frameAddress - 8)) {
        break;
      }
      long savedAt = frameAddress + row.framePointerOffset();
      if (row.savesFramePointer() && stack.contains(savedAt)) {
        framePointer = stack.word(savedAt);
      }
      returnAddress = stack.word(frameAddress - 8);
      stackPointer = frameAddress;
    }
    return frames;
  }
}
