package org.pinklang.api;

import org.pinklang.link.lld.ExecutableLinker;
import org.pinklang.link.load.CodeLoader;
import org.pinklang.link.runtime.RuntimeLibrary;

/** What links and loads, with what it remembers. Holds no thread and no native memory. */
record Toolchain(ExecutableLinker linker, CodeLoader loader) {

  Toolchain() {
    this(new RuntimeLibrary());
  }

  private Toolchain(RuntimeLibrary runtime) {
    this(new ExecutableLinker(runtime), new CodeLoader(runtime));
  }
}
