package org.pinklang.link.lld;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pinklang.link.archive.StaticArchive;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.LinkProblem;
import org.pinklang.link.object.LinkSymbols;
import org.pinklang.link.object.ObjectSymbols;
import org.pinklang.link.runtime.RuntimeFlavour;
import org.pinklang.link.runtime.RuntimeLibrary;

/**
 * Links objects to an executable.
 *
 * <p>When all the objects need is defined among them or in the runtime, the executable is static
 * and needs nothing but the system's kernel. When they call C functions, it is linked with the
 * system's C library as programs find it when they run; no development package is needed. Symbols
 * are checked before the linker runs. Instances may be used by several threads at once.
 */
public final class ExecutableLinker {
  private static final String ENTRY = "main";

  private final RuntimeLibrary runtime;
  private final Function<String, SystemLibraries> libraries;

  /** A linker that takes the runtime from {@code runtime}. */
  public ExecutableLinker(RuntimeLibrary runtime) {
    this(runtime, SystemLibraries::of);
  }

  /** A linker that finds the C library of a target's triple as {@code libraries} says. */
  ExecutableLinker(RuntimeLibrary runtime, Function<String, SystemLibraries> libraries) {
    this.runtime = runtime;
    this.libraries = libraries;
  }

  /** What is added to the program's objects. */
  private record Plan(byte[] runtime, SystemLibraries system, List<Path> libraries) {}

  /**
   * Links the objects.
   *
   * @param objects the program's objects, one of which defines {@code main}; their order decides
   *     the order in the executable
   * @param triple the objects' target as LLVM's normal triple
   * @throws IOException if the folder for temporary files cannot be used or an object is damaged
   * @throws LinkerException if the linker fails on objects that passed the checks
   * @throws CancellationException if the calling thread is interrupted
   */
  public LinkOutcome link(List<LinkObject> objects, String triple) throws IOException {
    Optional<byte[]> alone = runtime.object(triple, RuntimeFlavour.ALONE);
    if (alone.isEmpty()) {
      return new LinkOutcome.Refused(
          List.of(new LinkProblem.UnsupportedTarget(triple, RuntimeLibrary.targets())));
    }
    LinkSymbols symbols = LinkSymbols.of(objects);
    List<LinkProblem> problems = new ArrayList<>();
    if (!symbols.defines(ENTRY)) {
      problems.add(new LinkProblem.NoEntry());
    }
    problems.addAll(symbols.duplicates());
    Plan plan = plan(symbols, alone.get(), triple, problems);
    return problems.isEmpty()
        ? new LinkOutcome.Linked(run(objects, triple, plan), plan.libraries())
        : new LinkOutcome.Refused(List.copyOf(problems));
  }

  /** Every file of the system whose place decides what a link gives, as it is found now. */
  public List<Path> systemFiles(String triple) {
    return libraries.apply(triple).files();
  }

  private Plan plan(LinkSymbols symbols, byte[] alone, String triple, List<LinkProblem> problems)
      throws IOException {
    SystemLibraries system = libraries.apply(triple);
    if (symbols.missing(ObjectSymbols.ofElf(alone).defined()).isEmpty()) {
      return new Plan(alone, system, List.of());
    }
    byte[] withLibrary = runtime.object(triple, RuntimeFlavour.LIBC).orElse(alone);
    Set<String> needed = symbols.missing(ObjectSymbols.ofElf(withLibrary).defined());
    SystemLibraries.Selection selection = system.select(needed);
    List<String> foreign = new ArrayList<>();
    for (String symbol : selection.missing()) {
      if (selection.files().isEmpty() && !isPink(symbol)) {
        foreign.add(symbol);
      } else {
        problems.add(symbols.undefined(symbol));
      }
    }
    if (!foreign.isEmpty()) {
      problems.add(new LinkProblem.NoLibrary(foreign, system.folders()));
    }
    return new Plan(withLibrary, system, selection.files());
  }

  /** Whether only a Pink object or the runtime could define the symbol. */
  private static boolean isPink(String symbol) {
    return symbol.startsWith("_PM") || symbol.startsWith("pink_");
  }

  private byte[] run(List<LinkObject> objects, String triple, Plan plan) throws IOException {
    Path folder = Files.createTempDirectory("pink-link-");
    try {
      // One archive instead of a file an object: thousands of small files cost more than the link.
      Files.write(folder.resolve("objects.a"), StaticArchive.plain(objects));
      Files.write(folder.resolve("runtime.o"), plan.runtime());
      LldProcess.run(folder, arguments(triple, plan));
      return Files.readAllBytes(folder.resolve("output"));
    } finally {
      delete(folder);
    }
  }

  private static List<String> arguments(String triple, Plan plan) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-flavor", "gnu", "-m", emulation(triple)));
    arguments.addAll(List.of("-o", "output", "-e", "_start"));
    arguments.addAll(List.of("--gc-sections", "--build-id=none", "--no-undefined"));
    arguments.addAll(List.of("-z", "noexecstack", "-z", "relro", "-z", "now"));
    arguments.addAll(List.of("runtime.o", "--whole-archive", "objects.a", "--no-whole-archive"));
    if (plan.libraries().isEmpty()) {
      arguments.addAll(List.of("-static", "--no-dynamic-linker"));
    } else {
      arguments.addAll(List.of("-pie", "--dynamic-linker", plan.system().loader().toString()));
      // What the library itself needs is for the loader to find.
      arguments.addAll(List.of("--allow-shlib-undefined", "--hash-style=gnu"));
      plan.libraries().forEach(library -> arguments.add(library.toString()));
    }
    return arguments;
  }

  /** What the linker calls the kind of executable. */
  private static String emulation(String triple) {
    String processor = triple.substring(0, triple.indexOf('-'));
    return switch (processor) {
      case "x86_64" -> "elf_x86_64";
      case "aarch64" -> "aarch64linux";
      case "riscv64" -> "elf64lriscv";
      default -> throw new IllegalArgumentException("no executables for " + triple);
    };
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
