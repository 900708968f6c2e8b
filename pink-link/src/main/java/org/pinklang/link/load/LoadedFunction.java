package org.pinklang.link.load;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A function of loaded code. It may be called by any thread until the code is closed; after that
 * every call throws {@link IllegalStateException}. A call that does not return throws what the
 * program's {@link CallEndings} say, or what a callback threw.
 */
public final class LoadedFunction {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  /** How many registers the native methods take: general ones, and ones for floats. */
  private static final List<int[]> SHAPES =
      List.of(new int[] {2, 0}, new int[] {6, 0}, new int[] {0, 4}, new int[] {6, 8});

  private final ProgramControl program;
  private final long address;

  LoadedFunction(ProgramControl program, long address) {
    this.program = program;
    this.address = address;
  }

  /** Where the function begins, to be given to loaded code; valid while that is open. */
  public long address() {
    return address;
  }

  /** Calls the function with what the block holds; its results are in there afterwards. */
  public void call(RegisterBlock registers) {
    try {
      NativeCalls.call(program, address, registers.address());
    } finally {
      Reference.reachabilityFence(registers);
    }
  }

  /**
   * The function as a method handle, whose type is that of the signature's Java types.
   *
   * @param signature a wrong one has effects no one can foresee
   */
  public MethodHandle handle(MachineSignature signature) {
    List<ScalarType> parameters = signature.parameters();
    int floats = (int) parameters.stream().filter(ScalarType::isFloat).count();
    int others = parameters.size() - floats;
    MethodHandle handle =
        SHAPES.stream()
            .filter(shape -> others <= shape[0] && floats <= shape[1])
            .findFirst()
            .map(shape -> inRegisters(shape, signature, others, floats))
            .orElseGet(() -> onStack(signature));
    return handle;
  }

  private MethodHandle inRegisters(
      int[] shape, MachineSignature signature, int others, int floats) {
    boolean isFloat = signature.result().map(ScalarType::isFloat).orElse(false);
    MethodHandle call = nativeCall(shape, isFloat ? double.class : long.class);
    call = MethodHandles.insertArguments(call, 0, program, address);
    Object[] noFloats = new Object[shape[1] - floats];
    Arrays.fill(noFloats, 0.0);
    call = MethodHandles.insertArguments(call, shape[0] + floats, noFloats);
    Object[] noOthers = new Object[shape[0] - others];
    Arrays.fill(noOthers, 0L);
    call = MethodHandles.insertArguments(call, others, noOthers);
    return withJavaTypes(inOrder(call, signature.parameters(), others), signature);
  }

  private static MethodHandle nativeCall(int[] shape, Class<?> result) {
    List<Class<?>> parameters = new ArrayList<>(List.of(ProgramControl.class, long.class));
    IntStream.range(0, shape[0]).forEach(i -> parameters.add(long.class));
    IntStream.range(0, shape[1]).forEach(i -> parameters.add(double.class));
    String name = result == double.class ? "callDouble" : "callLong";
    return find(NativeCalls.class, name, MethodType.methodType(result, parameters));
  }

  /** From one that takes all general registers first, one with the parameters in their order. */
  private static MethodHandle inOrder(MethodHandle call, List<ScalarType> parameters, int others) {
    List<Class<?>> types = new ArrayList<>();
    int[] order = new int[parameters.size()];
    int general = 0;
    int vector = others;
    for (int i = 0; i < order.length; i++) {
      boolean isFloat = parameters.get(i).isFloat();
      types.add(isFloat ? double.class : long.class);
      order[isFloat ? vector++ : general++] = i;
    }
    MethodType type = MethodType.methodType(call.type().returnType(), types);
    return MethodHandles.permuteArguments(call, type, order);
  }

  private static MethodHandle withJavaTypes(MethodHandle call, MachineSignature signature) {
    MethodHandle[] filters =
        signature.parameters().stream()
            .map(RegisterValues::toRegister)
            .toArray(MethodHandle[]::new);
    MethodHandle converted = MethodHandles.filterArguments(call, 0, filters);
    return signature
        .result()
        .map(type -> MethodHandles.filterReturnValue(converted, RegisterValues.fromRegister(type)))
        .orElseGet(() -> converted.asType(converted.type().changeReturnType(void.class)));
  }

