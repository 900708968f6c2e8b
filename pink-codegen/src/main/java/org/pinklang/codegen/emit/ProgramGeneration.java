package org.pinklang.codegen.emit;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.pinklang.codegen.Grouping;
import org.pinklang.codegen.llvm.FunctionBody;
import org.pinklang.codegen.lower.LoweredModule;
import org.pinklang.codegen.lower.OptimizedStackChecks;
import org.pinklang.codegen.lower.UnitLowering;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedUnit;

/** Generates one module of several units: their steps, one unit's after another's. */
final class ProgramGeneration {
  private final ProgramRequest request;
  private final Map<String, CheckedUnit> definedBy = new HashMap<>();

  ProgramGeneration(ProgramRequest request) {
    this.request = request;
    for (CheckedUnit unit : request.units()) {
      for (CheckedFunction function : unit.functions()) {
        definedBy.put(LinkageNames.function(function.symbol()), unit);
      }
    }
  }

  byte[] generate(ModuleGenerator modules, GenerationControl control) {
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    for (CheckedUnit unit : request.units()) {
      for (LoweredModule module :
          UnitLowering.lower(unit, request.options(), Grouping.NONE).modules()) {
        code.writeBytes(module.code());
      }
    }
    ModuleJob job =
        new ModuleJob(request.name(), request.options(), request.kind(), code.toByteArray());
    return modules.generate(job, this::stackChecks, control);
  }

  /** The checks of each unit's functions say where these stand in its text. */
  private byte[] stackChecks(SequencedMap<String, FunctionBody> functions) {
    Map<CheckedUnit, SequencedMap<String, FunctionBody>> byUnit = new LinkedHashMap<>();
    functions.forEach(
        (name, body) ->
            byUnit.computeIfAbsent(owner(name), unit -> new LinkedHashMap<>()).put(name, body));
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    byUnit.forEach(
        (unit, own) -> code.writeBytes(OptimizedStackChecks.steps(own, unit, request.options())));
    return code.toByteArray();
  }

  /** Passes that make variants of a function add to its name after a dot. */
  private CheckedUnit owner(String name) {
    String known = name;
    while (!definedBy.containsKey(known) && known.lastIndexOf('.') > 0) {
      known = known.substring(0, known.lastIndexOf('.'));
    }
    return definedBy.getOrDefault(known, programUnit());
  }

  /** The unit that {@code main} is made from, else any. */
  private CheckedUnit programUnit() {
    return request.units().stream()
        .filter(unit -> unit.main() != null)
        .findFirst()
        .orElseGet(() -> request.units().getFirst());
  }
}
