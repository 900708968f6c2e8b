package org.pinklang.link.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the exceptions that calls into loaded code end with. Called on the thread of the call,
 * while the program is loaded still.
 */
public interface CallEndings {

  /**
   * What a panic throws. Its stack trace is taken where this makes it, and then completed with
   * frames of loaded code.
   */
  Throwable panicked(Panic panic);

  /**
   * What an exit throws.
   *
   * @param status what the process would have ended with; of it the low 8 bits count
   */
  Throwable exited(int status);

  /**
   * A frame of loaded code as an element of a stack trace.
   *
   * @param panic what happened in the frame, if it is the innermost of a call that panicked
   * @return null for a frame that is not to be shown
   */
  @Nullable StackTraceElement element(CodeFrame frame, @Nullable Panic panic);

  /**
   * How a program panicked.
   *
   * @param message what it says, without the position
   * @param file the logical name of the unit
   * @param line from 1
   * @param column from 1, in Unicode scalar values
   * @param frames the functions under way in the innermost call from Java, innermost first
   */
  record Panic(String message, String file, int line, int column, List<CodeFrame> frames) {
    /** Copies the list. */
    public Panic {
      frames = List.copyOf(frames);
    }
  }
}
