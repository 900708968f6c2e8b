package org.pinklang.api;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.pinklang.modules.source.Overlays;
import org.pinklang.modules.source.SourceInput;

/**
 * What is to be compiled: files and folders of any file system, texts in memory, modules by name.
 * Immutable. Files are read when a compilation runs, not before.
 */
public final class Sources {
  private final List<SourceInput> inputs;
  private final Overlays overlays;

  private Sources(List<SourceInput> inputs, Map<Path, byte[]> texts) {
    this(inputs, new Overlays(texts, Set.of()));
  }

  /** Inputs of any kind, seen through overlays. */
  Sources(List<SourceInput> inputs, Overlays overlays) {
    this.inputs = List.copyOf(inputs);
    this.overlays = overlays;
  }

  /** Files, wherever they lie and whatever they are called. */
  public static Sources files(Path... files) {
    return files(Arrays.asList(Arguments.present(files, "files")));
  }

  /**
   * Files, wherever they lie and whatever they are called.
   *
   * @throws IllegalArgumentException if one is a folder
   */
  public static Sources files(Collection<Path> files) {
    List<SourceInput> inputs = new ArrayList<>();
    for (Path file : Arguments.allPresent(files, "files")) {
      if (Files.isDirectory(file)) {
        throw new IllegalArgumentException(
            "`" + file + "` is a folder; Sources.directories takes folders");
      }
      inputs.add(new SourceInput.File(file));
    }
    return new Sources(inputs, Map.of());
  }

  /** Every {@code .pink} file below a folder, links not followed; it is a source root too. */
  public static Sources directory(Path folder) {
    return directories(folder);
  }

  /**
   * Every {@code .pink} file below each folder, links not followed; each is a source root too.
   *
   * @throws IllegalArgumentException if one is a file
   */
  public static Sources directories(Path... folders) {
    List<SourceInput> inputs = new ArrayList<>();
    for (Path folder : Arguments.allPresent(Arrays.asList(folders), "folders")) {
      if (Files.isRegularFile(folder)) {
        throw new IllegalArgumentException("`" + folder + "` is a file; Sources.files takes files");
      }
      inputs.add(new SourceInput.Folder(folder));
    }
    return new Sources(inputs, Map.of());
  }

  /**
   * A text in memory.
   *
   * @param name what the text is called; a program unit's logical name
   * @param text what a file would hold
   */
  public static Sources text(String name, String text) {
    if (Arguments.present(name, "name").isBlank()) {
      throw new IllegalArgumentException("a text needs a name, for example `main.pink`");
    }
    return new Sources(
        List.of(new SourceInput.Text(name, Arguments.present(text, "text"))), Map.of());
  }

  /** Texts in memory, by name. */
  public static Sources texts(Map<String, String> texts) {
    List<Sources> each = new ArrayList<>();
    new LinkedHashMap<>(texts).forEach((name, text) -> each.add(text(name, text)));
    return all(each);
  }

  /** Modules that are found as imported ones are. */
  public static Sources modules(String... names) {
    List<SourceInput> inputs = new ArrayList<>();
    for (String name : Arguments.allPresent(Arrays.asList(names), "names")) {
      if (!name.matches("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*")) {
        throw new IllegalArgumentException("`" + name + "` is not the name of a module");
      }
      inputs.add(new SourceInput.Module(name));
    }
    return new Sources(inputs, Map.of());
  }

  /**
   * Manifests of units that others import, each for the name it holds, binary or as text; the
   * object of each lies beside. As {@link Compilation.Builder#manifest}, where the name need not be
   * known.
   *
   * @throws IllegalArgumentException if one is a folder
   */
  public static Sources manifests(Path... files) {
    return given(files, SourceInput.ManifestFile::new);
  }

  /**
   * Objects to be linked and loaded with what is compiled.
   *
   * @throws IllegalArgumentException if one is a folder
   */
  public static Sources objects(Path... files) {
    return given(files, SourceInput.LinkFile::new);
  }

  /**
   * Archives, of whose members those are linked and loaded that define what is needed.
   *
   * @throws IllegalArgumentException if one is a folder
   */
  public static Sources archives(Path... files) {
    return given(files, SourceInput.LinkFile::new);
  }

  /**
   * Shared libraries that executables and shared libraries are linked against: what they define is
   * not linked in but looked for when the program is loaded, beside it first.
   *
   * @throws IllegalArgumentException if one is a folder
   */
  public static Sources sharedLibraries(Path... files) {
    return given(files, SourceInput.LinkFile::new);
  }

  private static Sources given(Path[] files, Function<Path, SourceInput> input) {
    List<SourceInput> inputs = new ArrayList<>();
    for (Path file : Arguments.allPresent(Arrays.asList(files), "files")) {
      if (Files.isDirectory(file)) {
        throw new IllegalArgumentException("`" + file + "` is a folder, not a file");
      }
      inputs.add(input.apply(file));
    }
    return new Sources(inputs, Map.of());
  }

  /** These and others. */
  public Sources and(Sources others) {
    return all(List.of(this, Arguments.present(others, "others")));
  }

  /** All of several; of two texts for one file the last counts. */
  public static Sources all(Collection<Sources> several) {
    List<SourceInput> joined = new ArrayList<>();
    Map<Path, byte[]> texts = new LinkedHashMap<>();
    for (Sources sources : Arguments.allPresent(several, "several")) {
      joined.addAll(sources.inputs);
      texts.putAll(sources.overlays.texts());
    }
    return new Sources(joined, texts);
  }

  /**
   * The same with another text for a file, which is neither read nor touched and need not exist.
   * This does not make the file a source: it is what a compilation sees when it needs the file.
   */
  public Sources overlay(Path file, String text) {
    Map<Path, byte[]> texts = new LinkedHashMap<>(overlays.texts());
    byte[] bytes = Arguments.present(text, "text").getBytes(StandardCharsets.UTF_8);
    texts.put(Arguments.present(file, "file"), bytes);
    return new Sources(inputs, texts);
  }

  boolean isEmpty() {
    return inputs.isEmpty();
  }

  List<SourceInput> inputs() {
    return inputs;
  }

  Overlays overlays() {
    return overlays;
  }
}
