package org.pinklang.modules.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.Literal;
import org.pinklang.frontend.tree.UnitTree;

/** Large and deep manifests cost little stack, little memory, and only what is asked for. */
class ManifestLimitsTest {
  private static final int MANY = 100_000;
  private static final int SMALL_STACK = 512 << 10;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void oneDeclarationIsDecodedWhereOneIsAskedFor() throws Exception {
    byte[] bytes =
        ManifestCodec.encode(
            Outlines.of(
                "module m;\n" + repeat(10_000, i -> "export fn f" + i + "(x: *S) -> S;\n")));
    AtomicInteger decoded = new AtomicInteger();
    Manifest manifest = ManifestCodec.decode(bytes, "", decoded::incrementAndGet);
    assertThat(manifest.names()).hasSize(10_000);
    assertThat(manifest.declarations()).hasSize(10_000);
    assertThat(manifest.find("g")).isNull();
    assertThat(manifest.hashes().find("f77")).isNotNull();
    ManifestDeclaration found = find(manifest, "f4711");
    assertThat(found.kind().isFunction()).isTrue();
    assertThat(decoded).hasValue(0);
    assertThat(found.tree()).isSameAs(find(manifest, "f4711").tree());
    assertThat(decoded).hasValue(1);
  }

  static List<String> texts() {
    return List.of(
        "module m;\nexport const c: [Nil; 1] := [" + "nil,".repeat(MANY) + "];",
        "module m;\nexport const c: Integer := " + "-~".repeat(MANY / 2 - 10) + "1;",
        "module m;\nexport const c: Integer := 1" + "+1".repeat(MANY - 10) + ";",
        "module m;\nexport const c: Integer := x" + ".y".repeat(MANY - 10) + ";",
        "module m;\nexport const c: Integer := "
            + "(".repeat(2_900)
            + "1"
            + ")".repeat(2_900)
            + ";",
        "module m;\nexport fn f(x: " + "*".repeat(2_900) + "T) -> Nil;",
        "module m;\n" + repeat(MANY, i -> "export fn f" + i + "() -> Nil;\n"),
        "module m;\n" + repeat(MANY, i -> "struct S" + i + " { x: S" + (i + 1) + " }\n"),
        "module m;\n" + repeat(MANY, i -> "export const c" + (i + 1) + ": A := c" + i + ";\n"),
        "module m;\nexport struct S {\n" + repeat(MANY / 2, i -> "// d\nf" + i + ": T,\n") + "}",
        "// é" + "\n".repeat(MANY),
        "/*" + "aé".repeat(MANY) + "*/ x: T := 1;",
        repeat(MANY / 2, i -> "import m" + i + ";\n"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aTextOfAnySizeAndDepthNeedsLittleStackAndMemory(String content) {
    SourceText text = SourceText.of("unit.pink", content);
    Manifest manifest = run(Parser.STACK_BYTES, () -> Outlines.of(text));
    byte[] bytes = run(SMALL_STACK, () -> ManifestCodec.encode(manifest));
    byte[] again =
        run(
            SMALL_STACK,
            () -> {
              long before = threads.getCurrentThreadAllocatedBytes();
              Manifest decoded = decode(bytes);
              decoded.declarations().forEach(ManifestDeclaration::tree);
              long taken = threads.getCurrentThreadAllocatedBytes() - before;
              assertThat(taken).isLessThan(16L * bytes.length + (64 << 10));
              return ManifestCodec.encode(decoded);
            });
    assertThat(again).isEqualTo(bytes);
  }

  @Test
  void noTreeIsDeeperThanATextCanMakeOne() {
    Expression deep = new Literal.NilLiteral(0, 0);
    for (int i = 0; i < MANY; i++) {
      deep = new Expression.Parenthesized(deep, 0, 0);
    }
    Identifier name = new Identifier("c", 0, 0);
    Declaration constant =
        new Declaration.Global(null, true, BindingKind.CONST, name, null, deep, 0, 0);
    UnitTree unit = new UnitTree(null, List.of(), List.of(constant), 0, 0);
    SourceText text = SourceText.of("unit.pink", "");
    Manifest manifest = run(SMALL_STACK, () -> Outliner.outline(text, unit).manifest());
    byte[] bytes = run(SMALL_STACK, () -> ManifestCodec.encode(manifest));
    ManifestDeclaration decoded = find(decode(bytes), "c");
    assertThatThrownBy(decoded::tree)
        .isInstanceOf(DamagedManifestException.class)
        .hasMessageContaining("too deep");
  }

  private static ManifestDeclaration find(Manifest manifest, String name) {
    ManifestDeclaration found = manifest.find(name);
    assertThat(found).isNotNull();
    return found;
  }

  private static Manifest decode(byte[] bytes) {
    try {
      return ManifestCodec.decode(bytes, "unit.pink");
    } catch (ManifestFormatException refused) {
      throw new AssertionError(refused);
    }
  }

  private static String repeat(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
  }

  private static <T> T run(long stackBytes, Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable task =
        () -> {
          try {
            result.complete(work.get());
          } catch (Throwable failure) {
            result.completeExceptionally(failure);
          }
        };
    new Thread(null, task, "bounded stack", stackBytes).start();
    return result.join();
  }
}
