package org.pinklang.link.load;

import java.util.List;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.LinkProblem;
import org.pinklang.link.runtime.RuntimeFlavour;
import org.pinklang.link.runtime.RuntimeLibrary;

/**
 * Loads objects into this process. It holds no native memory, and remembers what it read of objects
 * that others still have, and the last program. Any thread may call.
 */
public final class CodeLoader {
  private final RuntimeLibrary runtime;
  private final ProgramLinker linker = new ProgramLinker();

  /** A loader that takes the runtime from {@code runtime}. */
  public CodeLoader(RuntimeLibrary runtime) {
    this.runtime = runtime;
  }

  /**
   * Loads a program or modules of one.
   *
   * @param objects made for this machine, position independent
   * @param triple their target as LLVM's normal triple
   * @param endings what calls end with that do not return
   * @return the program; or why it was not loaded, also where an object is damaged
   */
  public LoadOutcome load(List<LinkObject> objects, String triple, CallEndings endings) {
    byte[] support = runtime.object(triple, RuntimeFlavour.IN_PROCESS).orElse(null);
    if (support == null) {
      return new LoadOutcome.Refused(
          List.of(new LinkProblem.UnsupportedTarget(triple, RuntimeLibrary.targets())));
    }
    return LoadedCode.load(new LinkObject(LoadedCode.RUNTIME, support), objects, linker, endings);
  }
}
