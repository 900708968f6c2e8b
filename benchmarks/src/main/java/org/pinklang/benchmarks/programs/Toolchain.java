package org.pinklang.benchmarks.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A way to make an executable of a workload. */
enum Toolchain {
  /** What the others are compared with. */
  CLANG("clang -O2", "clang-19", "-O2"),
  PINK("pink -O2", "", "-O2"),
  CLANG_LTO("clang -O2 -flto", "clang-19", "-O2 -flto -fuse-ld=lld-19"),
  /** With checks where Pink has them. */
  CLANG_CHECKED("clang -O2, checked", "clang-19", "-O2 -DCHECKED"),
  /** Without what C assumes of overflow and of types, as Pink does without. */
  CLANG_STRICT("clang -O2, as strict", "clang-19", "-O2 -fwrapv -fno-strict-aliasing");

  private final String title;
  private final String compiler;
  private final String options;

  Toolchain(String title, String compiler, String options) {
    this.title = title;
    this.compiler = compiler;
    this.options = options;
  }

  String title() {
    return title;
  }

  /**
   * The command that makes the executable.
   *
   * @param pink the command to use for Pink
   * @param programs the folder of all workloads
   */
  List<String> command(Path pink, Path programs, Workload workload, Path executable)
      throws IOException {
    Path folder = programs.resolve(workload.folder());
    Path common = programs.resolve("common");
    List<String> command = new ArrayList<>();
    if (compiler.isEmpty()) {
      command.addAll(List.of(pink.toString(), "build", "-q", "--no-store"));
      command.addAll(List.of(options.split(" ")));
      command.addAll(texts(folder, ".pink"));
      command.addAll(texts(common, ".pink"));
    } else {
      command.add(compiler);
      command.addAll(List.of(options.split(" ")));
      command.addAll(List.of("-I", common.toString(), "-lm"));
      command.addAll(texts(folder, ".c"));
      command.addAll(texts(common, ".c"));
    }
    command.addAll(List.of("-o", executable.toString()));
    return command;
  }

  /** The texts in a folder whose names have a suffix, in order. */
  static List<String> texts(Path folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(suffix)).sorted().toList();
    }
  }
}
