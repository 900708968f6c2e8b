package org.pinklang.link.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The small runtime every Pink program is linked with, as an object for a target.
 *
 * <p>It is kept as text in LLVM's intermediate language and compiled when first asked for; an
 * instance remembers what it has compiled. The bytes depend on target and flavour only. Instances
 * may be used by several threads at once; two that ask for the same object at once may both compile
 * it.
 *
 * <p>What the code generator relies on, all with the C calling convention: {@code pink_panic},
 * {@code pink_panic_index}, {@code pink_panic_slice} (none returns), {@code pink_out_of_stack}
 * (returns when the stack is the thread's own and long enough), {@code pink_stack_limit}, {@code
 * pink_arguments}; the other {@code pink_} functions are for the standard modules. The program
 * defines {@code i32 main(i32, ptr)}.
 */
public final class RuntimeLibrary {
  private record Key(String triple, RuntimeFlavour flavour) {}

  private final Map<Key, byte[]> compiled = new ConcurrentHashMap<>();

  /** The targets there is a runtime for, as LLVM triples. */
  public static List<String> targets() {
    return List.of("x86_64-unknown-linux-gnu");
  }

  /**
   * The runtime's object file, or nothing where there is no runtime for the target.
   *
   * @param triple an LLVM triple in its normal form
   * @return bytes the caller must not change
   */
  public Optional<byte[]> object(String triple, RuntimeFlavour flavour) {
    if (!targets().contains(triple)) {
      return Optional.empty();
    }
    return Optional.of(compiled.computeIfAbsent(new Key(triple, flavour), RuntimeLibrary::compile));
  }

  private static byte[] compile(Key key) {
    StringBuilder text = new StringBuilder();
    for (String name : key.flavour().texts(systemOf(key.triple()))) {
      text.append(read(name + ".ll")).append('\n');
    }
    return IrCompiler.compile(text.toString(), key.triple());
  }

  private static String systemOf(String triple) {
    String[] parts = triple.split("-");
    return parts[2] + "-" + parts[0];
  }

  private static String read(String name) {
    try (InputStream in = RuntimeLibrary.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the runtime's text " + name + " is missing in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
