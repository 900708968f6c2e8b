package org.pinklang.codegen.emit;

import org.pinklang.codegen.PinkBackendException;

/**
 * Where LLVM works. Safe for any number of threads at once; the calling thread waits for the
 * result. What costs time to set up is kept for the next module, until the generator is closed.
 */
public interface ModuleGenerator extends AutoCloseable {

  /**
   * LLVM's version, such as {@code 20.1.7}.
   *
   * @throws PinkBackendException if LLVM cannot be used
   * @throws java.util.concurrent.CancellationException as {@link #generate} does
   */
  String llvmVersion(GenerationControl control);

  /**
   * Sets up, on this thread, what the first module would wait for. What goes wrong is told when a
   * module is generated.
   */
  default void prepare() {}

  /**
   * What the job asks for: a function of the job and the late steps alone.
   *
   * @param late asked on this thread, where the job's level optimises
   * @throws PinkBackendException if LLVM fails, which is a bug of the compiler
   * @throws java.util.concurrent.CancellationException if {@code control} said to stop, which not
   *     every generator can
   */
  byte[] generate(ModuleJob job, LateSteps late, GenerationControl control);

  /** Frees what was set up. No thread may be generating. */
  @Override
  void close();
}