  private MethodHandle onStack(MachineSignature signature) {
    List<ScalarType> parameters = signature.parameters();
    MethodHandle call =
        find(
            LoadedFunction.class,
            "callBoxed",
            MethodType.methodType(
                Object.class, LoadedFunction.class, MachineSignature.class, Object[].class));
    MethodType type =
        MethodType.methodType(
            signature.result().<Class<?>>map(ScalarType::javaType).orElse(void.class),
            parameters.stream().<Class<?>>map(ScalarType::javaType).toList());
    return MethodHandles.insertArguments(call, 0, this, signature)
        .asCollector(Object[].class, parameters.size())
        .asType(type);
  }

  /** Called by name. */
  private static Object callBoxed(
      LoadedFunction function, MachineSignature signature, Object[] arguments) {
    long[] words = new long[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = JavaWords.word(arguments[i]);
    }
    long result = function.call(signature, words);
    Optional<ScalarType> type = signature.result();
    return type.isPresent() ? JavaWords.value(result, type.get()) : result;
  }

  /**
   * Calls the function with words.
   *
   * @param arguments one for each parameter, as {@link ScalarType} says; of narrow integers only
   *     the low bits count
   * @return the result likewise; of no meaning where there is none
   * @throws IllegalArgumentException if their number is not that of the parameters
   */
  public long call(MachineSignature signature, long... arguments) {
    List<ScalarType> parameters = signature.parameters();
    if (arguments.length != parameters.size()) {
      throw new IllegalArgumentException(
          "the function takes %d arguments, not %d".formatted(parameters.size(), arguments.length));
    }
    long[] general = new long[RegisterBlock.GENERAL];
    long[] vector = new long[RegisterBlock.VECTOR];
    int others = 0;
    int floats = 0;
    for (int i = 0; i < arguments.length; i++) {
      ScalarType type = parameters.get(i);
      if (type.isFloat() ? floats == vector.length : others == general.length) {
        return callOnStack(signature, arguments);
      }
      long word = type.extend(arguments[i]);
      if (type.isFloat()) {
        vector[floats++] = word;
      } else {
        general[others++] = word;
      }
    }
    return call(signature.result(), general, vector);
  }

  private long call(Optional<ScalarType> result, long[] g, long[] v) {
    if (result.isPresent() && result.get().isFloat()) {
      double register =
          NativeCalls.callDouble(
              program,
              address,
              g[0],
              g[1],
              g[2],
              g[3],
              g[4],
              g[5],
              real(v[0]),
              real(v[1]),
              real(v[2]),
              real(v[3]),
              real(v[4]),
              real(v[5]),
              real(v[6]),
              real(v[7]));
      return result.get().extend(Double.doubleToRawLongBits(register));
    }
    long register =
        NativeCalls.callLong(
            program,
            address,
            g[0],
            g[1],
            g[2],
            g[3],
            g[4],
            g[5],
            real(v[0]),
            real(v[1]),
            real(v[2]),
            real(v[3]),
            real(v[4]),
            real(v[5]),
            real(v[6]),
            real(v[7]));
    return result.map(type -> type.extend(register)).orElse(0L);
  }

  private static double real(long bits) {
    return Double.longBitsToDouble(bits);
  }

  private long callOnStack(MachineSignature signature, long[] arguments) {
    RegisterBlock registers = RegisterBlock.allocate(arguments.length);
    int general = 0;
    int vector = 0;
    int stack = 0;
    for (int i = 0; i < arguments.length; i++) {
      ScalarType type = signature.parameters().get(i);
      long word = type.extend(arguments[i]);
      if (type.isFloat() && vector < RegisterBlock.VECTOR) {
        registers.setVector(vector++, word);
      } else if (!type.isFloat() && general < RegisterBlock.GENERAL) {
        registers.setGeneral(general++, word);
      } else {
        registers.setStack(stack++, word);
      }
    }
    call(registers);
    return signature
        .result()
        .map(type -> type.extend(type.isFloat() ? registers.vectorResult(0) : registers.result(0)))
        .orElse(0L);
  }

  private static MethodHandle find(Class<?> type, String name, MethodType signature) {
    try {
      return LOOKUP.findStatic(type, name, signature);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("there is no such native method", e);
    }
  }
}
