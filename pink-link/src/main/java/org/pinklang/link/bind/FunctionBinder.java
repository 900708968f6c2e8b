package org.pinklang.link.bind;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.link.load.LoadedCode;
import org.pinklang.link.load.LoadedFunction;
import org.pinklang.link.load.MachineSignature;
import org.pinklang.link.load.NativeCallback;
import org.pinklang.link.load.ScalarType;

/** Makes functions of one loaded program callable with Java's types. Any thread may use it. */
public final class FunctionBinder {
  private static final MethodHandle GENERIC_CALL = genericCall();

  private final LoadedCode code;
  private final PinkTypes types;
  private final Map<Class<?>, ToLongFunction<Object>> addresses;

  /**
   * A binder for a program.
   *
   * @param addresses Java types that stand for function pointers, and what addresses they have
   */
  public FunctionBinder(
      LoadedCode code, PinkTypes types, Map<Class<?>, ToLongFunction<Object>> addresses) {
    this.code = code;
    this.types = types;
    this.addresses = Map.copyOf(addresses);
  }

  private static MethodHandle genericCall() {
    try {
      return MethodHandles.lookup()
          .findVirtual(
              GenericCall.class,
              "call",
              MethodType.methodType(Object.class, List.class, ValueCodec.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("a method of this package is missing", e);
    }
  }

  /** The registers of a function that takes and gives numbers and booleans only. */
  public static Optional<MachineSignature> scalars(PinkType.Function type) {
    List<ScalarType> parameters = new ArrayList<>();
    for (PinkType parameter : type.parameters()) {
      Optional<ScalarType> machine = ScalarCodec.machineType(parameter);
      if (machine.isEmpty()) {
        return Optional.empty();
      }
      parameters.add(machine.get());
    }
    Optional<ScalarType> result = ScalarCodec.machineType(type.result());
    return result.isEmpty() && !isVoid(type)
        ? Optional.empty()
        : Optional.of(new MachineSignature(parameters, result));
  }

  private static boolean isVoid(PinkType.Function type) {
    return type.result() == Scalar.NIL || type.result() == PinkType.Never.NEVER;
  }

  /**
   * A Java number or boolean as a word.
   *
   * @throws IllegalArgumentException if it is no value of the type
   */
  public static long word(Object value, PinkType type) {
    return ScalarCodec.word(value, (Scalar) type);
  }

  /** The Java type as wide as a number or boolean. */
  public static Class<?> javaType(Scalar type) {
    return ScalarCodec.machineType(type).<Class<?>>map(ScalarType::javaType).orElse(void.class);
  }

  /**
   * A function as a method handle.
   *
   * @param java the type of the handle
   * @throws IllegalArgumentException if it does not fit the function's type
   */
  public MethodHandle bind(LoadedFunction function, PinkType.Function type, MethodType java) {
    if (java.parameterCount() != type.parameters().size()) {
      throw new IllegalArgumentException(
          "`%s` takes %d arguments, not %d"
              .formatted(type.display(), type.parameters().size(), java.parameterCount()));
    }
    List<ValueCodec> parameters = codecs(type, java.parameterArray(), given());
    ValueCodec result = resultCodec(type, java.returnType(), gotten());
    Optional<MachineSignature> scalars = scalars(type);
    if (scalars.isPresent()) {
      return function.handle(scalars.get());
    }
    GenericCall call = new GenericCall(function, CallShape.of(type, types));
    return MethodHandles.insertArguments(GENERIC_CALL, 0, call, parameters, result)
        .asCollector(Object[].class, parameters.size())
        .asType(java);
  }

  private Codecs given() {
    return Codecs.ofGiven(types, this, addresses);
  }

  private Codecs gotten() {
    return Codecs.ofGotten(types, this);
  }

  private static List<ValueCodec> codecs(PinkType.Function type, Class<?>[] java, Codecs codecs) {
    List<ValueCodec> parameters = new ArrayList<>();
    for (int i = 0; i < java.length; i++) {
      try {
        parameters.add(codecs.of(type.parameters().get(i), java[i]));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("parameter %d: %s".formatted(i + 1, e.getMessage()), e);
      }
    }
    return List.copyOf(parameters);
  }

  private static @Nullable ValueCodec resultCodec(
      PinkType.Function type, Class<?> java, Codecs codecs) {
    if (isVoid(type)) {
      if (java != void.class) {
        String reason = Misfit.type(java, type.result(), "void").getMessage();
        throw new IllegalArgumentException("result: " + reason);
      }
      return null;
    }
    try {
      return codecs.of(type.result(), java);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("result: " + e.getMessage(), e);
    }
  }

  /**
   * Calls a function with what is given.
   *
   * @param java the type of the result; {@code void} drops it
   * @throws IllegalArgumentException if the arguments or the type of the result do not fit
   */
  public @Nullable Object call(
      LoadedFunction function, PinkType.Function type, Class<?> java, Object... arguments) {
    Class<?>[] given = new Class<?>[arguments.length];
    for (int i = 0; i < given.length; i++) {
      given[i] = GivenTypes.of(arguments[i], type.parameters().get(i));
    }
    List<ValueCodec> parameters = codecs(type, given, given());
    ValueCodec result = java == void.class ? null : resultCodec(type, java, gotten());
    return new GenericCall(function, CallShape.of(type, types)).call(parameters, result, arguments);
  }

  /**
   * A native function that calls Java code; whoever gets it closes it.
   *
   * @param type how Pink calls it
   * @param java a functional interface
   * @param target implements it
   * @throws IllegalArgumentException if the interface does not fit
   */
  public NativeCallback callback(PinkType.Function type, Class<?> java, Object target) {
    return javaFunction(type, java).callback(target);
  }

  JavaFunction javaFunction(PinkType.Function type, Class<?> java) {
    Method method = method(type, java);
    return new JavaFunction(
        CallShape.of(type, types),
        codecs(type, method.getParameterTypes(), gotten()),
        resultCodec(type, method.getReturnType(), given()),
        method);
  }

  /**
   * Checks that the method of an interface can call functions of a type.
   *
   * @throws IllegalArgumentException if it does not fit
   */
  void checkCallable(PinkType.Function type, Class<?> java) {
    Method method = method(type, java);
    codecs(type, method.getParameterTypes(), given());
    resultCodec(type, method.getReturnType(), gotten());
  }

  private static Method method(PinkType.Function type, Class<?> java) {
    Method method = InterfaceMethods.single(java, type);
    if (method.getParameterCount() != type.parameters().size()) {
      throw Misfit.type(
          java,
          type,
          "an interface with one method of " + type.parameters().size() + " parameters");
    }
    return method;
  }

  /** A functional interface whose method is the function at an address. */
  Object functionAt(long address, PinkType.Function type, Class<?> java) {
    return implement(java, method -> bind(code.functionAt(address), type, Handles.typeOf(method)));
  }

  /**
   * An object whose methods are functions.
   *
   * @param java an interface
   * @param bound gives what each abstract method does, as a handle of the method's type
   * @throws IllegalArgumentException if it is no interface, or one that cannot be implemented here
   */
  public static <T> T implement(Class<T> java, Function<Method, MethodHandle> bound) {
    if (!java.isInterface()) {
      throw new IllegalArgumentException("`" + java.getName() + "` is not an interface");
    }
    List<Method> methods = InterfaceMethods.abstractOnes(java);
    List<MethodHandle> handles = methods.stream().map(bound).toList();
    return java.cast(InterfaceWriter.implement(java, methods, handles));
  }
}
