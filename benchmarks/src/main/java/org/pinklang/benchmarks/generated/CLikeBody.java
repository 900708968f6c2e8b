package org.pinklang.benchmarks.generated;

import java.util.function.Function;
import org.pinklang.benchmarks.generated.GeneratedProgram.Callee;

/** The body of a function in languages that write it as C does. */
final class CLikeBody {
  private CLikeBody() {}

  /**
   * A body.
   *
   * @param start the constant that edits change
   * @param type the name of the integers of 64 bits
   * @param name what a function is called by
   * @param last statements before the end, each with its line's end
   */
  static String of(
      GeneratedProgram.Function function,
      int start,
      String type,
      Function<Callee, String> name,
      String last) {
    return """
        %1$s x = (a * %2$d + d) & 1048575;
        %1$s s = %3$d;
        for (%1$s j = 0; j < (x & 7); j = j + 1) {
            s = s + (x ^ (j * %4$d));
            if (s > 100000) { s = s & 65535; }
        }
        if (d > 0) { %5$s; }
        else { s = s + (x & 31); }
    %6$s    return s & 16777215;
    """
        .formatted(type, function.factor(), start, function.step(), calls(function, name), last);
  }

  /** What a function calls, an assignment without an end. */
  static String calls(GeneratedProgram.Function function, Function<Callee, String> name) {
    Callee first = function.first();
    Callee second = function.second();
    return first == null || second == null
        ? "s = s + (s & 7) * d"
        : "s = s + %s(s & 255, d - 1) + %s(x & 127, d - 2)"
            .formatted(name.apply(first), name.apply(second));
  }
}
