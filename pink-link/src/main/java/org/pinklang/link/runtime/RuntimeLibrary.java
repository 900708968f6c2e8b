package org.pinklang.link.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The small runtime every Pink program is linked with, as an object for a target.
 *
 * <p>It is written in LLVM's intermediate language and compiled when the project is built, or when
 * first asked for; an instance remembers its objects. The bytes depend on target and flavour only.
 * Instances may be used by several threads at once; two that ask for the same object at once may
 * both compile it.
 *
 * <p>What the code generator relies on, all with the C calling convention: {@code pink_panic},
 * {@code pink_panic_index}, {@code pink_panic_slice} (none returns), {@code pink_out_of_stack}
 * (returns when the stack is the thread's own and long enough), {@code pink_stack_limit}, {@code
 * pink_arguments}; the other {@code pink_} functions are for the standard modules. The program
 * defines {@code i32 main(i32, ptr)}.
 */
public final class RuntimeLibrary {
  private record Key(String triple, RuntimeFlavour flavour) {}

  private final Map<Key, byte[]> objects = new ConcurrentHashMap<>();

  /** The targets there is a runtime for, as LLVM triples. */
  public static List<String> targets() {
    return Stream.of(RuntimeSystem.values()).map(RuntimeSystem::triple).toList();
  }

  /** The flavours there are for a target. */
  public static Set<RuntimeFlavour> flavours(String triple) {
    return RuntimeSystem.of(triple).map(RuntimeSystem::flavours).orElse(Set.of());
  }

  /**
   * The runtime's object file, or nothing where there is none of the flavour for the target.
   *
   * @param triple an LLVM triple in its normal form
   * @return bytes the caller must not change
   */
  public Optional<byte[]> object(String triple, RuntimeFlavour flavour) {
    if (!flavours(triple).contains(flavour)) {
      return Optional.empty();
    }
    return Optional.of(objects.computeIfAbsent(new Key(triple, flavour), RuntimeLibrary::make));
  }

  private static byte[] make(Key key) {
    byte[] prebuilt = read(prebuiltName(key.triple(), key.flavour()));
    return prebuilt == null ? compile(key.triple(), key.flavour()) : prebuilt;
  }

  /** What the object made when the project was built is called, beside this class. */
  static String prebuiltName(String triple, RuntimeFlavour flavour) {
    return triple + "-" + flavour.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".o";
  }

  static byte[] compile(String triple, RuntimeFlavour flavour) {
    StringBuilder text = new StringBuilder();
    for (String name : RuntimeSystem.of(triple).orElseThrow().texts(flavour)) {
      byte[] part = read(name + ".ll");
      if (part == null) {
        throw new IllegalStateException("the runtime's text " + name + " is missing in the jar");
      }
      text.append(new String(part, StandardCharsets.UTF_8)).append('\n');
    }
    return IrCompiler.compile(text.toString(), triple);
  }

  private static byte @Nullable [] read(String name) {
    try (InputStream in = RuntimeLibrary.class.getResourceAsStream(name)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
