package org.pinklang.api;

import java.util.Set;
import org.pinklang.link.lld.ExecutableLinker;
import org.pinklang.link.lld.SharedLibraryLinker;
import org.pinklang.link.load.CodeLoader;
import org.pinklang.link.object.LinkProblem;
import org.pinklang.link.object.MalformedObjectException;
import org.pinklang.link.object.ObjectSymbols;
import org.pinklang.link.runtime.RuntimeFlavour;
import org.pinklang.link.runtime.RuntimeLibrary;

/** What links and loads, with what it remembers. Holds no thread and no native memory. */
record Toolchain(
    RuntimeLibrary runtime,
    ExecutableLinker linker,
    SharedLibraryLinker libraryLinker,
    CodeLoader loader) {

  Toolchain() {
    this(new RuntimeLibrary());
  }

  private Toolchain(RuntimeLibrary runtime) {
    this(
        runtime,
        new ExecutableLinker(runtime),
        new SharedLibraryLinker(runtime),
        new CodeLoader(runtime));
  }

  /** What is wrong with a target that there is no runtime for. */
  LinkProblem unsupported(String triple) {
    return new LinkProblem.UnsupportedTarget(triple, RuntimeLibrary.targets());
  }

  /** The symbols that the runtime defines for programs; none where there is no runtime. */
  Set<String> runtimeSymbols(String triple) {
    byte[] object = runtime.object(triple, RuntimeFlavour.ALONE).orElse(null);
    try {
      return object == null ? Set.of() : ObjectSymbols.of(object).defined();
    } catch (MalformedObjectException e) {
      throw new IllegalStateException("the runtime is damaged", e);
    }
  }
}
