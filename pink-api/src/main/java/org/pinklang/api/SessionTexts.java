package org.pinklang.api;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.modules.build.BuiltUnit;
import org.pinklang.modules.source.Overlays;
import org.pinklang.modules.source.SourceInput;

/**
 * What a session shows in place of the files and texts of its compilation. Immutable.
 *
 * @param named texts in memory by name; empty for one that was taken away
 * @param files texts of files by path; empty for a file that is not there
 */
record SessionTexts(Map<String, Optional<String>> named, Map<Path, Optional<String>> files) {
  static final SessionTexts NONE = new SessionTexts(Map.of(), Map.of());

  SessionTexts {
    named = Map.copyOf(named);
    files = Map.copyOf(files);
  }

  SessionTexts with(String name, Optional<String> text) {
    Map<String, Optional<String>> changed = new HashMap<>(named);
    changed.put(name, text);
    return new SessionTexts(changed, files);
  }

  SessionTexts with(Path file, Optional<String> text) {
    Map<Path, Optional<String>> changed = new HashMap<>(files);
    changed.put(identity(file), text);
    return new SessionTexts(named, changed);
  }

  /** The same with a file as it is on disk. */
  SessionTexts asOnDisk(Path file) {
    Map<Path, Optional<String>> changed = new HashMap<>(files);
    changed.remove(identity(file));
    return new SessionTexts(named, changed);
  }

  /** What two ways to write the path of one file have in common. */
  static Path identity(Path file) {
    return file.toAbsolutePath().normalize();
  }

  /** The text of a unit as it is now, after any run; empty where it was taken away. */
  Optional<SourceText> of(BuiltUnit unit) {
    Path file = unit.file().map(SessionTexts::identity).orElse(null);
    boolean shows = file == null ? named.containsKey(unit.origin()) : files.containsKey(file);
    if (unit.standard() || !shows) {
      return Optional.of(unit.text());
    }
    Optional<String> shown =
        file == null
            ? named.getOrDefault(unit.origin(), Optional.empty())
            : files.getOrDefault(file, Optional.empty());
    return shown
        .map(text -> SourceText.of(unit.logicalName(), text))
        .map(text -> text.hash().equals(unit.text().hash()) ? unit.text() : text);
  }

  /** Sources as the session shows them. */
  Sources over(Sources sources) {
    Map<Path, byte[]> texts = new HashMap<>();
    Set<Path> absent = new HashSet<>();
    sources.overlays().texts().forEach((path, bytes) -> texts.put(identity(path), bytes));
    files.forEach(
        (path, text) -> {
          texts.remove(path);
          text.ifPresentOrElse(
              shown -> texts.put(path, shown.getBytes(StandardCharsets.UTF_8)),
              () -> absent.add(path));
        });
    return new Sources(inputs(sources.inputs()), new Overlays(texts, absent));
  }

  private List<SourceInput> inputs(List<SourceInput> given) {
    List<SourceInput> shown = new ArrayList<>();
    for (SourceInput input : given) {
      if (!(input instanceof SourceInput.Text text && named.containsKey(text.name()))) {
        shown.add(input);
      }
    }
    new TreeMap<>(named)
        .forEach((name, text) -> text.ifPresent(is -> shown.add(new SourceInput.Text(name, is))));
    return shown;
  }
}
