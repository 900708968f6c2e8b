package org.pinklang.api;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.link.bind.FunctionBinder;
import org.pinklang.link.load.LoadedFunction;
import org.pinklang.link.load.MachineSignature;
import org.pinklang.link.load.ScalarType;

/**
 * A function of a loaded program. Any thread may call it until the program is closed.
 *
 * <p>An argument is a {@code Boolean} for {@code Boolean}, a {@code Byte}, {@code Short}, {@code
 * Integer} or {@code Long} that fits for an integer type, any {@code Number} for a float; for other
 * types what {@link LoadedProgram#bind} says. Every call throws {@link IllegalArgumentException}
 * for arguments that are no such values or too few or too many, {@link PinkPanicException} if the
 * function panics, {@link PinkExitException} if it exits, what a callback throws, and {@link
 * IllegalStateException} once the program is closed.
 */
public final class PinkFunction {
  private final String name;
  private final PinkType.Function type;
  private final LoadedFunction function;
  private final FunctionBinder binder;
  private final Optional<MachineSignature> scalars;

  PinkFunction(
      String name, PinkType.Function type, LoadedFunction function, FunctionBinder binder) {
    this.name = name;
    this.type = type;
    this.function = function;
    this.binder = binder;
    this.scalars = FunctionBinder.scalars(type);
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
    Scalar wanted = result("an integer");
    if (!wanted.isInteger()) {
      throw wrongResult("an integer");
    }
    return scalars.isPresent()
        ? call(scalars.get(), arguments)
        : wanted.wrap(((Number) generic(wanted, arguments)).longValue());
  }

  /** Calls a function whose result is a float. */
  public double invokeDouble(Object... arguments) {
    Scalar wanted = result("a float");
    if (!wanted.isFloat()) {
      throw wrongResult("a float");
    }
    if (scalars.isEmpty()) {
      return ((Number) generic(wanted, arguments)).doubleValue();
    }
    long bits = call(scalars.get(), arguments);
    return wanted == Scalar.FLOAT32
        ? Float.intBitsToFloat((int) bits)
        : Double.longBitsToDouble(bits);
  }

  /** Calls a function whose result is a boolean. */
  public boolean invokeBoolean(Object... arguments) {
    Scalar wanted = result("a boolean");
    if (wanted != Scalar.BOOLEAN) {
      throw wrongResult("a boolean");
    }
    return scalars.isPresent()
        ? call(scalars.get(), arguments) != 0
        : (Boolean) generic(wanted, arguments);
  }

  /** Calls any function and drops its result. */
  public void invokeVoid(Object... arguments) {
    if (scalars.isPresent()) {
      call(scalars.get(), arguments);
    } else {
      generic(void.class, arguments);
    }
  }

  /**
   * Calls a function whose result is of any type.
   *
   * @param result what {@link LoadedProgram#bind} says fits the type, or the class of its box
   * @return null where the result is nil
   * @throws IllegalArgumentException if that type does not fit
   */
  public <T> @Nullable T invoke(Class<T> result, Object... arguments) {
    MethodType java = MethodType.methodType(Arguments.present(result, "result"));
    Object value = generic(java.unwrap().returnType(), arguments);
    @SuppressWarnings("unchecked") // a primitive type's class is one of its box
    Class<T> boxed = (Class<T>) java.wrap().returnType();
    return boxed.cast(value);
  }

  /**
   * The function as a method handle, for callers that cannot wait for boxes.
   *
   * @param java the parameters and result, what {@link LoadedProgram#bind} says fits
   * @throws IllegalArgumentException if they do not fit
   */
  public MethodHandle handle(MethodType java) {
    try {
      return bound(Arguments.present(java, "java"));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s does not fit `%s: %s`: %s".formatted(java, name, type.display(), e.getMessage()), e);
    }
  }

  /** As {@link #handle}, with an exception that names neither the function nor the type. */
  MethodHandle bound(MethodType java) {
    return binder.bind(function, type, java);
  }

  /**
   * Java code for a function pointer that this function takes and that Pink keeps longer than the
   * call. It runs on the threads that call it.
   *
   * @param parameter which one takes it, from 0
   * @param java a functional interface whose method fits the parameter's type
   * @param code what is called
   * @return what the caller closes
   * @throws IllegalArgumentException if the parameter is no function pointer or the interface does
   *     not fit
   */
  public <F> PinkCallback callback(int parameter, Class<F> java, F code) {
    List<PinkType> parameters = type.parameters();
    if (parameter < 0
        || parameter >= parameters.size()
        || !(parameters.get(parameter) instanceof PinkType.Function pointer)) {
      throw new IllegalArgumentException(
          "parameter %d of `%s: %s` is no function pointer"
              .formatted(parameter, name, type.display()));
    }
    return new PinkCallback(
        binder.callback(pointer, Arguments.present(java, "java"), Arguments.present(code, "code")));
  }

  private Scalar result(String wanted) {
    if (type.result() instanceof Scalar scalar) {
      return scalar;
    }
    throw wrongResult(wanted);
  }

  private IllegalArgumentException wrongResult(String wanted) {
    return new IllegalArgumentException(
        "the result of `%s` is `%s`, not %s".formatted(name, type.result().display(), wanted));
  }

  private void checkCount(Object[] arguments) {
    if (arguments.length != type.parameters().size()) {
      throw new IllegalArgumentException(
          "`%s` takes %d arguments, not %d"
              .formatted(name, type.parameters().size(), arguments.length));
    }
  }

  /** Calls a function of scalars; the result is as {@link ScalarType} says. */
  private long call(MachineSignature signature, Object[] arguments) {
    checkCount(arguments);
    long[] words = new long[arguments.length];
    for (int i = 0; i < words.length; i++) {
      Object argument = Arguments.present(arguments[i], "arguments");
      words[i] = FunctionBinder.word(argument, type.parameters().get(i));
    }
    return function.call(signature, words);
  }

  private Object generic(Scalar result, Object[] arguments) {
    Class<?> java = FunctionBinder.javaType(result);
    return Objects.requireNonNull(generic(java, arguments));
  }

  private @Nullable Object generic(Class<?> result, Object[] arguments) {
    checkCount(arguments);
    Object[] present = Arguments.allPresent(Arrays.asList(arguments), "arguments").toArray();
    for (int i = 0; i < present.length; i++) {
      if (present[i] instanceof PinkCallback callback) {
        present[i] = callback.address();
      } else if (present[i] instanceof PinkFunction pointer) {
        present[i] = pointer.address(type.parameters().get(i));
      }
    }
    return binder.call(function, type, result, present);
  }

  /** Where the function begins, to be passed where a function of its type is wanted. */
  private long address(PinkType wanted) {
    if (!type.equals(wanted)) {
      throw new IllegalArgumentException(
          "`%s: %s` is no value of `%s`".formatted(name, type.display(), wanted.display()));
    }
    return function.address();
  }
}
