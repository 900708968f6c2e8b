package org.pinklang.frontend.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedGlobal;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.ConstantValue;

/**
 * The units of one program, linked, with their globals as they are at the start. One run uses up
 * the globals: make a new one for the next. Not safe for threads; deep programs want a large stack.
 */
public final class ReferenceProgram {
  private final Map<SymbolId, Definition> functions = new HashMap<>();
  private final Map<SymbolId, Storage> globals = new HashMap<>();
  private final Map<String, Function<List<Value>, Value>> host;
  private final Constants constants;
  private long steps;

  /**
   * Links units.
   *
   * @param host what {@code extern} functions do, by name
   * @param steps how many expressions may be evaluated before the run is given up
   */
  public ReferenceProgram(
      Collection<CheckedUnit> units, Map<String, Function<List<Value>, Value>> host, long steps) {
    this.host = Map.copyOf(host);
    this.steps = steps;
    for (CheckedUnit unit : units) {
      for (CheckedFunction function : unit.functions()) {
        functions.put(function.symbol(), new Definition(unit.text(), function));
      }
    }
    constants = new Constants(units, this);
    for (CheckedUnit unit : units) {
      for (CheckedGlobal global : unit.globals()) {
        constants.define(global);
      }
    }
  }

  /** Calls a function defined in one of the units. */
  public Outcome run(SymbolId function, List<Value> arguments) {
    try {
      return new Outcome.Returned(call(function, arguments));
    } catch (PanicSignal signal) {
      return signal.panic();
    } catch (StepsExhausted exhausted) {
      return new Outcome.OutOfSteps();
    }
  }

  Value call(SymbolId symbol, List<Value> arguments) {
    Definition definition = functions.get(symbol);
    if (definition != null) {
      return new FunctionRun(this, definition).run(arguments);
    }
    Function<List<Value>, Value> hosted = host.get(symbol.name());
    if (hosted == null) {
      throw new IllegalStateException("nothing defines " + symbol.display());
    }
    return hosted.apply(arguments);
  }

  /** The memory of a global. */
  Storage global(SymbolId symbol) {
    Storage storage = globals.get(symbol);
    if (storage == null) {
      throw new IllegalStateException("nothing defines " + symbol.display());
    }
    return storage;
  }

  @Nullable Storage globalIfDefined(SymbolId symbol) {
    return globals.get(symbol);
  }

  void define(SymbolId symbol, Storage storage) {
    globals.put(symbol, storage);
  }

  /** The value of a constant. */
  Value value(ConstantValue constant) {
    return constants.value(constant);
  }

  /** The value of a string literal. */
  Value text(String bytes) {
    return new Value.Slice(Value.Pointer.to(constants.text(bytes), 0), bytes.length());
  }

  void countStep() {
    if (steps-- <= 0) {
      throw new StepsExhausted();
    }
  }

  /** A function with the text its offsets belong to. */
  record Definition(SourceText text, CheckedFunction function) implements PanicSignal.Thrower {
    @Override
    public PanicSignal at(int offset, String message) {
      LinePosition position = text.position(offset);
      return new PanicSignal(
          new Outcome.Panicked(message, text.logicalName(), position.line(), position.column()));
    }
  }

  @SuppressWarnings("serial")
  private static final class StepsExhausted extends RuntimeException {
    StepsExhausted() {
      super(null, null, false, false);
    }
  }
}
