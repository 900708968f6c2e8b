package org.pinklang.modules.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.manifest.UnitName;

class StandardRootTest {
  private static final Path FOLDER = Path.of("src/main/resources/org/pinklang/modules/std");

  @Test
  void theIndexNamesEveryStandardModule() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      assertThat(Files.readAllLines(FOLDER.resolve("INDEX")))
          .containsExactlyElementsOf(
              files
                  .filter(file -> file.toString().endsWith(".pink"))
                  .map(file -> FOLDER.relativize(file).toString())
                  .sorted()
                  .toList());
    }
  }

  @Test
  void aStandardModuleIsRead() throws IOException {
    SourceFile file =
        new StandardRoot().find(UnitPlace.of(UnitName.primary("std.io"))).orElseThrow();
    assertThat(new String(file.content().read(), StandardCharsets.UTF_8))
        .contains("module std.io;");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(new StandardRoot().find(UnitPlace.of(UnitName.primary("std.nothing")))).isEmpty();
  }
}
