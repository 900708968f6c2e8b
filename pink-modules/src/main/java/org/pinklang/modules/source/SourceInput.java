package org.pinklang.modules.source;

import java.nio.file.Path;
import java.util.Optional;

/** One thing a user asks to be built. */
public sealed interface SourceInput {

  /** What tells the input from other things to build: its name, or its path in full. */
  default String identity() {
    return switch (this) {
      case File file -> file.path().toAbsolutePath().toString();
      case Folder folder -> folder.path().toAbsolutePath().toString();
      case Text text -> text.name();
      case Module module -> module.name();
      case ManifestFile manifest -> manifest.path().toAbsolutePath().toString();
      case LinkFile object -> object.path().toAbsolutePath().toString();
    };
  }

  /** The file or folder, if it is one. */
  default Optional<Path> onDisk() {
    return Optional.empty();
  }

  /** A file, wherever it lies and whatever it is called. */
  record File(Path path) implements SourceInput {
    @Override
    public Optional<Path> onDisk() {
      return Optional.of(path);
    }
  }

  /** Every {@code .pink} file below a folder, links not followed; the folder is a source root. */
  record Folder(Path path) implements SourceInput {
    @Override
    public Optional<Path> onDisk() {
      return Optional.of(path);
    }
  }

  /**
   * A text in memory.
   *
   * @param name what a program unit is known by, for example {@code app/main.pink}
   */
  record Text(String name, String text) implements SourceInput {}

  /** A module that is found as an imported one is. */
  record Module(String name) implements SourceInput {}

  /** The manifest of an importable unit in a file, which answers for the name it holds. */
  record ManifestFile(Path path) implements SourceInput {
    @Override
    public Optional<Path> onDisk() {
      return Optional.of(path);
    }
  }

  /** An object, or an archive of objects, to be linked with what is compiled. */
  record LinkFile(Path path) implements SourceInput {
    @Override
    public Optional<Path> onDisk() {
      return Optional.of(path);
    }
  }
}
