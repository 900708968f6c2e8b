package org.pinklang.api.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.emit.CodeCache;
import org.pinklang.codegen.emit.CodeGenerator;
import org.pinklang.codegen.emit.CodegenRequest;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.link.load.CallOutcome;
import org.pinklang.link.load.CodeLoader;
import org.pinklang.link.load.LoadOutcome;
import org.pinklang.link.load.LoadedCode;
import org.pinklang.link.load.MachineSignature;
import org.pinklang.link.load.ScalarType;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.runtime.RuntimeLibrary;

/** Compiles checked units for this machine, loads them and calls an entry. For one thread. */
final class CompiledPrograms implements AutoCloseable {
  private static final TargetDescription TARGET = TargetDescription.X86_64_LINUX;
  private static final MachineSignature NOTHING_TO_INTEGER =
      new MachineSignature(List.of(), List.of(ScalarType.INTEGER64));

  private final CodeGenerator generator = new CodeGenerator();
  private final CodeLoader loader = new CodeLoader(new RuntimeLibrary());

  /**
   * What the entry, a function from nothing to Integer, comes to in a fresh copy of the program.
   */
  String run(List<CheckedUnit> units, SymbolId entry, OptimizationLevel level) {
    List<LinkObject> objects = new ArrayList<>();
    for (CheckedUnit unit : units) {
      objects.add(new LinkObject(unit.text().logicalName(), object(unit, level)));
    }
    try (LoadedCode code = load(objects)) {
      return outcome(code.function(LinkageNames.function(entry), NOTHING_TO_INTEGER).call());
    }
  }

  private byte[] object(CheckedUnit unit, OptimizationLevel level) {
    return generator
        .generate(
            CodegenRequest.object(unit, TARGET, level).verified(),
            CodeCache.NONE,
            fatal -> {
              throw fatal;
            })
        .bytes();
  }

  private LoadedCode load(List<LinkObject> objects) {
    try {
      return switch (loader.load(objects, TARGET.triple())) {
        case LoadOutcome.Loaded loaded -> loaded.code();
        case LoadOutcome.Refused refused ->
            throw new IllegalStateException("not loaded: " + refused.problems());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String outcome(CallOutcome outcome) {
    return switch (outcome) {
      case CallOutcome.Returned returned -> "returned " + returned.first();
      case CallOutcome.Panicked panic ->
          "panic: %s at %s:%d:%d"
              .formatted(panic.message(), panic.file(), panic.line(), panic.column());
      default -> outcome.toString();
    };
  }

  @Override
  public void close() {
    generator.close();
  }
}
