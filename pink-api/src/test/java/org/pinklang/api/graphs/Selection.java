package org.pinklang.api.graphs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.pinklang.api.Compilation;
import org.pinklang.api.Sources;

/** Which of a graph's texts are sources, and how they are named. */
enum Selection {
  /** Every file. */
  FILES,
  /** The folder of all. */
  FOLDER,
  /** Every text, in memory. */
  TEXTS,
  /** The program unit or, for a library, the names of its modules; the rest is found. */
  ENTRY;

  /** Sets sources and source path. The order of sources is drawn by lot. */
  void set(Compilation.Builder builder, GraphProgram program, Place place, long seed) {
    Random lot = new Random(seed);
    switch (this) {
      case FILES -> builder.sources(files(program, place, lot));
      case FOLDER -> builder.sources(Sources.directory(place.root()));
      case TEXTS -> builder.sources(texts(program, lot));
      case ENTRY -> builder.sources(entry(program, place, lot));
    }
    if (needsPath(program) || this != TEXTS && lot.nextBoolean()) {
      builder.sourcePath(place.root());
    }
  }

  /**
   * A message about a missing module says where it was searched. Without a source path that is
   * below every program unit, and those of a fault may lie anywhere.
   */
  private boolean needsPath(GraphProgram program) {
    return switch (this) {
      case FILES, FOLDER, TEXTS -> !program.isRight();
      case ENTRY -> program.entry().isEmpty();
    };
  }

  private static Sources files(GraphProgram program, Place place, Random lot) {
    List<Path> files = new ArrayList<>();
    program.texts().keySet().forEach(path -> files.add(place.root().resolve(path)));
    Collections.shuffle(files, lot);
    return Sources.files(files);
  }

  private static Sources texts(GraphProgram program, Random lot) {
    List<String> paths = new ArrayList<>(program.texts().keySet());
    Collections.shuffle(paths, lot);
    return paths.stream()
        .map(path -> Sources.text(path, program.texts().get(path)))
        .reduce(Sources::and)
        .orElseThrow();
  }

  private static Sources entry(GraphProgram program, Place place, Random lot) {
    if (!program.entry().isEmpty()) {
      return Sources.files(place.root().resolve(program.entry()));
    }
    List<String> modules = new ArrayList<>(program.modules());
    Collections.shuffle(modules, lot);
    return Sources.modules(modules.toArray(String[]::new));
  }
}
