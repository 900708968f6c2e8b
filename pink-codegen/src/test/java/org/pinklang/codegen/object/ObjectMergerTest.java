package org.pinklang.codegen.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pinklang.codegen.testing.Trees.INTEGER;
import static org.pinklang.codegen.testing.Trees.binary;
import static org.pinklang.codegen.testing.Trees.call;
import static org.pinklang.codegen.testing.Trees.integer;
import static org.pinklang.codegen.testing.Trees.read;
import static org.pinklang.codegen.testing.Trees.reference;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pinklang.codegen.Grouping;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.emit.CodeCache;
import org.pinklang.codegen.emit.CodeGenerator;
import org.pinklang.codegen.emit.CodegenRequest;
import org.pinklang.codegen.object.ElfObject.Section;
import org.pinklang.codegen.object.ElfObject.Symbol;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.codegen.testing.FunctionBuilder;
import org.pinklang.codegen.testing.UnitBuilder;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.Local;

/** Objects put together of one for each function, beside those that LLVM made at once. */
class ObjectMergerTest {

  /** Private functions that panic, each called by one that everybody sees. */
  private static CheckedUnit unit() {
    UnitBuilder unit = new UnitBuilder();
    for (int i = 0; i < 10; i++) {
      FunctionBuilder callee = new FunctionBuilder("callee" + i, INTEGER);
      Local x = callee.parameter(INTEGER);
      CheckedFunction hidden =
          callee.body(binary(BinaryOperator.DIVIDE, integer(i + 1_000), read(x)));
      FunctionBuilder caller = new FunctionBuilder("caller" + i, INTEGER).visible();
      Local y = caller.parameter(INTEGER);
      unit.add(hidden, caller.body(call(reference(hidden), read(y))));
    }
    return unit.build();
  }

  private static byte[] object(Grouping grouping) {
    CodegenRequest request =
        CodegenRequest.object(unit(), TargetDescription.X86_64_LINUX, OptimizationLevel.O0);
    try (CodeGenerator generator = new CodeGenerator(grouping)) {
      return generator.generate(request, CodeCache.NONE, fatal -> {}).bytes();
    }
  }

  private static final byte[] WHOLE = object(Grouping.NONE);
  private static final byte[] MERGED = object(new Grouping(1, 1));

  @Test
  void symbolsAreThoseOfTheWhole() throws Exception {
    assertThat(symbols(MERGED)).isEqualTo(symbols(WHOLE));
  }

  /** What is named, but for what the assembler made up and symbols of sections. */
  private static Map<String, String> symbols(byte[] object) throws UnusableObjectException {
    Map<String, String> symbols = new TreeMap<>();
    for (Symbol symbol : ObjectReader.read(object).symbols()) {
      if (!symbol.name().startsWith(".L") && symbol.type() != Elf.SECTION_SYMBOL) {
        symbols.put(
            symbol.name(),
            "%x %x %b %d"
                .formatted(symbol.info(), symbol.other(), symbol.isDefined(), symbol.size()));
      }
    }
    return symbols;
  }

  @Test
  void sectionsAreAsLargeAsThoseOfTheWhole() throws Exception {
    assertThat(sections(MERGED)).isEqualTo(sections(WHOLE));
  }

  /** Size and number of relocations by name. */
  private static Map<String, List<Integer>> sections(byte[] object) throws UnusableObjectException {
    Map<String, List<Integer>> sections = new TreeMap<>();
    ObjectReader.read(object).sections().stream()
        .filter(Objects::nonNull)
        // Each group brings the head of its own table of unwinding.
        .filter(section -> section.kind().type() != Elf.UNWINDING)
        .forEach((Section s) -> sections.put(s.kind().name(), sizes(s)));
    return sections;
  }

  private static List<Integer> sizes(Section section) {
    return List.of(section.size(), section.relocations().size(), section.alignment());
  }

  @Test
  void mergingTheMergedChangesNothing() throws Exception {
    byte[] once = ObjectMerger.merge(List.of(MERGED), List.of());
    assertThat(ObjectMerger.merge(List.of(once), List.of())).isEqualTo(once);
  }

  @Test
  void whatIsDefinedTwiceIsRefused() {
    assertThatThrownBy(() -> ObjectMerger.merge(List.of(WHOLE, WHOLE), List.of()))
        .isInstanceOf(UnusableObjectException.class)
        .hasMessageContaining("two definitions");
  }
}
