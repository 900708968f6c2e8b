package org.pinklang.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pinklang.codegen.testing.Trees.INTEGER;
import static org.pinklang.codegen.testing.Trees.assign;
import static org.pinklang.codegen.testing.Trees.binary;
import static org.pinklang.codegen.testing.Trees.bind;
import static org.pinklang.codegen.testing.Trees.call;
import static org.pinklang.codegen.testing.Trees.conditional;
import static org.pinklang.codegen.testing.Trees.integer;
import static org.pinklang.codegen.testing.Trees.nilBlock;
import static org.pinklang.codegen.testing.Trees.read;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.Grouping;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.llvm.LlvmContext;
import org.pinklang.codegen.llvm.LlvmModule;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.codegen.testing.FunctionBuilder;
import org.pinklang.codegen.testing.UnitBuilder;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;

/** What one function costs on the way to LLVM, in counts: times say nothing on a busy machine. */
class FunctionCostTest {
  private static final CodegenOptions OPTIONS =
      CodegenOptions.of(TargetDescription.X86_64_LINUX, OptimizationLevel.O0);

  /** A call of LLVM's that gives something makes one Java object of 48 bytes or so. */
  private static final int BYTES_PER_CALL = 56;

  @Test
  void aFunctionIsAsFewInstructionsAndBlocksAsItNeeds() {
    String text = new String(Modules.text(unit(1)), StandardCharsets.UTF_8);
    String body = text.substring(text.indexOf("define"));
    body = body.substring(body.indexOf('\n') + 1, body.indexOf("\n}"));
    List<String> instructions =
        body.lines().filter(line -> line.startsWith("  ")).map(String::strip).toList();

    assertThat(instructions).hasSize(74);
    assertThat(instructions.stream().filter(line -> line.startsWith("br "))).hasSize(10);
  }

  /** LLVM's fast register allocator is quadratic in the calls of a block. */
  @Test
  void noBlockHasMoreCallsThanTheFastRegisterAllocatorTakesWell() {
    FunctionBuilder function = new FunctionBuilder("f", INTEGER).visible();
    TypedExpression sum = read(function.parameter(INTEGER));
    for (int i = 0; i < 2_000; i++) {
      sum = add(sum, call(function.reference(), integer(i)));
    }
    UnitBuilder unit = new UnitBuilder();
    unit.add(function.body(sum));

    List<Long> calls = countsInBlocks(unit.build(), line -> line.contains(" call i64 @"));

    assertThat(calls).containsExactly(256L, 256L, 256L, 256L, 256L, 256L, 256L, 208L);
  }

  /** So is what makes one register of an instruction's result and its first operand. */
  @Test
  void noBlockHasMoreInstructionsThanAreBroughtIntoTheProcessorsFormWell() {
    FunctionBuilder function = new FunctionBuilder("f", INTEGER).visible();
    Local a = function.parameter(INTEGER);
    TypedExpression sum = read(a);
    for (int i = 0; i < 5_000; i++) {
      sum = add(sum, read(a));
    }
    UnitBuilder unit = new UnitBuilder();
    unit.add(function.body(sum));

    List<Long> instructions = countsInBlocks(unit.build(), line -> line.contains(" = "));

    assertThat(instructions).hasSizeGreaterThan(5).allMatch(count -> count <= 2_001);
  }

  /** Fast selection gives up a block that ends by returning in several registers. */
  @Test
  void whatComesBeforeAReturnInTwoRegistersIsInAnotherBlock() {
    FunctionBuilder function = new FunctionBuilder("f", PinkType.Slice.OF_BYTES).visible();
    Local slice = function.parameter(PinkType.Slice.OF_BYTES);
    Local n = function.parameter(INTEGER);
    UnitBuilder unit = new UnitBuilder();
    unit.add(function.body(assign(read(n), add(read(n), integer(1))), read(slice)));
    String text = new String(Modules.text(unit.build()), StandardCharsets.UTF_8);
    List<String> last =
        text.substring(text.lastIndexOf("\n\n", text.indexOf("  ret ")), text.indexOf("  ret "))
            .lines()
            .filter(line -> line.startsWith("  "))
            .toList();

    assertThat(last).hasSize(2).allMatch(line -> line.contains("insertvalue"));
  }

