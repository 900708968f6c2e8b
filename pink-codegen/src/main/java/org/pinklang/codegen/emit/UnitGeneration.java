package org.pinklang.codegen.emit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.llvm.LlvmContext;
import org.pinklang.codegen.llvm.LlvmModule;
import org.pinklang.codegen.llvm.MachineCodeForm;
import org.pinklang.codegen.llvm.TargetMachine;
import org.pinklang.codegen.lower.LoweredModule;
import org.pinklang.codegen.lower.LoweredUnit;
import org.pinklang.codegen.lower.OptimizedStackChecks;
import org.pinklang.codegen.object.ObjectMerger;
import org.pinklang.codegen.object.UnusableObjectException;

/** Generates what one request asks for, as far as the cache does not have it. */
final class UnitGeneration {
  private final CodegenRequest request;
  private final CodegenOptions options;
  private final CodeCache cache;
  private final TargetMachinePool machines;
  private boolean generated;

  UnitGeneration(CodegenRequest request, CodeCache cache, TargetMachinePool machines) {
    this.request = request;
    this.options = request.options();
    // Of all kinds only objects are nothing that LLVM would parse.
    this.cache = request.kind() == OutputKind.OBJECT ? cache : CodeCache.NONE;
    this.machines = machines;
  }

  /**
   * Generates a unit.
   *
   * @throws UnusableObjectException if the unit is in groups and what LLVM makes of them cannot be
   *     merged, whatever the cache holds
   */
  CodegenResult generate(LoweredUnit unit) throws UnusableObjectException {
    return unit.modules().size() == 1 ? generateWhole(unit) : generateGroups(unit);
  }

  /** Generates a unit that was lowered to one module. */
  CodegenResult generateWhole(LoweredUnit unit) {
    return result(unit, findOrGenerate(unit.modules().get(0)));
  }

  private CodegenResult generateGroups(LoweredUnit unit) throws UnusableObjectException {
    List<byte[]> objects = new ArrayList<>();
    for (LoweredModule module : unit.modules()) {
      objects.add(findOrGenerate(module));
    }
    byte[] merged;
    try {
      merged = ObjectMerger.merge(objects, unit.internalNames());
    } catch (UnusableObjectException damaged) {
      objects.clear();
      for (LoweredModule module : unit.modules()) {
        objects.add(generateAndKeep(module));
      }
      merged = ObjectMerger.merge(objects, unit.internalNames());
    }
    return result(unit, merged);
  }

  private CodegenResult result(LoweredUnit unit, byte[] bytes) {
    return new CodegenResult(bytes, unit.unoptimized(), unit.positions(), generated);
  }

  private byte[] findOrGenerate(LoweredModule module) {
    if (cache == CodeCache.NONE) {
      return generate(module);
    }
    Optional<byte[]> known = cache.find(LoweredForm.hash(request, module));
    return known.isPresent() ? known.get() : generateAndKeep(module);
  }

  private byte[] generateAndKeep(LoweredModule module) {
    byte[] bytes = generate(module);
    if (cache != CodeCache.NONE) {
      cache.keep(LoweredForm.hash(request, module), bytes);
    }
    return bytes;
  }

  private byte[] generate(LoweredModule lowered) {
    generated = true;
    TargetMachine machine = machines.take(options.target(), options.level());
    String name = request.unit().text().logicalName();
    try (LlvmContext context = new LlvmContext();
        LlvmModule module = new LlvmModule(context, name, options.target())) {
      module.build(lowered.code());
      verify(module);
      if (options.level().optimizes()) {
        machine.optimize(module);
        OptimizedStackChecks.addTo(module, request.unit(), options.target());
        verify(module);
      }
      return emit(module, machine);
    } finally {
      machines.giveBack(options.target(), machine);
    }
  }

  private void verify(LlvmModule module) {
    if (options.verify()) {
      module.verify();
    }
  }

  private byte[] emit(LlvmModule module, TargetMachine machine) {
    return switch (request.kind()) {
      case OBJECT -> machine.emit(module, MachineCodeForm.OBJECT);
      case ASSEMBLY -> machine.emit(module, MachineCodeForm.ASSEMBLY);
      case LLVM_IR -> module.text().getBytes(StandardCharsets.UTF_8);
      case BITCODE -> module.bitcode();
    };
  }
}
