package org.pinklang.link.lld;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.pinklang.link.archive.StaticArchive;
import org.pinklang.link.object.SharedLibrary;

/**
 * One link: the folder in which it runs, with the files it takes and the one it gives, and the
 * linker, which gets ready while the caller finds out what to link.
 */
final class LldFolder implements AutoCloseable {
  private static final String OUTPUT = "output";
  private static final String LIBRARIES = "libraries";

  /** The runtime for WebAssembly reckons with so many. */
  private static final int WASM_STACK_BYTES = 8 << 20;

  /** The stack lies below all data: what runs past its end leaves the memory. */
  private static final List<String> WASM_OPTIONS =
      List.of("--stack-first", "-z", "stack-size=" + WASM_STACK_BYTES);

  /** What became of code that is dropped lies at no address, not at the first one. */
  private static final String DEAD = "dead-reloc-in-nonalloc=%s=0xffffffffffffffff";

  private static final List<String> ELF_OPTIONS =
      List.of(
          "--build-id=none",
          "-z",
          "noexecstack",
          "-z",
          "relro",
          "-z",
          "now",
          "-z",
          DEAD.formatted(".debug_info"),
          "-z",
          DEAD.formatted(".debug_line"));

  /** Up to here one thread links as fast as several, which would only cost each other time. */
  private static final long SMALL_INPUT_BYTES = 16 << 20;

  private final Path folder;
  private final String triple;
  private final LldProcess linker;

  /**
   * Starts the linker in a folder of its own.
   *
   * @param triple what is linked for, as LLVM's normal triple
   */
  LldFolder(String triple) throws IOException {
    this.triple = triple;
    List<String> kind =
        isWasm() ? List.of("-flavor", "wasm") : List.of("-flavor", "gnu", "-m", emulation(triple));
    folder = Files.createTempDirectory("pink-link-");
    boolean isDone = false;
    try {
      linker = new LldProcess(folder, kind);
      isDone = true;
    } finally {
      if (!isDone) {
        delete();
      }
    }
  }

  /** Writes what is linked; gives what to tell the linker of it. */
  private List<String> write(LinkInput input, LinkPlan plan) throws IOException {
    // One archive instead of a file an object: thousands of small files cost more than the link.
    byte[] objects = StaticArchive.plain(input.objects());
    Files.write(folder.resolve("objects.a"), objects);
    Files.write(folder.resolve("runtime.o"), plan.runtime());
    List<String> inputs =
        new ArrayList<>(List.of("runtime.o", "--whole-archive", "objects.a", "--no-whole-archive"));
    if (objects.length < SMALL_INPUT_BYTES) {
      inputs.add("--threads=1");
    }
    if (!input.libraries().isEmpty()) {
      Path libraries = Files.createDirectory(folder.resolve(LIBRARIES));
      inputs.addAll(List.of("-L", LIBRARIES, "-rpath", "$ORIGIN", "--enable-new-dtags"));
      for (SharedLibrary library : input.libraries()) {
        Files.write(libraries.resolve(library.soname()), library.bytes());
        inputs.add("-l:" + library.soname());
      }
    }
    if (isWasm()) {
      return inputs;
    }
    // What a library itself needs is for the loader to find.
    inputs.addAll(List.of("--allow-shlib-undefined", "--hash-style=gnu"));
    plan.libraries().forEach(library -> inputs.add(library.toString()));
    return inputs;
  }

  /** Writes a text that the linker is to read, and gives what to call it. */
  String text(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    return name;
  }

  /**
   * Lets the linker run. To be called once.
   *
   * @param options those of the kind of output
   * @return the bytes of the output
   */
  byte[] link(LinkInput input, LinkPlan plan, List<String> options) throws IOException {
    List<String> arguments = new ArrayList<>(isWasm() ? WASM_OPTIONS : ELF_OPTIONS);
    arguments.addAll(List.of("-o", OUTPUT, "--gc-sections"));
    arguments.addAll(options);
    arguments.addAll(write(input, plan));
    linker.finish(arguments);
    return Files.readAllBytes(folder.resolve(OUTPUT));
  }

  private boolean isWasm() {
    return triple.startsWith("wasm32-");
  }

  /** What the linker calls the kind of output. */
  private static String emulation(String triple) {
    String processor = triple.substring(0, triple.indexOf('-'));
    return switch (processor) {
      case "x86_64" -> "elf_x86_64";
      case "aarch64" -> "aarch64linux";
      case "riscv64" -> "elf64lriscv";
      default -> throw new IllegalArgumentException("no linker for " + triple);
    };
  }

  @Override
  public void close() throws IOException {
    linker.close();
    delete();
  }

  private void delete() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