  /** How many lines of each block are such, in the order of the blocks that have any. */
  private static List<Long> countsInBlocks(CheckedUnit unit, Predicate<String> counted) {
    String text = new String(Modules.text(unit), StandardCharsets.UTF_8);
    return Stream.of(text.split("\\n\\d+:", -1))
        .map(block -> block.lines().filter(counted).count())
        .filter(count -> count > 0)
        .toList();
  }

  @Test
  void buildingAFunctionCallsLlvmAboutTwicePerInstruction() {
    byte[] few = code(100);
    byte[] many = code(200);
    build(few);
    build(many);
    long allocated = Math.min(build(many) - build(few), build(many) - build(few));

    // 74 instructions, 56 of which give a value; 28 constants, 10 blocks and 2 arguments.
    assertThat(allocated / 100 / BYTES_PER_CALL).isLessThan(130);
  }

  @Test
  void loweringAFunctionAllocatesFewKilobytes() {
    CheckedUnit few = unit(100);
    CheckedUnit many = unit(200);
    for (int i = 0; i < 20; i++) {
      lower(few);
      lower(many);
    }
    long allocated = Math.min(lower(many) - lower(few), lower(many) - lower(few));

    assertThat(allocated / 100).isLessThan(14_000);
  }

  private static byte[] code(int functions) {
    return UnitLowering.lower(unit(functions), OPTIONS, Grouping.NONE).modules().getFirst().code();
  }

  private static long lower(CheckedUnit unit) {
    long before = allocatedBytes();
    UnitLowering.lower(unit, OPTIONS, Grouping.NONE);
    return allocatedBytes() - before;
  }

  private static long build(byte[] code) {
    long before = allocatedBytes();
    try (LlvmContext context = new LlvmContext();
        LlvmModule module = new LlvmModule(context, "m", TargetDescription.X86_64_LINUX)) {
      module.build(code);
    }
    return allocatedBytes() - before;
  }

  private static long allocatedBytes() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static CheckedUnit unit(int functions) {
    UnitBuilder unit = new UnitBuilder();
    for (int i = 0; i < functions; i++) {
      unit.add(function("f" + i));
    }
    return unit.build();
  }

  /** The function of the generated program that builds are measured with. */
  private static CheckedFunction function(String name) {
    FunctionBuilder function = new FunctionBuilder(name, INTEGER).visible();
    final Local a = function.parameter(INTEGER);
    final Local d = function.parameter(INTEGER);
    final Local x = function.local(INTEGER);
    final Local s = function.local(INTEGER);
    final Local j = function.local(INTEGER);
    TypedExpression step = binary(BinaryOperator.MULTIPLY, read(j), integer(30));
    TypedExpression mixed = binary(BinaryOperator.XOR_BITS, read(x), step);
    TypedExpression round =
        nilBlock(
            assign(read(s), add(read(s), mixed)),
            conditional(
                binary(BinaryOperator.GREATER, read(s), integer(100_000)),
                nilBlock(assign(read(s), and(s, 65_535))),
                null));
    TypedExpression first =
        call(
            function.reference(),
            and(s, 255),
            binary(BinaryOperator.SUBTRACT, read(d), integer(1)));
    TypedExpression second =
        call(
            function.reference(),
            and(x, 127),
            binary(BinaryOperator.SUBTRACT, read(d), integer(2)));
    TypedExpression scaled = add(binary(BinaryOperator.MULTIPLY, read(a), integer(93)), read(d));
    return function.body(
        bind(x, binary(BinaryOperator.AND_BITS, scaled, integer(1_048_575))),
        bind(s, integer(960)),
        new TypedExpression.ForRange(j, integer(0), and(x, 7), round, 0),
        conditional(
            binary(BinaryOperator.GREATER, read(d), integer(0)),
            nilBlock(assign(read(s), add(add(read(s), first), second))),
            nilBlock(assign(read(s), add(read(s), and(x, 31))))),
        and(s, 16_777_215));
  }

  private static TypedExpression add(TypedExpression left, TypedExpression right) {
    return binary(BinaryOperator.ADD, left, right);
  }

  private static TypedExpression and(Local local, long mask) {
    return binary(BinaryOperator.AND_BITS, read(local), integer(mask));
  }
}
