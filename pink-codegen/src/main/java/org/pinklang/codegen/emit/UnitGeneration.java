package org.pinklang.codegen.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.lower.LoweredModule;
import org.pinklang.codegen.lower.LoweredUnit;
import org.pinklang.codegen.lower.OptimizedStackChecks;
import org.pinklang.codegen.object.ObjectMerger;
import org.pinklang.codegen.object.UnusableObjectException;
import org.pinklang.frontend.source.ContentHash;

/** Generates what one request asks for, as far as the cache does not have it. */
final class UnitGeneration {
  private final CodegenRequest request;
  private final CodegenOptions options;
  private final CodeCache cache;
  private final ModuleGenerator modules;
  private final GenerationControl control;
  private boolean generated;

  UnitGeneration(
      CodegenRequest request, CodeCache cache, ModuleGenerator modules, GenerationControl control) {
    this.request = request;
    this.options = request.options();
    // Of all kinds only objects are nothing that LLVM would parse.
    this.cache = request.kind() == OutputKind.OBJECT ? cache : CodeCache.NONE;
    this.modules = modules;
    this.control = control;
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
        objects.add(generateAnew(module));
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
    ContentHash key = key(module);
    Optional<byte[]> known = cache.find(key);
    return known.isPresent() ? known.get() : generateAndKeep(module, key);
  }

  private ContentHash key(LoweredModule module) {
    return LoweredForm.hash(request, module, modules.llvmVersion(control));
  }

  private byte[] generateAnew(LoweredModule module) {
    return cache == CodeCache.NONE ? generate(module) : generateAndKeep(module, key(module));
  }

  private byte[] generateAndKeep(LoweredModule module, ContentHash key) {
    byte[] bytes = generate(module);
    cache.keep(key, bytes);
    return bytes;
  }

  private byte[] generate(LoweredModule lowered) {
    generated = true;
    String name = request.unit().text().logicalName();
    ModuleJob job = new ModuleJob(name, request.options(), request.kind(), lowered.code());
    LateSteps late =
        functions -> OptimizedStackChecks.steps(functions, request.unit(), request.options());
    return modules.generate(job, late, control);
  }
}
