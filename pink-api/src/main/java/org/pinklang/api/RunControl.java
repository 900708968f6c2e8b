package org.pinklang.api;

import java.util.function.Consumer;
import org.pinklang.codegen.emit.GenerationControl;
import org.pinklang.codegen.emit.GenerationStep;
import org.pinklang.modules.build.CancellationSignal;

/**
 * What a run has to say about its code.
 *
 * @param onThreadLost told when the generating thread will never return
 * @param cancellation says when the code is no longer wanted
 * @param unit the logical name of the unit whose code it is
 * @param events where the time that LLVM takes is written down
 */
record RunControl(
    Consumer<RuntimeException> onThreadLost,
    Cancellation cancellation,
    String unit,
    EventLog events)
    implements GenerationControl {

  @Override
  public void threadLost(org.pinklang.codegen.PinkBackendException reason) {
    onThreadLost.accept(reason);
  }

  @Override
  public void took(GenerationStep step, long startNanos, long endNanos) {
    events.took(step, unit, startNanos, endNanos);
  }

  @Override
  public StopRegistration onStop(Runnable action) {
    CancellationSignal.Registration registration = cancellation.signal().onCancel(action);
    return registration::close;
  }
}
