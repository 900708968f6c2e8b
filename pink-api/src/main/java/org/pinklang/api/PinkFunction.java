package org.pinklang.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.link.load.LoadedCode;
import org.pinklang.link.load.LoadedFunction;
import org.pinklang.link.load.MachineSignature;
import org.pinklang.link.load.ScalarType;

/**
 * A function of a loaded program whose parameters and result are numbers and booleans. Any thread
 * may call it until the program is closed.
 *
 * <p>An argument is a {@code Boolean} for {@code Boolean}, a {@code Byte}, {@code Short}, {@code
 * Integer} or {@code Long} that fits for an integer type, any {@code Number} for a float. Every
 * call throws {@link IllegalArgumentException} for arguments that are no such values or too few or
 * too many, {@link PinkPanicException} if the function panics and {@link PinkExitException} if it
 * exits.
 */
public final class PinkFunction {
  private final String name;
  private final PinkType.Function type;
  private final LoadedFunction function;
  private final List<ScalarType> parameters;
  private final Optional<ScalarType> result;

  private PinkFunction(
      String name,
      PinkType.Function type,
      LoadedFunction function,
      List<ScalarType> parameters,
      Optional<ScalarType> result) {
    this.name = name;
    this.type = type;
    this.function = function;
    this.parameters = parameters;
    this.result = result;
  }

  static PinkFunction of(LoadedCode code, SymbolId symbol, PinkType.Function type) {
    List<ScalarType> parameters = new ArrayList<>();
    for (PinkType parameter : type.parameters()) {
      parameters.add(machineType(symbol, parameter));
    }
    boolean isVoid = type.result() == Scalar.NIL || type.result() == PinkType.Never.NEVER;
    Optional<ScalarType> result =
        isVoid ? Optional.empty() : Optional.of(machineType(symbol, type.result()));
    MachineSignature signature = new MachineSignature(parameters, result.stream().toList());
    return new PinkFunction(
        symbol.display(),
        type,
        code.function(LinkageNames.function(symbol), signature),
        signature.parameters(),
        result);
  }

  private static ScalarType machineType(SymbolId symbol, PinkType type) {
    return JavaValue.machineType(type)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "`%s` cannot be called from Java: `%s` is neither a number nor a boolean"
                        .formatted(symbol.display(), type.display())));
  }

  /** The name with its module, for example {@code math.vector::dot}. */
  public String name() {
    return name;
  }

  /** The type as Pink writes it, for example {@code fn(Integer, Integer) -> Integer}. */
  public String type() {
    return type.display();
  }

  /**
   * Calls a function whose result is an integer; an unsigned one is not negative, but for 64 bits.
   */
  public long invokeLong(Object... arguments) {
    ScalarType wanted = result.orElseThrow(() -> wrongResult("an integer"));
    if (wanted == ScalarType.BOOLEAN
        || wanted == ScalarType.FLOAT32
        || wanted == ScalarType.FLOAT64) {
      throw wrongResult("an integer");
    }
    return call(arguments);
  }

  /** Calls a function whose result is a float. */
  public double invokeDouble(Object... arguments) {
    ScalarType wanted = result.orElseThrow(() -> wrongResult("a float"));
    return switch (wanted) {
      case FLOAT32 -> Float.intBitsToFloat((int) call(arguments));
      case FLOAT64 -> Double.longBitsToDouble(call(arguments));
      default -> throw wrongResult("a float");
    };
  }

  /** Calls a function whose result is a boolean. */
  public boolean invokeBoolean(Object... arguments) {
    if (result.isEmpty() || result.get() != ScalarType.BOOLEAN) {
      throw wrongResult("a boolean");
    }
    return call(arguments) != 0;
  }

  /** Calls any function and drops its result. */
  public void invokeVoid(Object... arguments) {
    call(arguments);
  }

  private IllegalArgumentException wrongResult(String wanted) {
    return new IllegalArgumentException(
        "the result of `%s` is `%s`, not %s".formatted(name, type.result().display(), wanted));
  }

  /** Calls the function; the result is as {@link ScalarType} says. */
  long call(Object... arguments) {
    if (arguments.length != parameters.size()) {
      throw new IllegalArgumentException(
          "`%s` takes %d arguments, not %d".formatted(name, parameters.size(), arguments.length));
    }
    long[] values = new long[arguments.length];
    for (int i = 0; i < values.length; i++) {
      Object argument = Arguments.present(arguments[i], "arguments");
      values[i] = JavaValue.toMachine(argument, type.parameters().get(i), parameters.get(i));
    }
    return CallEnding.valueOf(function.call(values));
  }

  List<ScalarType> parameters() {
    return parameters;
  }

  Optional<ScalarType> result() {
    return result;
  }
}
