package org.pinklang.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pinklang.codegen.emit.CodeGenerator;
import org.pinklang.codegen.process.ChildSettings;
import org.pinklang.codegen.process.IsolatedGenerator;

/**
 * Collects the settings of an engine. Each may be set once; each setter checks its value. All but
 * {@link #isolation} are about the child processes of {@link Isolation#PROCESS} and have no effect
 * without them. For one thread.
 */
public final class EngineBuilder {
  private static final long LEAST_HEAP_BYTES = 16 << 20;

  private enum Setting {
    ISOLATION("isolation"),
    CHILD_PATIENCE("childPatience"),
    CHILD_HEAP("childHeap"),
    CHILD_CLASS_PATH("childClassPath"),
    CRASH_FOLDER("crashFolder");

    private final String setter;

    Setting(String setter) {
      this.setter = setter;
    }
  }

  private final Set<Setting> done = EnumSet.noneOf(Setting.class);
  private Isolation isolation = Isolation.IN_PROCESS;
  private Duration childPatience = ChildSettings.DEFAULT.patience();
  private long childHeap = ChildSettings.DEFAULT.heapBytes();
  private List<Path> childClassPath = List.of();
  private Optional<Path> crashFolder = Optional.empty();

  EngineBuilder() {}

  private <T> T once(Setting setting, T value) {
    Arguments.present(value, setting.setter);
    if (!done.add(setting)) {
      throw new IllegalStateException("`" + setting.setter + "` has been set already");
    }
    return value;
  }

  private static void check(boolean condition, Setting setting, String problem) {
    if (!condition) {
      throw new IllegalArgumentException("`" + setting.setter + "` " + problem);
    }
  }

  /** Where LLVM works; without it in this process. */
  public EngineBuilder isolation(Isolation isolation) {
    this.isolation = once(Setting.ISOLATION, isolation);
    return this;
  }

  /**
   * How long a child may take for a small unit before it counts as hung; a large unit gets as much
   * again for each MiB of its lowered form. Without it two minutes.
   */
  public EngineBuilder childPatience(Duration patience) {
    childPatience = once(Setting.CHILD_PATIENCE, patience);
    check(patience.isPositive(), Setting.CHILD_PATIENCE, "must be positive, not " + patience);
    return this;
  }

  /**
   * The most that a child may have of Java's heap, in bytes; LLVM's memory comes on top. Without it
   * 1 GiB.
   */
  public EngineBuilder childHeap(long bytes) {
    childHeap = once(Setting.CHILD_HEAP, bytes);
    check(bytes >= LEAST_HEAP_BYTES, Setting.CHILD_HEAP, "must be at least 16 MiB, not " + bytes);
    return this;
  }

  /**
   * The jars and folders that a child finds its classes in: those of Pink, JavaCPP and LLVM, with
   * LLVM's for this platform. Without it those that this process has them from, which are found
   * unless a loader of its own kind took them from elsewhere than files.
   */
  public EngineBuilder childClassPath(Path... files) {
    childClassPath =
        Arguments.allPresent(
            Arrays.asList(once(Setting.CHILD_CLASS_PATH, files)), Setting.CHILD_CLASS_PATH.setter);
    for (Path file : childClassPath) {
      check(Files.exists(file), Setting.CHILD_CLASS_PATH, "names " + file + ", which is not there");
    }
    return this;
  }

  /**
   * The folder in which a failed child leaves a folder with what is to be reported; without it the
   * one for temporary files.
   */
  public EngineBuilder crashFolder(Path folder) {
    crashFolder = Optional.of(once(Setting.CRASH_FOLDER, folder));
    check(Files.isDirectory(folder), Setting.CRASH_FOLDER, "must be a folder, not " + folder);
    return this;
  }

  /** The engine. */
  public Engine open() {
    return switch (isolation) {
      case IN_PROCESS -> Engine.open(new CodeGenerator());
      case PROCESS -> Engine.open(new IsolatedGenerator(childSettings()));
    };
  }

  private ChildSettings childSettings() {
    return new ChildSettings(childPatience, childHeap, childClassPath, crashFolder);
  }
}
