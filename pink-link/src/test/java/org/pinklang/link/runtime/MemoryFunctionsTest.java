package org.pinklang.link.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pinklang.link.load.ScalarType.INTEGER32;
import static org.pinklang.link.load.ScalarType.INTEGER64;
import static org.pinklang.link.load.ScalarType.POINTER;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.bytedeco.javacpp.BytePointer;
import org.pinklang.link.TestObjects;
import org.pinklang.link.load.CallOutcome;
import org.pinklang.link.load.CodeLoader;
import org.pinklang.link.load.LoadOutcome;
import org.pinklang.link.load.LoadedCode;
import org.pinklang.link.load.MachineSignature;
import org.pinklang.link.load.TestEndings;
import org.pinklang.link.load.TestFunction;
import org.pinklang.link.object.LinkObject;

/**
 * The memory functions of executables without a C library, run in this process under other names.
 */
class MemoryFunctionsTest {
  private static final int ROOM = 400;
  private static final LoadedCode CODE = load();
  private static final TestFunction MOVE =
      new TestFunction(CODE.function("own_memmove"), signature(POINTER, POINTER, INTEGER64));
  private static final TestFunction FILL =
      new TestFunction(CODE.function("own_memset"), signature(POINTER, INTEGER32, INTEGER64));
  private static final TestFunction COMPARE =
      new TestFunction(
          CODE.function("own_memcmp"),
          new MachineSignature(List.of(POINTER, POINTER, INTEGER64), Optional.of(INTEGER32)));

  private static MachineSignature signature(org.pinklang.link.load.ScalarType... parameters) {
    return new MachineSignature(List.of(parameters), Optional.of(POINTER));
  }

  private static LoadedCode load() {
    try (var in = RuntimeLibrary.class.getResourceAsStream("memory.ll")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text = text.replaceAll("@(mem|bcmp)", "@own_$1") + "declare i64 @llvm.umin.i64(i64, i64)\n";
      LinkObject object = TestObjects.object("memory.o", text);
      CodeLoader loader = new CodeLoader(new RuntimeLibrary());
      return ((LoadOutcome.Loaded)
              loader.load(List.of(object), TestObjects.TRIPLE, new TestEndings()))
          .code();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterContainer
  static void close() {
    CODE.close();
  }

  private static byte[] numbered() {
    byte[] bytes = new byte[ROOM];
    for (int i = 0; i < ROOM; i++) {
      bytes[i] = (byte) (i * 7 + 3);
    }
    return bytes;
  }

  @Property(tries = 5000)
  void moveCopiesWhateverOverlaps(
      @ForAll @IntRange(max = 199) int to,
      @ForAll @IntRange(max = 199) int from,
      @ForAll @IntRange(max = 200) int length) {
    byte[] expected = numbered();
    System.arraycopy(expected, from, expected, to, length);
    try (BytePointer memory = new BytePointer(numbered())) {
      MOVE.call(memory.address() + to, memory.address() + from, length);
      assertThat(bytes(memory)).isEqualTo(expected);
    }
  }

  @Property(tries = 2000)
  void fillWritesNoByteMore(
      @ForAll @IntRange(max = 199) int to,
      @ForAll @IntRange(max = 200) int length,
      @ForAll byte value) {
    byte[] expected = numbered();
    Arrays.fill(expected, to, to + length, value);
    try (BytePointer memory = new BytePointer(numbered())) {
      FILL.call(memory.address() + to, value, length);
      assertThat(bytes(memory)).isEqualTo(expected);
    }
  }

  @Property(tries = 2000)
  void compareOrdersByTheFirstDifferentByte(
      @ForAll @IntRange(max = 60) int length,
      @ForAll @IntRange(max = 60) int at,
      @ForAll byte value) {
    byte[] left = Arrays.copyOf(numbered(), 64);
    byte[] right = left.clone();
    right[at] = value;
    try (BytePointer a = new BytePointer(left);
        BytePointer b = new BytePointer(right)) {
      var outcome = (CallOutcome.Returned) COMPARE.call(a.address(), b.address(), length);
      int expected = Arrays.compareUnsigned(left, 0, length, right, 0, length);
      assertThat(Long.signum(outcome.value())).isEqualTo(Integer.signum(expected));
    }
  }

  private static byte[] bytes(BytePointer memory) {
    byte[] bytes = new byte[ROOM];
    memory.get(bytes);
    return bytes;
  }
}
