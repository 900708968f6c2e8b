package org.pinklang.link.load;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.LinkProblem;
import org.pinklang.link.runtime.RuntimeFlavour;
import org.pinklang.link.runtime.RuntimeLibrary;

/**
 * Loads objects into this process. It keeps what loading one program made and the next can use
 * again; it holds no native memory. Any thread may call.
 */
public final class CodeLoader {
  private final RuntimeLibrary runtime;
  private final Map<String, GlueCompiler> glue = new ConcurrentHashMap<>();

  /** A loader that takes the runtime from {@code runtime}. */
  public CodeLoader(RuntimeLibrary runtime) {
    this.runtime = runtime;
  }

  /**
   * Loads a program or modules of one.
   *
   * @param objects made for this machine, position independent
   * @param triple their target as LLVM's normal triple
   * @throws IOException if an object is damaged
   */
  public LoadOutcome load(List<LinkObject> objects, String triple) throws IOException {
    byte[] support = runtime.object(triple, RuntimeFlavour.IN_PROCESS).orElse(null);
    if (support == null) {
      return new LoadOutcome.Refused(
          List.of(new LinkProblem.UnsupportedTarget(triple, RuntimeLibrary.targets())));
    }
    LoadedCode code = new LoadedCode(support, glue.computeIfAbsent(triple, GlueCompiler::new));
    List<LinkProblem> problems = List.of();
    try {
      problems = code.add(objects);
    } finally {
      if (!problems.isEmpty()) {
        code.close();
      }
    }
    return problems.isEmpty() ? new LoadOutcome.Loaded(code) : new LoadOutcome.Refused(problems);
  }
}
