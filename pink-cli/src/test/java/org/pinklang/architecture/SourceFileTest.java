package org.pinklang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the project's own Java files look, on whatever JVM Maven itself runs. */
class SourceFileTest {
  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
  private static final int LONGEST = 600;

  @Test
  void everyFileIsFormattedAsTheFormatterDoes() {
    Formatter formatter = new Formatter();
    assertThat(sources().filter(file -> !isFormatted(formatter, read(file))))
        .as("run spotless:apply with Maven on a JDK of at least 21")
        .isEmpty();
  }

  @Test
  void noFileIsTooLongToReadInOneGo() {
    assertThat(sources().filter(file -> read(file).lines().count() > LONGEST))
        .as("files of more than %d lines", LONGEST)
        .isEmpty();
  }

  @Test
  void nothingIsLeftToDo() {
    List<String> marks = List.of("TO" + "DO", "FIX" + "ME", "XX" + "X");
    assertThat(sources().filter(file -> marks.stream().anyMatch(read(file)::contains)))
        .as("files with a note that something is left to do")
        .isEmpty();
  }

  private static boolean isFormatted(Formatter formatter, String text) {
    try {
      String used = RemoveUnusedImports.removeUnusedImports(text);
      String ordered = ImportOrderer.reorderImports(used, JavaFormatterOptions.Style.GOOGLE);
      return formatter.formatSource(ordered).equals(text);
    } catch (FormatterException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<Path> sources() {
    try (Stream<Path> files = Files.walk(PROJECT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !isBuilt(PROJECT.relativize(file)))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether Maven made the file; a package may be called target, too. */
  private static boolean isBuilt(Path file) {
    for (Path name : file) {
      if (name.toString().equals("src")) {
        return false;
      }
      if (name.toString().equals("target")) {
        return true;
      }
    }
    return false;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
