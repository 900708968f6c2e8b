package org.pinklang.modules.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;

class SourceFilesTest {
  private static final byte[] TEXT = "module a.b;".getBytes(StandardCharsets.UTF_8);

  @Test
  void anOverlayReplacesAFileAndMakesOneThatIsNotThere() throws IOException {
    try (FileSystem system = Jimfs.newFileSystem(Configuration.unix())) {
      Path root = Files.createDirectory(system.getPath("/src"));
      SourceFiles files =
          new SourceFiles(
              new Overlays(Map.of(root.resolve("a/b.pink"), TEXT), Set.of()),
              () -> {},
              new FilesSeen());
      SourceFile found = files.root(root).find(UnitPlace.of(UnitName.primary("a.b"))).orElseThrow();
      assertThat(found.content().read()).isEqualTo(TEXT);
      assertThat(files.below(root)).containsExactly(root.resolve("a/b.pink"));
    }
  }

  @Test
  void aNameMustMatchInExactCaseEvenWhereTheSystemIgnoresCase() throws IOException {
    try (FileSystem system = Jimfs.newFileSystem(Configuration.windows())) {
      Path root = Files.createDirectories(system.getPath("C:\\src"));
      Files.createDirectory(root.resolve("A"));
      Files.write(root.resolve("A").resolve("B.pink"), TEXT);
      SourceRoot found = new SourceFiles(Overlays.NONE, () -> {}, new FilesSeen()).root(root);
      assertThat(found.find(UnitPlace.of(UnitName.primary("A.B")))).isPresent();
      assertThat(found.find(UnitPlace.of(UnitName.primary("a.B")))).isEmpty();
      assertThat(found.find(UnitPlace.of(UnitName.primary("A.b")))).isEmpty();
    }
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    try (FileSystem system = Jimfs.newFileSystem(Configuration.unix())) {
      Path root = Files.createDirectory(system.getPath("/src"));
      Path other = Files.createDirectory(system.getPath("/other"));
      Files.write(other.resolve("x.pink"), TEXT);
      Files.createSymbolicLink(root.resolve("link"), other);
      Files.createSymbolicLink(root.resolve("y.pink"), other.resolve("x.pink"));
      assertThat(new SourceFiles(Overlays.NONE, () -> {}, new FilesSeen()).below(root)).isEmpty();
    }
  }

  @Test
  void theFolderItselfMayBeALink() throws IOException {
    try (FileSystem system = Jimfs.newFileSystem(Configuration.unix())) {
      Path other = Files.createDirectories(system.getPath("/other/deep"));
      Files.write(other.resolve("x.pink"), TEXT);
      Path link = Files.createSymbolicLink(system.getPath("/link"), system.getPath("/other"));
      assertThat(new SourceFiles(Overlays.NONE, () -> {}, new FilesSeen()).below(link))
          .containsExactly(link.resolve("deep/x.pink"));
    }
  }

  @Test
  void theFolderAboveWhatALinkLeadsToIsThatOfTheSystem(@TempDir Path folder) throws IOException {
    Path deep = Files.createDirectories(folder.resolve("other/deep"));
    Files.write(folder.resolve("other/x.pink"), TEXT);
    Files.writeString(folder.resolve("x.pink"), "module wrong;");
    Path link = Files.createSymbolicLink(folder.resolve("link"), deep);
    SourceFiles files = new SourceFiles(Overlays.NONE, () -> {}, new FilesSeen());
    assertThat(files.file(link.resolve("../x.pink")).content().read()).isEqualTo(TEXT);
  }

  @Test
  void unitsWithDistinctPlacesHaveDistinctOutputs() {
    UnitName none = new UnitName("", "");
    assertThat(UnitPlace.unitName(UnitKind.PROGRAM, none, "a/prog.pink")).isEqualTo("a/prog");
    assertThat(UnitPlace.outputStem("a/prog")).isEqualTo("a.prog");
    assertThat(UnitPlace.outputStem("b/prog")).isEqualTo("b.prog");
    assertThat(UnitPlace.outputStem("prog")).isEqualTo("prog");
    String implementation =
        UnitPlace.unitName(UnitKind.IMPLEMENTATION, UnitName.primary("a.b"), "a/b+x+y.pink");
    assertThat(UnitPlace.outputStem(implementation)).isEqualTo("a.b+x+y");
    String partition =
        UnitPlace.unitName(UnitKind.INTERNAL_PARTITION, new UnitName("a.b", "p"), "a/b-p.pink");
    assertThat(UnitPlace.outputStem(partition)).isEqualTo("a.b-p");
  }

  @Test
  void logicalNamesArePlaces() {
    assertThat(UnitPlace.logicalName(UnitKind.PRIMARY_INTERFACE, "a.b", "", "x", ""))
        .isEqualTo("a/b.pink");
    assertThat(UnitPlace.logicalName(UnitKind.INTERNAL_PARTITION, "a.b", "p", "x", ""))
        .isEqualTo("a/b-p.pink");
    assertThat(UnitPlace.logicalName(UnitKind.IMPLEMENTATION, "a.b", "", "b+x+y", ""))
        .isEqualTo("a/b+x+y.pink");
    assertThat(UnitPlace.logicalName(UnitKind.IMPLEMENTATION, "a.b", "", "other", ""))
        .isEqualTo("a/b+other.pink");
    assertThat(UnitPlace.logicalName(UnitKind.PROGRAM, "", "", "main", "tools/main.pink"))
        .isEqualTo("tools/main.pink");
  }
}
