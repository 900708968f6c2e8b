package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pinklang.benchmarks.generated.CText;
import org.pinklang.benchmarks.generated.DText;
import org.pinklang.benchmarks.generated.JavaText;
import org.pinklang.benchmarks.generated.Language;
import org.pinklang.benchmarks.generated.NinjaText;
import org.pinklang.benchmarks.generated.RustText;

/** The compilers that Pink is compared with, those of them that are installed. */
final class OtherCompilers {
  static final String CLANG_O0 = "clang-19 -O0, ninja";
  static final String CLANG_O2 = "clang-19 -O2, ninja";
  static final String LDC2 = "ldc2 -O0, one process";
  static final String CARGO = "cargo dev";

  private static final String EXECUTABLE = OneProcess.MADE + "/prog";

  private final Path root;
  private final List<Contestant> installed = new ArrayList<>();

  private OtherCompilers(Path root) {
    this.root = root;
  }

  /** All that are installed, each with a folder under {@code root}. */
  static List<Contestant> installed(Path root) throws IOException {
    OtherCompilers compilers = new OtherCompilers(root);
    compilers.addNinja(CLANG_O0, "clang-19", "clang-19 -O0 -MMD", "clang-19 -fuse-ld=lld", true);
    compilers.addNinja(CLANG_O2, "clang-19", "clang-19 -O2 -MMD", "clang-19 -fuse-ld=lld", false);
    compilers.addNinja("tcc, ninja", "tcc", "tcc -MD", "tcc", true);
    if (Processes.exists("cargo")) {
      compilers.installed.add(new Cargo(root.resolve("cargo"), new RustText()));
    }
    if (Processes.exists("go")) {
      compilers.installed.add(new Go(root.resolve("go")));
    }
    compilers.addAllInOneProcess();
    return compilers.installed;
  }

  /** Those that need no builder, for many small programs. */
  static List<Contestant> installedInOneProcess(Path root) {
    OtherCompilers compilers = new OtherCompilers(root);
    compilers.addAllInOneProcess();
    return compilers.installed;
  }

  private void addNinja(
      String name, String compiler, String compile, String link, boolean incremental) {
    if (Processes.exists("ninja") && Processes.exists(compiler)) {
      Path folder = root.resolve("ninja-" + installed.size());
      installed.add(new Ninja(name, new NinjaText(compile, link), folder, incremental));
    }
  }

  private void addAllInOneProcess() {
    if (Processes.exists("ldc2")) {
      List<String> command =
          List.of("ldc2", "-betterC", "-O0", "-of=" + EXECUTABLE, "-od=" + OneProcess.MADE);
      add(LDC2, new DText(), command, ".d", List.of(EXECUTABLE));
    }
    if (Processes.exists("tcc")) {
      List<String> command = List.of("tcc", "-o", EXECUTABLE);
      add("tcc, one process", new CText(), command, ".c", List.of(EXECUTABLE));
    }
    String jdk = System.getProperty("java.home") + "/bin/";
    add(
        "javac, no linking",
        new JavaText(),
        List.of(jdk + "javac", "-d", OneProcess.MADE),
        ".java",
        List.of(jdk + "java", "-cp", OneProcess.MADE, "Main"));
  }

  private void add(
      String name, Language language, List<String> command, String suffix, List<String> program) {
    Path folder = root.resolve("one-process-" + installed.size());
    installed.add(new OneProcess(name, language, folder, command, suffix, program));
  }
}
