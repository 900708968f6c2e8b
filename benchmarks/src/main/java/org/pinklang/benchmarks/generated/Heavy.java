package org.pinklang.benchmarks.generated;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pieces of the text of modules with a large struct and a long constant array. */
final class Heavy {
  /** The fields of the struct, integers all. */
  static final int FIELDS = 16;

  /** The elements of the array. */
  static final int ELEMENTS = 256;

  private Heavy() {}

  /** Whether a program's modules have these. */
  static boolean isIn(GeneratedProgram program) {
    return program.shape() == Shape.STRUCTS;
  }

  /** A piece for each field, joined. */
  static String fields(String separator, IntFunction<String> piece) {
    return IntStream.range(0, FIELDS).mapToObj(piece).collect(Collectors.joining(separator));
  }

  /** The elements of a module's array. */
  static String elements(int module) {
    return IntStream.range(0, ELEMENTS)
        .map(i -> (module * 31 + i * 17) % 1009)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", "));
  }

  /** The module whose struct and array a function uses: that of what it calls, or its own. */
  static int used(GeneratedProgram.Function function, int own) {
    GeneratedProgram.Callee callee = function.first();
    return callee == null ? own : callee.module();
  }
}
