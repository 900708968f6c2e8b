package org.pinklang.examples.values;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Map;
import org.pinklang.api.Compilation;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.LoadedProgram;
import org.pinklang.api.ManifestResolver;
import org.pinklang.api.Optimization;
import org.pinklang.api.PinkPanicException;
import org.pinklang.api.Sources;

/** Summarises measurements with functions written in Pink. */
public final class Survey {
  private static final String MODULE =
      """
      module survey;
      export struct Summary { count: Integer, least: Float, most: Float }

      export fn summarize(numbers: *[]Float, wanted: fn(Float) -> Boolean) -> Summary {
        assert(numbers.length > 0);
        s := Summary { count: 0, least: numbers[0], most: numbers[0] };
        for x in numbers {
          if (wanted(x)) {
            s.count = s.count + 1;
            if (x < s.least) { s.least = x; }
            if (x > s.most) { s.most = x; }
          }
        }
        s;
      }

      export fn scale(numbers: *[]Float, factor: Float) -> Nil {
        for i in 0..numbers.length { numbers[i] = numbers[i] * factor; }
      }

      export fn describe(summary: Summary) -> *[]Byte {
        if (summary.most - summary.least > 10.0) { "wide"; } else { "narrow"; }
      }
      """;

  private static final String LATER =
      """
      module spread;
      import survey;
      export fn of(numbers: *[]Float) -> Float {
        s := survey::summarize(numbers, all);
        s.most - s.least;
      }
      fn all(x: Float) -> Boolean { true; }
      """;

  private Survey() {}

  /** Prints the summary. */
  public static void main(String[] arguments) {
    System.out.print(report());
  }

  static String report() {
    CompilationResult result = compile(Map.of("survey.pink", MODULE), ManifestResolver.files());
    StringBuilder report = new StringBuilder();
    try (LoadedProgram program = result.load()) {
      Surveys surveys = program.bind("survey", Surveys.class);

      double[] numbers = {3.5, -1, 12, 7};
      Surveys.Summary summary = surveys.summarize(numbers, x -> x >= 0);
      report.append(summary).append(' ').append(surveys.describe(summary)).append('\n');

      DoubleBuffer direct =
          ByteBuffer.allocateDirect(2 * Double.BYTES)
              .order(ByteOrder.nativeOrder())
              .asDoubleBuffer();
      direct.put(0, 1.5).put(1, 4);
      surveys.scale(direct, 2);
      report.append(direct.get(0)).append(' ').append(direct.get(1)).append('\n');

      CompilationResult later =
          compile(Map.of("spread.pink", LATER), ManifestResolver.inMemory(result.manifests()));
      program.load(later);
      double spread = program.function("spread::of").invokeDouble((Object) numbers);
      report.append(spread).append('\n');

      try {
        surveys.summarize(new double[0], x -> true);
      } catch (PinkPanicException panic) {
        report.append(panic.getMessage()).append(" in ").append(panic.getStackTrace()[0]);
      }
    }
    return report.append('\n').toString();
  }

  private static CompilationResult compile(Map<String, String> texts, ManifestResolver resolver) {
    return Compilation.builder()
        .sources(Sources.texts(texts))
        .resolver(resolver)
        .optimization(Optimization.O2)
        .build()
        .run()
        .orThrow();
  }
}
