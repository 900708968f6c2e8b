package org.pinklang.modules.source;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The standard modules, which lie beside the classes. Immutable. */
public final class StandardRoot implements SourceRoot {

  /** What the name of every standard module begins with. */
  public static final String PREFIX = "std.";

  private static final String FOLDER = "/org/pinklang/modules/std/";
  private static final String INDEX = "INDEX";

  private final Map<String, SortedSet<String>> namesByFolder = new HashMap<>();

  /** Reads the index, for a folder of a jar cannot be listed. */
  public StandardRoot() {
    try (BufferedReader index =
        new BufferedReader(new InputStreamReader(open(INDEX), StandardCharsets.UTF_8))) {
      index.lines().filter(line -> !line.isBlank()).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException("the standard modules are missing from the jar", e);
    }
  }

  private void add(String path) {
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? "" : path.substring(0, slash);
    if (!folder.isEmpty() && !namesByFolder.containsKey(folder)) {
      add(folder);
    }
    namesByFolder.computeIfAbsent(folder, f -> new TreeSet<>()).add(path.substring(slash + 1));
  }

  @Override
  public String display() {
    return "the standard modules";
  }

  @Override
  public SortedSet<String> names(String folder) {
    return Collections.unmodifiableSortedSet(
        namesByFolder.getOrDefault(folder, Collections.emptySortedSet()));
  }

  @Override
  public SourceFile file(UnitPlace place) {
    String path = place.path();
    return new SourceFile(
        "standard:" + path, path, place.fileName(), Optional.empty(), () -> read(path));
  }

  private static byte[] read(String path) throws IOException {
    try (InputStream in = open(path)) {
      return in.readAllBytes();
    }
  }

  private static InputStream open(String path) throws IOException {
    InputStream in = StandardRoot.class.getResourceAsStream(FOLDER + path);
    if (in == null) {
      throw new FileNotFoundException(FOLDER + path);
    }
    return in;
  }
}
