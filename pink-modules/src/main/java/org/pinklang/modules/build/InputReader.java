package org.pinklang.modules.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.source.Span;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.SourceFiles;
import org.pinklang.modules.source.SourceInput;

/** Reads the texts a user asked for. */
final class InputReader {
  private final SourceFiles files;
  private final UnitReader reader;
  private final WorkGroup group;
  private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

  InputReader(SourceFiles files, UnitReader reader, WorkGroup group) {
    this.files = files;
    this.reader = reader;
    this.group = group;
  }

  /** The texts of the inputs, each once, in the order in which they are given. */
  List<UnitReader.Raw> read(List<SourceInput> inputs) {
    Map<SourceInput.Text, String> texts = displays(inputs);
    Map<Object, SourceFile> wanted = new LinkedHashMap<>();
    for (SourceInput input : inputs) {
      for (SourceFile file : filesOf(input, texts)) {
        wanted.putIfAbsent(file.identity(), file);
      }
    }
    Map<Object, UnitReader.Raw> read = new ConcurrentHashMap<>();
    wanted.forEach((identity, file) -> group.startLight(() -> read.put(identity, readOne(file))));
    group.await();
    List<UnitReader.Raw> ordered = new ArrayList<>(wanted.size());
    wanted.keySet().forEach(identity -> ordered.add(read.get(identity)));
    return ordered;
  }

  /** What is wrong with the inputs that were read. */
  Set<Diagnostic> diagnostics() {
    return diagnostics;
  }

  private UnitReader.Raw readOne(SourceFile file) {
    try {
      return reader.read(file, true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the input " + file.display(), e);
    }
  }

  private List<SourceFile> filesOf(SourceInput input, Map<SourceInput.Text, String> texts) {
    return switch (input) {
      case SourceInput.File file -> List.of(files.file(file.path()));
      case SourceInput.Folder folder -> filesBelow(folder.path());
      case SourceInput.Text text -> List.of(inMemory(text, texts.getOrDefault(text, text.name())));
      case SourceInput.Module module -> List.of();
      case SourceInput.ManifestFile manifest -> List.of();
      case SourceInput.LinkFile object -> List.of();
    };
  }

  private List<SourceFile> filesBelow(Path folder) {
    try {
      List<SourceFile> found = files.below(folder).stream().map(files::file).toList();
      if (found.isEmpty()) {
        String name = folder.toString();
        diagnostics.add(Diagnostic.of(BuildCode.EMPTY_FOLDER, name, new Span(0, 0), name).build());
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the input folder " + folder, e);
    }
  }

  /** What to call the texts in memory; those that share a name are numbered, whatever the order. */
  private static Map<SourceInput.Text, String> displays(List<SourceInput> inputs) {
    SortedMap<String, SortedSet<String>> byName = new TreeMap<>();
    for (SourceInput input : inputs) {
      if (input instanceof SourceInput.Text text) {
        byName.computeIfAbsent(text.name(), name -> new TreeSet<>()).add(text.text());
      }
    }
    Map<SourceInput.Text, String> displays = new HashMap<>();
    byName.forEach(
        (name, texts) -> {
          int number = 0;
          for (String text : texts) {
            number++;
            String display = number == 1 ? name : "%s (%d)".formatted(name, number);
            displays.put(new SourceInput.Text(name, text), display);
          }
        });
    return displays;
  }

  /**
   * A text in memory.
   *
   * @param display what a user knows it by
   */
  static SourceFile inMemory(SourceInput.Text text, String display) {
    byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
    String fileName = text.name().substring(text.name().lastIndexOf('/') + 1);
    return new SourceFile(text, display, fileName, Optional.empty(), () -> bytes);
  }
}
