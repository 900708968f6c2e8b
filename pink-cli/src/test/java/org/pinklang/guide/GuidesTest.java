package org.pinklang.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinklang.frontend.testdata.TestData;

/** Whoever follows a guide from its first line to its last sees what it shows. */
class GuidesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"modules.md", "incremental.md"})
  void theGuideShowsWhatHappens(String name) throws Exception {
    Path guide = TestData.root().resolveSibling("docs").resolve(name);
    Path followed = folder.resolve("followed.md");
    Path reader = Files.createDirectory(folder.resolve("reader"));
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    GuideProcess.class.getName(),
                    guide.toString(),
                    followed.toString()))
            .directory(reader.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(output).isZero();
    TestData.checkFile(guide, Files.readString(followed));
  }
}
