package org.pinklang.codegen.llvm;

import java.util.List;
import java.util.Locale;

/**
 * One of the platforms LLVM's artifacts are published for, and how native files are called there.
 *
 * @param classifier the classifier of the Maven artifacts, for example {@code linux-x86_64}
 */
record NativePlatform(String classifier) {

  /**
   * A native library as it lies in its jar, as it must be called on disk and as JavaCPP keeps it.
   *
   * @param resource path below the platform's folder of the jar
   * @param fileName name under which the system's loader finds it (its soname)
   * @param loaderName the name JavaCPP's {@code Loader} remembers it by
   * @param artifact the Maven artifact that carries it, {@code javacpp} or {@code llvm}
   */
  record Library(String resource, String fileName, String loaderName, String artifact) {
    String resourcePath(NativePlatform platform) {
      return "org/bytedeco/" + artifact + "/" + platform.classifier() + "/" + resource;
    }
  }

  static NativePlatform host() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return new NativePlatform(systemPart(system) + "-" + machinePart(machine));
  }

  private static String systemPart(String system) {
    if (system.startsWith("mac")) {
      return "macosx";
    }
    return system.startsWith("windows") ? "windows" : system;
  }

  private static String machinePart(String machine) {
    return switch (machine) {
      case "amd64", "x86_64", "x64" -> "x86_64";
      case "aarch64", "arm64" -> "arm64";
      default -> machine;
    };
  }

  boolean isWindows() {
    return classifier.startsWith("windows");
  }

  private boolean isMac() {
    return classifier.startsWith("macosx");
  }

  /** The libraries the compiler calls into, in an order in which each finds what it needs. */
  List<Library> libraries() {
    return List.of(
        jni("jnijavacpp", "javacpp"), llvm(), tool("LTO"), tool("Remarks"), jni("jniLLVM", "llvm"));
  }

  /** LLVM itself, the only library the tools need. */
  Library llvm() {
    return tool("LLVM");
  }

  /** The linker: one executable, whose first arguments choose the flavour. */
  Library linker() {
    String name = isWindows() ? "lld.exe" : "lld";
    return new Library(name, name, name, "llvm");
  }

  private Library tool(String name) {
    if (isWindows()) {
      return new Library(name + ".dll", name + ".dll", name, "llvm");
    }
    if (isMac()) {
      return new Library("lib" + name + ".dylib", "lib" + name + ".dylib", name, "llvm");
    }
    return new Library("lib" + name + ".so", "lib" + name + ".so.20.1", name + "@.19.1", "llvm");
  }

  private Library jni(String name, String artifact) {
    String fileName;
    if (isWindows()) {
      fileName = name + ".dll";
    } else {
      fileName = "lib" + name + (isMac() ? ".dylib" : ".so");
    }
    return new Library(fileName, fileName, name, artifact);
  }
}
