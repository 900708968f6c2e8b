package org.pinklang.link.load;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The functions of loaded code that are under way on a thread, by the calls from Java that entered
 * them.
 */
final class CallTrace {
  private static final String NATIVE_CALLS = NativeCalls.class.getName();
  private static final String OWN_FRAMES = "org.pinklang.link.";

  /** Innermost call first, and in each the innermost function first. */
  private final List<List<CodeFrame>> calls = new ArrayList<>();

  private CallTrace() {}

  /** The functions under way when a call panicked. */
  static CallTrace of(CallEntry panicked) {
    CallTrace trace = new CallTrace();
    trace.add(panicked.panicStack(), panicked);
    for (@Nullable CallEntry outer = panicked.outer(); outer != null; outer = outer.outer()) {
      trace.add(outer.waitingStack(), outer);
    }
    return trace;
  }

  private void add(StackImage stack, CallEntry call) {
    LoadedCode program = JavaMachine.get().programs().find(call.program());
    calls.add(program == null ? List.of() : FrameWalk.frames(stack, program));
  }

  List<CodeFrame> innermost() {
    return calls.getFirst();
  }

  /** A Java stack trace with the frames of loaded code in place of those that entered it. */
  StackTraceElement[] complete(
      StackTraceElement[] java, CallEndings endings, CallEndings.Panic panic) {
    List<StackTraceElement> complete = new ArrayList<>();
    int call = 0;
    for (StackTraceElement element : java) {
      if (element.getClassName().equals(NATIVE_CALLS) && element.isNativeMethod()) {
        // The first one is the call that has ended; what lies above it came after the panic.
        if (call == 0) {
          complete.clear();
        }
        if (call < calls.size()) {
          complete.addAll(elements(calls.get(call), endings, call == 0 ? panic : null));
          call++;
        }
      } else if (!element.getClassName().startsWith(OWN_FRAMES)) {
        complete.add(element);
      }
    }
    return complete.toArray(StackTraceElement[]::new);
  }

  private static List<StackTraceElement> elements(
      List<CodeFrame> frames, CallEndings endings, CallEndings.@Nullable Panic panic) {
    List<StackTraceElement> elements = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      StackTraceElement element = endings.element(frames.get(i), i == 0 ? panic : null);
      if (element != null) {
        elements.add(element);
      }
    }
    return elements;
  }
}
