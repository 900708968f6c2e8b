package org.pinklang.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command as a process of its own. */
final class CommandProcess {
  private CommandProcess() {}

  /** What to start a process with that runs the command. */
  static List<String> words(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
    words.addAll(List.of("-cp", classPath(), "org.pinklang.cli.Main"));
    words.addAll(List.of(arguments));
    return words;
  }

  /** Under Maven the modules of the tests are on the path of modules or of classes. */
  private static String classPath() {
    String modules = System.getProperty("jdk.module.path", "");
    String classes = System.getProperty("java.class.path", "");
    return modules.isEmpty() ? classes : modules + File.pathSeparator + classes;
  }
}
