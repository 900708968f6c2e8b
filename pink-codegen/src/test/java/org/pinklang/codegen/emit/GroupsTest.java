package org.pinklang.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pinklang.codegen.testing.Trees.INTEGER;
import static org.pinklang.codegen.testing.Trees.binary;
import static org.pinklang.codegen.testing.Trees.integer;
import static org.pinklang.codegen.testing.Trees.read;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.pinklang.codegen.Grouping;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.codegen.testing.FunctionBuilder;
import org.pinklang.codegen.testing.UnitBuilder;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.Local;

/** What is generated of a unit in groups, and what becomes of damaged objects of groups. */
class GroupsTest {
  private static final int FUNCTIONS = 24;
  private static final Grouping GROUPING = new Grouping(1, 4);

  private static CheckedUnit unit(int edited) {
    UnitBuilder unit = new UnitBuilder();
    for (int i = 0; i < FUNCTIONS; i++) {
      FunctionBuilder function = new FunctionBuilder("f" + i, INTEGER).visible();
      Local x = function.parameter(INTEGER);
      unit.add(
          function.body(binary(BinaryOperator.DIVIDE, integer(i == edited ? 1_000 : i), read(x))));
    }
    return unit.build();
  }

  private static CodegenRequest request(int edited, OptimizationLevel level) {
    return CodegenRequest.object(unit(edited), TargetDescription.X86_64_LINUX, level);
  }

  private static CodegenResult generate(CodegenRequest request, CodeCache cache) {
    try (CodeGenerator generator = new CodeGenerator(GROUPING)) {
      return generator.generate(request, cache, fatal -> {});
    }
  }

  @Test
  void anEditedFunctionHasItsGroupGeneratedAndNoOther() {
    for (OptimizationLevel level :
        new OptimizationLevel[] {OptimizationLevel.O0, OptimizationLevel.O2}) {
      MapCache cache = new MapCache();
      generate(request(-1, level), cache);
      int groups = cache.kept.size();
      assertThat(groups).isGreaterThan(3);
      CodegenResult edited = generate(request(7, level), cache);
      assertThat(edited.generated()).isTrue();
      assertThat(cache.kept).hasSize(groups + 1);
      assertThat(edited.bytes()).isEqualTo(generate(request(7, level), CodeCache.NONE).bytes());
      assertThat(generate(request(7, level), cache).generated()).isFalse();
    }
  }

  @Property(tries = 1_500)
  void noDamageToWhatWasKeptStopsABuild(@ForAll long seed) {
    MapCache cache = Kept.OBJECTS.copy();
    Random random = new Random(seed);
    for (ContentHash key : cache.kept.keySet()) {
      if (random.nextInt(3) == 0) {
        cache.kept.put(key, damaged(cache.kept.get(key), random));
      }
    }
    byte[] bytes = generate(Kept.REQUEST, cache).bytes();
    assertThat(bytes).startsWith(0x7F, 'E', 'L', 'F');
  }

  @Test
  void whatIsNoObjectIsGeneratedAgainAndReplaced() {
    MapCache cache = Kept.OBJECTS.copy();
    cache.kept.replaceAll((key, object) -> new byte[] {1, 2, 3});
    CodegenResult result = generate(Kept.REQUEST, cache);
    assertThat(result.generated()).isTrue();
    assertThat(result.bytes()).isEqualTo(generate(Kept.REQUEST, CodeCache.NONE).bytes());
    assertThat(generate(Kept.REQUEST, cache).generated()).isFalse();
  }

  private static byte[] damaged(byte[] object, Random random) {
    byte[] damaged =
        random.nextInt(4) == 0
            ? java.util.Arrays.copyOf(object, random.nextInt(object.length))
            : object.clone();
    // The tables, where damage leads astray, lie at the end.
    int from = random.nextBoolean() ? 0 : damaged.length / 2;
    for (int i = random.nextInt(8); i > 0 && damaged.length > from; i--) {
      int at = from + random.nextInt(damaged.length - from);
      damaged[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (random.nextInt(5) - 2);
    }
    return damaged;
  }

  /** A unit and the objects of its groups, made once. */
  private static final class Kept {
    static final CodegenRequest REQUEST = request(-1, OptimizationLevel.O0);
    static final Objects OBJECTS = new Objects();

    private static final class Objects {
      private final MapCache original = new MapCache();

      Objects() {
        generate(REQUEST, original);
      }

      MapCache copy() {
        MapCache copy = new MapCache();
        copy.kept.putAll(original.kept);
        return copy;
      }
    }
  }
}
