package org.pinklang.codegen.emit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pinklang.codegen.testing.Trees.INTEGER;
import static org.pinklang.codegen.testing.Trees.binary;
import static org.pinklang.codegen.testing.Trees.call;
import static org.pinklang.codegen.testing.Trees.external;
import static org.pinklang.codegen.testing.Trees.functionType;
import static org.pinklang.codegen.testing.Trees.read;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.llvm.TargetMachine;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.codegen.testing.FunctionBuilder;
import org.pinklang.codegen.testing.UnitBuilder;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression.FunctionReference;

class CodeGeneratorTest {

  private static CheckedUnit unit(int functions) {
    UnitBuilder unit = new UnitBuilder();
    for (int i = 0; i < functions; i++) {
      FunctionBuilder function = new FunctionBuilder("f" + i, INTEGER).visible();
      Local x = function.parameter(INTEGER);
      Local y = function.parameter(INTEGER);
      unit.add(
          function.body(
              binary(
                  BinaryOperator.DIVIDE,
                  binary(BinaryOperator.MULTIPLY, read(x), read(y)),
                  read(y))));
    }
    return unit.build();
  }

  private static byte[] generate(OutputKind kind, OptimizationLevel level) {
    try (CodeGenerator generator = new CodeGenerator()) {
      return generator.generate(request(kind, level), CodeCache.NONE, fatal -> {}).bytes();
    }
  }

  private static CodegenRequest request(OutputKind kind, OptimizationLevel level) {
    return CodegenRequest.object(unit(20), TargetDescription.X86_64_LINUX, level)
        .withKind(kind)
        .verified();
  }

  @Test
  void everyKindIsWhatItsNameSays() {
    assertThat(generate(OutputKind.OBJECT, OptimizationLevel.O0)).startsWith(0x7F, 'E', 'L', 'F');
    assertThat(generate(OutputKind.BITCODE, OptimizationLevel.O0)).startsWith('B', 'C', 0xC0);
    assertThat(new String(generate(OutputKind.LLVM_IR, OptimizationLevel.O0), UTF_8))
        .contains("define i64 @_PMEF2f0(i64 %0, i64 %1)");
    assertThat(new String(generate(OutputKind.ASSEMBLY, OptimizationLevel.O2), UTF_8))
        .contains("_PMEF2f0:", "idivq");
  }

  @ParameterizedTest
  @EnumSource(OptimizationLevel.class)
  void aSquareRootIsAnInstruction(OptimizationLevel level) {
    FunctionBuilder root = new FunctionBuilder("root", Scalar.FLOAT64).visible();
    Local x = root.parameter(Scalar.FLOAT64);
    FunctionReference runtimes =
        external("pink_sqrt", functionType(List.of(Scalar.FLOAT64), Scalar.FLOAT64));
    CheckedUnit unit = new UnitBuilder().add(root.body(call(runtimes, read(x)))).build();
    assertThat(assembly(unit, level)).contains("\tsqrtsd\t").doesNotContain("pink_sqrt");
  }

  private static String assembly(CheckedUnit unit, OptimizationLevel level) {
    CodegenRequest request =
        CodegenRequest.object(unit, TargetDescription.X86_64_LINUX, level)
            .withKind(OutputKind.ASSEMBLY)
            .verified();
    try (CodeGenerator generator = new CodeGenerator()) {
      return new String(generator.generate(request, CodeCache.NONE, fatal -> {}).bytes(), UTF_8);
    }
  }

  @ParameterizedTest
  @EnumSource(OutputKind.class)
  void theBytesDependOnTheRequestAlone(OutputKind kind) throws Exception {
    byte[] alone = generate(kind, OptimizationLevel.O2);
    List<Callable<byte[]>> tasks = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (CodeGenerator shared = new CodeGenerator()) {
      for (int i = 0; i < 16; i++) {
        OptimizationLevel other = i % 2 == 0 ? OptimizationLevel.O2 : OptimizationLevel.O0;
        tasks.add(() -> shared.generate(request(kind, other), CodeCache.NONE, fatal -> {}).bytes());
      }
      int number = 0;
      for (Future<byte[]> result : threads.invokeAll(tasks)) {
        if (number++ % 2 == 0) {
          assertThat(result.get()).isEqualTo(alone);
        }
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void nothingStaysBehindAfterThousandsOfUnits() {
    try (CodeGenerator generator = new CodeGenerator()) {
      generateMany(generator, 500);
      long before = Pointer.physicalBytes();
      generateMany(generator, 3_000);
      // Not disposing modules alone would cost 133 kB each.
      assertThat(Pointer.physicalBytes() - before).isLessThan(150L << 20);
    }
  }

  private static void generateMany(CodeGenerator generator, int count) {
    CodegenRequest request =
        CodegenRequest.object(unit(3), TargetDescription.X86_64_LINUX, OptimizationLevel.O0);
    for (int i = 0; i < count; i++) {
      generator.generate(request, CodeCache.NONE, fatal -> {});
    }
  }

  @Test
  void theDescribedLayoutOfMemoryIsLlvms() {
    for (TargetDescription target : TargetDescription.all()) {
      try (TargetMachine machine = new TargetMachine(target, OptimizationLevel.O0)) {
        assertThat(machine.dataLayout()).isEqualTo(target.dataLayout());
      }
    }
  }

  @Test
  void aUnitCheckedForAnotherDataModelIsRefused() {
    CheckedUnit narrow =
        new CheckedUnit(
            SourceText.of("narrow.pink", ""),
            "",
            DataModel.BITS_32,
            List.of(),
            List.of(),
            symbol -> null,
            java.util.Map.of(),
            null);
    assertThatThrownBy(
            () ->
                CodegenRequest.object(narrow, TargetDescription.X86_64_LINUX, OptimizationLevel.O0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x86_64-linux-gnu");
  }

  @Test
  void whatTheCacheHasIsNotGeneratedAgain() {
    for (OptimizationLevel level : List.of(OptimizationLevel.O0, OptimizationLevel.O2)) {
      MapCache cache = new MapCache();
      CodegenRequest request = request(OutputKind.OBJECT, level);
      try (CodeGenerator generator = new CodeGenerator()) {
        CodegenResult first = generator.generate(request, cache, fatal -> {});
        CodegenResult second = generator.generate(request, cache, fatal -> {});
        assertThat(first.generated()).isTrue();
        assertThat(second.generated()).isFalse();
        assertThat(second.bytes())
            .isEqualTo(first.bytes())
            .isEqualTo(generate(OutputKind.OBJECT, level));
        assertThat(second.positions()).isEqualTo(first.positions());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = OutputKind.class, mode = EnumSource.Mode.EXCLUDE, names = "OBJECT")
  void nothingThatLlvmWouldParseIsKept(OutputKind kind) {
    MapCache cache = new MapCache();
    try (CodeGenerator generator = new CodeGenerator()) {
      CodegenRequest request = request(kind, OptimizationLevel.O0);
      assertThat(generator.generate(request, cache, fatal -> {}).generated()).isTrue();
      assertThat(cache.kept).isEmpty();
    }
  }
}
