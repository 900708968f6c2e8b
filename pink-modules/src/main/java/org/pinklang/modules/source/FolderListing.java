package org.pinklang.modules.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is in folders of a file system. */
final class FolderListing {
  private FolderListing() {}

  /** Is told of a folder before it is listed. */
  interface FolderVisitor {
    void visit(Path folder) throws IOException;
  }

  /**
   * The names directly in a folder.
   *
   * @param checkpoint called for each; what it throws is passed on
   * @throws IOException if it cannot be listed
   */
  static SortedSet<String> names(Path folder, Runnable checkpoint) throws IOException {
    SortedSet<String> names = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        checkpoint.run();
        names.add(String.valueOf(entry.getFileName()));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return Collections.unmodifiableSortedSet(names);
  }

  /**
   * Every source file below a folder, in order of their paths. Links are not followed.
   *
   * @param looked told of each folder before it is listed
   * @param checkpoint called for each file; what it throws is passed on
   */
  static List<Path> below(Path folder, FolderVisitor looked, Runnable checkpoint)
      throws IOException {
    SortedSet<Path> found = new TreeSet<>();
    Files.walkFileTree(folder, new SourceVisitor(found, looked, checkpoint));
    return List.copyOf(found);
  }

  static boolean isSource(Path path) {
    return String.valueOf(path.getFileName()).endsWith(UnitPlace.SUFFIX);
  }

  private static final class SourceVisitor extends SimpleFileVisitor<Path> {
    private final SortedSet<Path> found;
    private final FolderVisitor looked;
    private final Runnable checkpoint;

    private SourceVisitor(SortedSet<Path> found, FolderVisitor looked, Runnable checkpoint) {
      this.found = found;
      this.looked = looked;
      this.checkpoint = checkpoint;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      looked.visit(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      checkpoint.run();
      if (attributes.isRegularFile() && isSource(file)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
