package org.pinklang.codegen.llvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.global.LLVM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading happens once a process, so each case is a process of its own. */
class NativeLibrariesTest {
  @TempDir Path folder;

  /** What the processes run: the words say in which order who loads. */
  static final class Main {
    public static void main(String[] steps) {
      for (String step : steps) {
        try {
          take(step);
        } catch (NativeLibraryException e) {
          System.out.println(e.getMessage());
        }
      }
    }

    private static void take(String step) {
      switch (step) {
        case "javacpp" -> Loader.load(LLVM.class);
        case "load" -> NativeLibraries.load();
        case "use" -> {
          LLVMContextRef context = LLVM.LLVMContextCreate();
          LLVM.LLVMContextDispose(context);
          System.out.println("used");
        }
        case "property" ->
            System.out.println(System.getProperty("org.bytedeco.javacpp.loadlibraries"));
        case "where" -> System.out.println(Loader.getLoadedLibraries().get("jniLLVM"));
        case "lld" -> System.out.println(NativeLibraries.lld());
        default -> throw new IllegalArgumentException(step);
      }
    }
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private Process start(String classPath, Path cache, Path temporary, String... steps)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Djava.io.tmpdir=" + temporary, "-XX:+IgnoreUnrecognizedVMOptions"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath));
    command.add(Main.class.getName());
    command.addAll(List.of(steps));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("XDG_CACHE_HOME", cache.toString());
    return builder.start();
  }

  private static List<String> linesOf(Process process) throws Exception {
    byte[] all = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    return new String(all, StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void severalProcessesUnpackTheSameFolderAndOnlyWhatIsUsed() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(start(classPath(), folder, folder, "property", "load", "use", "property"));
    }
    for (Process process : processes) {
      assertThat(linesOf(process)).containsExactly("null", "used", "null");
    }
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.endsWith(".checked") && !name.startsWith("hsperf"))
          .containsExactlyInAnyOrder(
              "libLLVM.so.20.1",
              "libLTO.so.20.1",
              "libRemarks.so.20.1",
              "libjniLLVM.so",
              "libjnijavacpp.so");
    }
  }

  @Test
  void withoutUsableHomeTheFolderForTemporaryFilesServes() throws Exception {
    Path notAFolder = Files.createFile(folder.resolve("file"));
    List<String> lines = linesOf(start(classPath(), notAFolder, folder, "load", "use", "lld"));
    assertThat(lines).hasSize(2).first().isEqualTo("used");
    assertThat(Path.of(lines.getLast())).startsWith(folder).isExecutable();
  }

  @Test
  void librariesThatJavaCppLoadedAreUsedAsTheyAre() throws Exception {
    Path cache = Path.of(System.getProperty("user.home"), ".cache");
    List<String> lines =
        linesOf(start(classPath(), cache, folder, "javacpp", "where", "load", "use", "where"));
    assertThat(lines).hasSize(3).element(1).isEqualTo("used");
    assertThat(lines.getLast()).isEqualTo(lines.getFirst());
  }

  @Test
  void javaCppUsesWhatWasLoadedHere() throws Exception {
    Path cache = Path.of(System.getProperty("user.home"), ".cache");
    List<String> lines =
        linesOf(start(classPath(), cache, folder, "load", "where", "javacpp", "use", "where"));
    assertThat(lines).hasSize(3).element(1).isEqualTo("used");
    assertThat(lines.getLast()).isEqualTo(lines.getFirst()).contains("/pink/native/");
  }

  @Test
  void missingPlatformIsNamedWithWhatToAdd() throws Exception {
    String withoutNatives =
        Arrays.stream(classPath().split(File.pathSeparator))
            .filter(entry -> !entry.contains("linux-x86_64"))
            .map(this::copiedFarFromItsNeighbours)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> lines = linesOf(start(withoutNatives, folder, folder, "load", "load", "lld"));
    assertThat(lines).hasSize(3);
    assertThat(lines)
        .allSatisfy(line -> assertThat(line).contains("linux-x86_64", "org.bytedeco:llvm"));
  }

  private String copiedFarFromItsNeighbours(String entry) {
    Path file = Path.of(entry);
    if (!entry.contains("bytedeco")) {
      return entry;
    }
    try {
      return Files.copy(file, folder.resolve(file.getFileName())).toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
