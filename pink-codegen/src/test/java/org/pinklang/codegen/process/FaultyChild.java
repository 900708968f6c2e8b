package org.pinklang.codegen.process;

import org.pinklang.codegen.emit.GenerationControl;
import org.pinklang.codegen.emit.InProcessGenerator;
import org.pinklang.codegen.emit.LateSteps;
import org.pinklang.codegen.emit.ModuleGenerator;
import org.pinklang.codegen.emit.ModuleJob;

/** A child in which a module that is named like a fault meets it, and others go well. */
public final class FaultyChild implements ModuleGenerator {
  private final ModuleGenerator sound = new InProcessGenerator();

  private FaultyChild() {}

  public static void main(String[] arguments) {
    ChildService.run(new FaultyChild());
  }

  @Override
  public String llvmVersion(GenerationControl control) {
    return sound.llvmVersion(control);
  }

  @Override
  public byte[] generate(ModuleJob job, LateSteps late, GenerationControl control) {
    for (Fault fault : Fault.values()) {
      if (job.name().equals(fault.name())) {
        try {
          fault.strike(sound, control);
        } catch (RuntimeException e) {
          throw e;
        } catch (Exception e) {
          throw new AssertionError(e);
        }
      }
    }
    return sound.generate(job, late, control);
  }

  @Override
  public void close() {
    sound.close();
  }
}
