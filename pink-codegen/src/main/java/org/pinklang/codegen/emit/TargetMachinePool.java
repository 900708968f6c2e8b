package org.pinklang.codegen.emit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.llvm.TargetMachine;
import org.pinklang.codegen.target.TargetDescription;

/**
 * Target machines that are not in use: as many as were ever in use at once. The one given back last
 * is taken first. Safe for threads.
 */
final class TargetMachinePool implements AutoCloseable {
  private final Map<Key, ConcurrentLinkedDeque<TargetMachine>> idle = new ConcurrentHashMap<>();

  private record Key(String triple, String cpu, String features, OptimizationLevel level) {
    static Key of(TargetDescription target, OptimizationLevel level) {
      return new Key(target.triple(), target.cpu(), target.features(), level);
    }
  }

  /** A machine for the caller alone. */
  TargetMachine take(TargetDescription target, OptimizationLevel level) {
    ConcurrentLinkedDeque<TargetMachine> machines = idle.get(Key.of(target, level));
    @Nullable TargetMachine machine = machines == null ? null : machines.pollFirst();
    return machine == null ? new TargetMachine(target, level) : machine;
  }

  /** Lets others use a machine that was taken for the target. */
  void giveBack(TargetDescription target, TargetMachine machine) {
    idle.computeIfAbsent(Key.of(target, machine.level()), key -> new ConcurrentLinkedDeque<>())
        .addFirst(machine);
  }

  /** Closes the machines that are not in use. */
  @Override
  public void close() {
    idle.values()
        .forEach(
            machines -> {
              machines.forEach(TargetMachine::close);
              machines.clear();
            });
  }
}
