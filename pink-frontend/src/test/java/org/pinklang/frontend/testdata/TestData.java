package org.pinklang.frontend.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** Finds cases and compares or rewrites what is expected of them. */
public final class TestData {
  private TestData() {}

  /** Whether expectations are to be written anew. */
  public static boolean accepts() {
    return System.getProperty("pink.accept") != null;
  }

  /** The folder of all cases, found from the folder the tests run in. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("testdata"))) {
      folder = folder.getParent();
      assertThat(folder).as("a folder with testdata above the working directory").isNotNull();
    }
    return folder.resolve("testdata");
  }

  /** All {@code .pink} files below a folder of the cases, in the order of their names. */
  public static List<Path> files(String area) {
    return files(area, ".pink");
  }

  /** The files below a folder whose names end in a certain way, sorted. */
  public static List<Path> files(String area, String suffix) {
    try (Stream<Path> files = Files.walk(root().resolve(area))) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** One test for each case below a folder, named for its file. */
  public static Stream<DynamicTest> tests(String area, ThrowingConsumer<TestCase> check) {
    Path folder = root().resolve(area);
    return files(area).stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    folder.relativize(file).toString(),
                    file.toUri(),
                    () -> check.accept(TestCase.read(file))));
  }

  /** Compares a text with the file it should equal, or writes the file. */
  public static void checkFile(Path expected, String actual) throws IOException {
    if (accepts()) {
      Files.writeString(expected, actual);
      return;
    }
    assertThat(expected).as("run once with -Dpink.accept to write it").exists();
    assertThat(actual).isEqualTo(Files.readString(expected));
  }
}
