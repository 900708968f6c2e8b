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

/** The folder in which one link runs: the files it takes and the one it gives. */
final class LldFolder implements AutoCloseable {
  private static final String OUTPUT = "output";
  private static final String LIBRARIES = "libraries";

  /** The runtime for WebAssembly reckons with so many. */
  private static final int WASM_STACK_BYTES = 8 << 20;

  private static final String NO_ADDRESS = "0xffffffffffffffff";

  private final Path folder;
  private final String triple;
  private final List<String> inputs = new ArrayList<>();

  /** Writes what is linked. */
  LldFolder(LinkInput input, LinkPlan plan) throws IOException {
    triple = input.triple();
    folder = Files.createTempDirectory("pink-link-");
    try {
      write(input, plan);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private void write(LinkInput input, LinkPlan plan) throws IOException {
    // One archive instead of a file an object: thousands of small files cost more than the link.
    Files.write(folder.resolve("objects.a"), StaticArchive.plain(input.objects()));
    Files.write(folder.resolve("runtime.o"), plan.runtime());
    inputs.addAll(List.of("runtime.o", "--whole-archive", "objects.a", "--no-whole-archive"));
    if (!input.libraries().isEmpty()) {
      Path libraries = Files.createDirectory(folder.resolve(LIBRARIES));
      inputs.addAll(List.of("-L", LIBRARIES, "-rpath", "$ORIGIN", "--enable-new-dtags"));
      for (SharedLibrary library : input.libraries()) {
        Files.write(libraries.resolve(library.soname()), library.bytes());
        inputs.add("-l:" + library.soname());
      }
    }
    if (isWasm()) {
      return;
    }
    // What a library itself needs is for the loader to find.
    inputs.addAll(List.of("--allow-shlib-undefined", "--hash-style=gnu"));
    plan.libraries().forEach(library -> inputs.add(library.toString()));
  }

  /** Writes a text that the linker is to read, and gives what to call it. */
  String text(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    return name;
  }

  /**
   * Runs the linker.
   *
   * @param options those of the kind of output
   * @return the bytes of the output
   */
  byte[] link(List<String> options) throws IOException {
    List<String> arguments = new ArrayList<>(isWasm() ? wasmOptions() : elfOptions());
    arguments.addAll(List.of("-o", OUTPUT, "--gc-sections"));
    arguments.addAll(options);
    arguments.addAll(inputs);
    LldProcess.run(folder, arguments);
    return Files.readAllBytes(folder.resolve(OUTPUT));
  }

  private boolean isWasm() {
    return triple.startsWith("wasm32-");
  }

  private List<String> elfOptions() {
    List<String> options = new ArrayList<>(List.of("-flavor", "gnu", "-m", emulation(triple)));
    options.add("--build-id=none");
    options.addAll(List.of("-z", "noexecstack", "-z", "relro", "-z", "now"));
    // What became of code that is dropped lies at no address, not at the first one.
    options.addAll(List.of("-z", "dead-reloc-in-nonalloc=.debug_info=" + NO_ADDRESS));
    options.addAll(List.of("-z", "dead-reloc-in-nonalloc=.debug_line=" + NO_ADDRESS));
    return options;
  }

  /** The stack lies below all data: what runs past its end leaves the memory. */
  private static List<String> wasmOptions() {
    return List.of("-flavor", "wasm", "--stack-first", "-z", "stack-size=" + WASM_STACK_BYTES);
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
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
