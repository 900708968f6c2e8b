package org.pinklang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The native libraries, beside Java's own, that the command loads: each costs start-up time. */
@EnabledOnOs(OS.LINUX)
class LoadedLibrariesTest {
  private static final String LOADING = "attempting shared library load of ";

  @TempDir private Path folder;

  @BeforeEach
  void aProgram() throws IOException {
    Files.writeString(
        folder.resolve("a.pink"),
        "import std.io;\nfn main() -> Integer { io::println(\"a\"); 0; }\n");
  }

  /** Where JavaCPP would unpack libraries once more. */
  private Path folderOfJavaCpp() {
    return folder.resolve("javacpp");
  }

  /** The names of the libraries' files, in the order of loading. */
  private List<String> loadedBy(String... arguments) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    List<String> command = CommandProcess.words(arguments);
    command.add(1, "-Xlog:os=info:file=" + log);
    command.add(1, "-Dorg.bytedeco.javacpp.cachedir=" + folderOfJavaCpp());
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    String java = System.getProperty("java.home");
    return Files.readAllLines(log).stream()
        .filter(line -> line.contains(LOADING) && !line.contains(java))
        .map(line -> Path.of(line.substring(line.indexOf(LOADING) + LOADING.length())))
        .map(file -> file.getFileName().toString())
        .toList();
  }

  @Test
  void whatGeneratesNoCodeLoadsNone() throws Exception {
    assertThat(loadedBy("--version")).isEmpty();
    assertThat(loadedBy("check", "--no-store", "a.pink")).isEmpty();
    assertThat(loadedBy("scan", "a.pink")).isEmpty();
  }

  @Test
  void aBuildLoadsExactlyFive() throws Exception {
    assertThat(loadedBy("build", "--no-store", "a.pink"))
        .hasSize(5)
        .satisfiesExactlyInAnyOrder(
            name -> assertThat(name).startsWith("libjnijavacpp."),
            name -> assertThat(name).startsWith("libLLVM."),
            name -> assertThat(name).startsWith("libLTO."),
            name -> assertThat(name).startsWith("libRemarks."),
            name -> assertThat(name).startsWith("libjniLLVM."));
  }

  @Test
  void javaCppUnpacksNothing() throws Exception {
    loadedBy("build", "--no-store", "a.pink");
    loadedBy("run", "--no-store", "a.pink");
    assertThat(folderOfJavaCpp()).doesNotExist();
  }
}
