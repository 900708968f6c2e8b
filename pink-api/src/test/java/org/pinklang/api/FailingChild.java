package org.pinklang.api;

import org.pinklang.codegen.emit.GenerationControl;
import org.pinklang.codegen.emit.InProcessGenerator;
import org.pinklang.codegen.emit.LateSteps;
import org.pinklang.codegen.emit.ModuleGenerator;
import org.pinklang.codegen.emit.ModuleJob;
import org.pinklang.codegen.process.ChildService;

/** A child process that ends, or never does, when it is to generate a unit called so. */
public final class FailingChild implements ModuleGenerator {
  static final String ENDS = "ends.pink";
  static final String HANGS = "hangs.pink";
  static final int STATUS = 77;

  private final ModuleGenerator sound = new InProcessGenerator();

  private FailingChild() {}

  public static void main(String[] arguments) {
    ChildService.run(new FailingChild());
  }

  @Override
  public String llvmVersion(GenerationControl control) {
    return sound.llvmVersion(control);
  }

  @Override
  public byte[] generate(ModuleJob job, LateSteps late, GenerationControl control) {
    switch (job.name()) {
      case ENDS -> Runtime.getRuntime().halt(STATUS);
      case HANGS -> sleep();
      default -> {}
    }
    return sound.generate(job, late, control);
  }

  private static void sleep() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    sound.close();
  }
}
