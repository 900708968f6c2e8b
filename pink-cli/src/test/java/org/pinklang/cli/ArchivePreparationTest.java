package org.pinklang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the launcher's archive of classes is made from. */
class ArchivePreparationTest {
  /** Of Java 6, the first with frames. */
  private static final int OLDEST_ARCHIVABLE = 50;

  @Test
  void classesOfAnOldFormatAreBroughtUpToDateAndStillVerify(@TempDir Path folder) throws Exception {
    Path library =
        Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    assertThat(oldestClass(library)).isLessThan(OLDEST_ARCHIVABLE);
    Path copy = ArchivableLibraries.copy(library.toString(), folder);
    assertThat(oldestClass(copy)).isGreaterThanOrEqualTo(OLDEST_ARCHIVABLE);
    // The platform's loader does not have the original, and initialising verifies.
    URL[] place = {URI.create(copy.toUri().toString()).toURL()};
    try (JarFile jar = new JarFile(copy.toFile());
        URLClassLoader loader = new URLClassLoader(place, ClassLoader.getPlatformClassLoader())) {
      for (JarEntry entry : jar.stream().filter(ArchivableLibraries::isClass).toList()) {
        String name = entry.getName().replace(".class", "").replace('/', '.');
        Class.forName(name, true, loader);
      }
    }
  }

  private static int oldestClass(Path library) throws IOException {
    int oldest = Integer.MAX_VALUE;
    try (JarFile jar = new JarFile(library.toFile())) {
      for (JarEntry entry : jar.stream().filter(ArchivableLibraries::isClass).toList()) {
        oldest = Math.min(oldest, jar.getInputStream(entry).readNBytes(8)[7]);
      }
    }
    return oldest;
  }

  @Test
  void trainingUsesTheCommandWithoutAnyFailure(@TempDir Path folder) {
    Path program = Path.of("..", "examples", "tour");
    assertThatCode(() -> ArchiveTraining.main(new String[] {program.toString(), folder.toString()}))
        .doesNotThrowAnyException();
    assertThat(folder.resolve("program")).isExecutable();
  }
}
