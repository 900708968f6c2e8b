package org.pinklang.benchmarks.groups;

import java.util.Random;

/**
 * Writes modules of many functions: a loop, arithmetic, an indexed constant and calls of functions
 * written before.
 *
 * @param functions how many
 * @param family how many functions in a row call each other, and no others
 */
record UnitText(int functions, int family) {

  /** The module's text, with another number in one function; −1 for none. */
  String edited(int function) {
    StringBuilder text = new StringBuilder("module big;\n\n");
    for (int i = 0; i < functions; i++) {
      Random random = new Random(i * 31L + 7);
      int factor = 3 + random.nextInt(90) + (i == function ? 100 : 0);
      text.append(
          """
          %sfn f%d(a: Integer, d: Integer) -> Integer {
              x := (a * %d + d) & 1048575;
              s := %d;
              for j in 0..(x & 7) {
                  s = s + (x ^ (j * %d));
                  if (s > 100000) { s = s & 65535; }
              }
              if (d > 0) { %s }
              else { s = s + (x & 31); }
              if (s == 12345) { panic("not this one"); }
              return s & 16777215;
          }

          """
              .formatted(
                  i % 4 == 0 ? "export " : "",
                  i,
                  factor,
                  random.nextInt(1_000),
                  3 + random.nextInt(50),
                  calls(i, random)));
    }
    return text.toString();
  }

  private String calls(int function, Random random) {
    int first = function / family * family;
    if (function == first) {
      return "s = s + (s & 7) * d;";
    }
    int one = first + random.nextInt(function - first);
    int other = first + random.nextInt(function - first);
    return "s = s + f%d(s & 255, d - 1) + f%d(x & 127, d - 2);".formatted(one, other);
  }
}
