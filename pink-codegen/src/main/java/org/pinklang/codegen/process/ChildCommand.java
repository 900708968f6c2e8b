package org.pinklang.codegen.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pinklang.codegen.PinkBackendException;

/**
 * How a child is started: with this process's Java, and no options but those named here.
 *
 * @param words the program and its arguments
 */
record ChildCommand(List<String> words) {
  /** Variables through which a Java gets options that are meant for others. */
  private static final List<String> NOT_INHERITED =
      List.of("CLASSPATH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /**
   * The command for a main class.
   *
   * @throws PinkBackendException if this process has no Java or class path that could be started
   */
  static ChildCommand of(Class<?> main, ChildSettings settings) {
    List<Path> classPath =
        settings.classPath().isEmpty() ? ChildClassPath.find(main) : settings.classPath();
    List<String> words = new ArrayList<>();
    words.add(java().toString());
    words.addAll(
        List.of(
            "-Xmx" + settings.heapBytes(),
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            // Standard output is for frames alone, and no file is left beside the user's.
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+ErrorFileToStderr",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            // LLVM's memory is no concern of the heap's limit.
            "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
            main.getName()));
    return new ChildCommand(List.copyOf(words));
  }

  private static Path java() {
    Path folder = Path.of(System.getProperty("java.home", ""), "bin");
    for (String name : List.of("java", "java.exe")) {
      Path java = folder.resolve(name);
      if (Files.isRegularFile(java)) {
        return java;
      }
    }
    throw new PinkBackendException(
        "no process can be started to generate code in: there is no java in " + folder);
  }

  /** Starts a child whose streams are pipes. */
  Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().keySet().removeAll(NOT_INHERITED);
    return builder.start();
  }
}
