package org.pinklang.codegen.emit;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
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
  private final List<CheckedUnit> units;

  /** The index of the unit that defines a symbol. */
  private final Map<String, Integer> definedBy = new HashMap<>();

  private final int programUnit;

  ProgramGeneration(ProgramRequest request) {
    this.request = request;
    units = request.units();
    for (int i = 0; i < units.size(); i++) {
      for (CheckedFunction function : units.get(i).functions()) {
        definedBy.put(LinkageNames.function(function.symbol()), i);
      }
    }
    programUnit = programUnit(units);
  }

  byte[] generate(ModuleGenerator modules, GenerationControl control) {
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    for (CheckedUnit unit : units) {
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
    List<SequencedMap<String, FunctionBody>> byUnit = new ArrayList<>(units.size());
    units.forEach(unit -> byUnit.add(new LinkedHashMap<>()));
    functions.forEach((name, body) -> byUnit.get(owner(name)).put(name, body));
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    for (int i = 0; i < units.size(); i++) {
      SequencedMap<String, FunctionBody> own = byUnit.get(i);
      if (!own.isEmpty()) {
        code.writeBytes(OptimizedStackChecks.steps(own, units.get(i), request.options()));
      }
    }
    return code.toByteArray();
  }

  /** Passes that make variants of a function add to its name after a dot. */
  private int owner(String name) {
    String known = name;
    while (!definedBy.containsKey(known) && known.lastIndexOf('.') > 0) {
      known = known.substring(0, known.lastIndexOf('.'));
    }
    return definedBy.getOrDefault(known, programUnit);
  }

  /** The unit that {@code main} is made from, else any. */
  private static int programUnit(List<CheckedUnit> units) {
    return IntStream.range(0, units.size())
        .filter(i -> units.get(i).main() != null)
        .findFirst()
        .orElse(0);
  }
}
