package org.pinklang.codegen.process;

import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.emit.LateSteps;
import org.pinklang.codegen.llvm.FunctionBody;

/** Late steps that remember what they were. For one thread. */
final class RecordedSteps implements LateSteps {
  private final LateSteps steps;
  private byte @Nullable [] recorded;

  RecordedSteps(LateSteps steps) {
    this.steps = steps;
  }

  @Override
  public byte[] after(SequencedMap<String, FunctionBody> functions) {
    byte[] made = steps.after(functions);
    recorded = made;
    return made;
  }

  /** The steps, null if nobody has asked for them. */
  byte @Nullable [] recorded() {
    return recorded;
  }
}
