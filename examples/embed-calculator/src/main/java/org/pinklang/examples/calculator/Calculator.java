package org.pinklang.examples.calculator;

import java.util.List;
import java.util.Locale;
import org.pinklang.api.Compilation;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.LoadedProgram;
import org.pinklang.api.Optimization;
import org.pinklang.api.PinkPanicException;
import org.pinklang.api.Sources;

/**
 * Compiles a formula of {@code x} and {@code y} and prints a table of its values.
 *
 * <p>Its one argument is the body of a Pink function, for instance {@code "math::sqrt(x * x + y *
 * y)"}. Mistakes in it are shown as the compiler shows them; where it panics, the table says so.
 */
public final class Calculator {
  private Calculator() {}

  /** Prints the table, or what is wrong with the formula. */
  public static void main(String[] arguments) {
    String formula = arguments.length == 0 ? "math::sqrt(x * x + y * y)" : arguments[0];
    System.out.print(table(formula));
  }

  /** The table of a formula for x and y from 0 to 3, or its diagnostics. */
  static String table(String formula) {
    CompilationResult result =
        Compilation.builder()
            .sources(Sources.text("formula.pink", module(formula)))
            .optimization(Optimization.O2)
            .build()
            .run();
    if (!result.succeeded()) {
      return String.join("\n", result.diagnostics().stream().map(Object::toString).toList()) + "\n";
    }
    try (LoadedProgram program = result.load()) {
      return table(program.bind("formula", Formula.class));
    }
  }

  private static String module(String formula) {
    return """
        module formula;
        import std.math;
        export fn value(x: Float, y: Float) -> Float {
          %s;
        }
        """
        .formatted(formula);
  }

  private static String table(Formula formula) {
    StringBuilder table = new StringBuilder();
    for (double y : List.of(0.0, 1.0, 2.0, 3.0)) {
      for (double x : List.of(0.0, 1.0, 2.0, 3.0)) {
        table.append(cell(formula, x, y));
      }
      table.append('\n');
    }
    return table.toString();
  }

  private static String cell(Formula formula, double x, double y) {
    try {
      return String.format(Locale.ROOT, "%10.4f", formula.value(x, y));
    } catch (PinkPanicException panic) {
      return "     panic";
    }
  }
}
