package org.pinklang.api;

/**
 * Is told how a run goes: progress as it happens, and a report whose order never changes. An
 * exception it throws ends the run and is thrown by it.
 */
public interface CompilationListener {

  /** A listener that does nothing. */
  CompilationListener NONE = new CompilationListener() {};

  /** A piece of work has ended; called in any order, from several threads at once. */
  default void progress(CompilationEvent event) {}

  /**
   * A piece of work has ended; called on the thread that runs the compilation or links. The report
   * comes in parts: when the units have been found, when they have been compiled, and when a
   * program has been linked; each part is ordered by phase and name.
   */
  default void report(CompilationEvent event) {}
}
