package org.pinklang.api.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.emit.CodeCache;
import org.pinklang.codegen.emit.CodeGenerator;
import org.pinklang.codegen.emit.CodegenRequest;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.link.load.CallEndings;
import org.pinklang.link.load.CodeFrame;
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
      new MachineSignature(List.of(), Optional.of(ScalarType.INTEGER64));

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
      return "returned " + code.function(LinkageNames.function(entry)).call(NOTHING_TO_INTEGER);
    } catch (Ended ended) {
      return String.valueOf(ended.getMessage());
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
    return switch (loader.load(objects, TARGET.triple(), new Endings())) {
      case LoadOutcome.Loaded loaded -> loaded.code();
      case LoadOutcome.Refused refused ->
          throw new IllegalStateException("not loaded: " + refused.problems());
    };
  }

  /** A call that did not return. */
  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Ended(String how) {
      super(how);
    }
  }

  private static final class Endings implements CallEndings {
    @Override
    public Throwable panicked(Panic panic) {
      return new Ended(
          "panic: %s at %s:%d:%d"
              .formatted(panic.message(), panic.file(), panic.line(), panic.column()));
    }

    @Override
    public Throwable exited(int status) {
      return new Ended("exit: " + status);
    }

    @Override
    public @Nullable StackTraceElement element(CodeFrame frame, @Nullable Panic panic) {
      return null;
    }
  }

  @Override
  public void close() {
    generator.close();
  }
}
