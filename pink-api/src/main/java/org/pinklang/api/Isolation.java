package org.pinklang.api;

/** Where an engine has LLVM at work. */
public enum Isolation {

  /** In this process: the fastest. A crash of LLVM would be one of the whole process. */
  IN_PROCESS,

  /**
   * In child processes, started when there is code to generate: a module that LLVM crashes at,
   * hangs at or needs too much memory for is one {@link PinkBackendException}. The results are the
   * same, byte for byte.
   */
  PROCESS
}
