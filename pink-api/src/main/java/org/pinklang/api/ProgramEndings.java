package org.pinklang.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.link.load.CallEndings;
import org.pinklang.link.load.CodeFrame;
import org.pinklang.modules.build.BuildResult;

/** The exceptions of a loaded program, its frames named as Pink names functions. Immutable. */
final class ProgramEndings implements CallEndings {
  private static final int STATUS_BITS = 0xFF;
  private static final int UNKNOWN_LINE = -1;

  /** The logical names of units, by the names of their objects. */
  private final Map<String, String> files = new HashMap<>();

  ProgramEndings(BuildResult built) {
    built.units().forEach(unit -> files.put(UnitFiles.unitName(unit), unit.logicalName()));
  }

  @Override
  public Throwable panicked(Panic panic) {
    return new PinkPanicException(panic.message(), panic.file(), panic.line(), panic.column());
  }

  @Override
  public Throwable exited(int status) {
    return new PinkExitException(status & STATUS_BITS);
  }

  @Override
  public @Nullable StackTraceElement element(CodeFrame frame, @Nullable Panic panic) {
    // What follows a dot tells apart what one declaration became.
    String linkageName = frame.symbol().split("\\.", 2)[0];
    Optional<String> name = LinkageNames.demangle(linkageName);
    if (name.isEmpty()) {
      return null;
    }
    int separator = name.get().lastIndexOf("::");
    String module = separator < 0 ? frame.object() : name.get().substring(0, separator);
    String function = separator < 0 ? name.get() : name.get().substring(separator + 2);
    String file = files.get(frame.object());
    int line = panic != null && panic.file().equals(file) ? panic.line() : UNKNOWN_LINE;
    return new StackTraceElement(module, function, file, line);
  }
}
