package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many files a build makes in a folder of results, whatever its size. */
class StoreFilesTest {
  private static final long ROOM = 1 << 30;

  @TempDir Path folder;

  private CompilationResult build(int modules) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources"));
    StringBuilder main = new StringBuilder();
    for (int i = 0; i < modules; i++) {
      Files.writeString(
          sources.resolve("m" + i + ".pink"),
          "module m%d;\nexport fn f() -> Integer { return %d; }\n".formatted(i, i));
      main.append("import m").append(i).append(";\n");
    }
    Files.writeString(sources.resolve("main.pink"), main + "fn main() {}\n");
    return Compilation.builder()
        .sources(Sources.directory(sources))
        .store(Store.directory(folder.resolve("store"), ROOM))
        .build()
        .run()
        .orThrow();
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void theMarkTheTagAPackAndItsIndexForAnyNumberOfModules() throws IOException {
    assertThat(build(40).counters().compiled()).isEqualTo(41);
    assertThat(files()).isEqualTo(4);
    assertThat(build(40).counters().reused()).isEqualTo(41);
    assertThat(files()).as("a build that makes nothing writes nothing").isEqualTo(4);
  }
}
