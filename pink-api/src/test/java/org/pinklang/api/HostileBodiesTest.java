package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.ManifestSet;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.modules.build.BuiltUnit;
import org.pinklang.modules.codec.BodyParts;
import org.pinklang.modules.codec.EncodedBodies;

/** Bodies that somebody spoilt reach LLVM only where they are such as the checker could give. */
class HostileBodiesTest {
  private static final BuildFacts ALONE =
      new BuildFacts(new ManifestSet(Map.of(), Map.of()), DataModel.BITS_64);

  private static final int COUNT = Boolean.getBoolean("pink.long") ? 50_000 : 300;

  private static final String MODULE =
      """
      module a;
      export struct P { x: Integer, y: Integer32 }
      export union U { none, some: Integer, both: (Integer, Integer) }
      export fn sum(p: P) -> Integer { p.x + Integer(p.y) / 3; }
      export inline fn walk(xs: *[]Integer) -> Integer {
          total := 0;
          for x in xs { if (x > 3) { total = total + x; } else { continue; } }
          for i in 0..xs.length { total = total + xs[i] << 2; }
          while (total > 100) { total = total - 1; if (total == 7) { break; } }
          total;
      }
      export inline fn pick(u: U) -> Integer {
          match (u) { none => { 0; } some(x) => { x; } both(t) => { (a, b) := t; a * b; } }
      }
      export inline fn make(n: Integer) -> P {
          values := [n, n + 1, n * 2];
          last := &values[2];
          P { x: *last, y: Integer32(values[1]) };
      }
      export inline fn text(b: Boolean) -> *[]Byte { if (b) { "yes"; } else { "no"[0..1]; } }
      """;

  private static final String MAIN =
      """
      import a;
      fn main() -> Integer {
          xs := [1, 2, 3];
          a::sum(a::make(3)) + a::walk(&xs) + a::pick(a::U.some(4)) + a::text(true).length;
      }
      """;

  @Test
  void whatIsNotValidIsCalledAndNothingElseHappens() {
    Random random = new Random(2026);
    try (Engine engine = Engine.open()) {
      BuiltUnit module = module(engine);
      CheckedUnit checked = WholeProgram.check(module, ALONE);
      List<LinePosition> positions = BodyParts.of(checked).positions(module.text());
      assertThat(
              undefined(engine, module, new EncodedBodies(BodyParts.of(checked).code(), positions)))
          .noneMatch(name -> name.startsWith("_PM1aE"));
      int called = 0;
      for (int i = 0; i < COUNT; i++) {
        byte[] code = BodyParts.of(checked).code();
        for (int change = random.nextInt(3); change >= 0; change--) {
          code[1 + random.nextInt(code.length - 1)] = (byte) random.nextInt(64);
        }
        called += undefined(engine, module, new EncodedBodies(code, positions)).size();
      }
      assertThat(called).as("functions that were called after all").isPositive();
    }
  }

  private static BuiltUnit module(Engine engine) {
    return module(engine, MODULE);
  }

  static BuiltUnit module(Engine engine, String text) {
    return Compilation.builder()
        .engine(engine)
        .sources(Sources.text("a.pink", text))
        .build()
        .run()
        .orThrow()
        .built()
        .units()
        .get(0);
  }

  /** What the main unit calls, compiled against the bodies; LLVM finds the code well-formed. */
  private static List<String> undefined(Engine engine, BuiltUnit module, EncodedBodies bodies) {
    return undefined(engine, module, bodies, MAIN);
  }

  static List<String> undefined(
      Engine engine, BuiltUnit module, EncodedBodies bodies, String main) {
    ManifestMemory memory = new ManifestMemory();
    memory.put(new Manifest(module.manifest(), Optional.of(bodies)));
    CompilationResult result =
        Compilation.builder()
            .engine(engine)
            .sources(Sources.texts(Map.of("main.pink", main)))
            .resolver(memory)
            .optimization(Optimization.O2)
            .output(Output.OWN_OBJECTS)
            .verify(true)
            .build()
            .run()
            .orThrow();
    return List.copyOf(result.object("main").orElseThrow().undefinedSymbols());
  }
}
