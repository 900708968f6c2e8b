package org.pinklang.modules.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pinklang.modules.source.FilesSeen;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.SourceFiles;
import org.pinklang.modules.source.SourceInput;

/** Finds the texts that are others than in the last build, where nothing else is. */
final class ChangedTexts {
  private final LastBuild.State last;
  private final BuildRequest request;
  private final SourceFiles files;
  private final Map<Object, SourceFile> changed = new HashMap<>();

  private ChangedTexts(LastBuild.State last, BuildRequest request, SourceFiles files) {
    this.last = last;
    this.request = request;
    this.files = files;
  }

  /**
   * The texts that changed, by the identities of those before.
   *
   * @param seen takes what is seen of all files
   * @return empty where files or folders came or went, or where that cannot be said
   */
  static Optional<Map<Object, SourceFile>> since(
      LastBuild.State last,
      BuildRequest request,
      SourceFiles files,
      FilesSeen seen,
      Runnable checkpoint)
      throws IOException {
    ChangedTexts texts = new ChangedTexts(last, request, files);
    if (!texts.addInputs() || !texts.addOverlays()) {
      return Optional.empty();
    }
    return last.files()
        .changed(seen, checkpoint)
        .map(
            paths -> {
              paths.forEach(texts::add);
              return texts.changed;
            });
  }

  private void add(Path path) {
    SourceFile file = files.file(path);
    changed.put(file.identity(), file);
  }

  /**
   * Adds the texts in memory that changed; says whether the inputs are the same but for these, and
   * these are called the same.
   */
  private boolean addInputs() {
    List<SourceInput> before = last.inputs();
    List<SourceInput> now = request.inputs();
    if (before.size() != now.size()) {
      return false;
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < now.size(); i++) {
      if (!addInput(before.get(i), now.get(i), names)) {
        return false;
      }
    }
    return true;
  }

  private boolean addInput(SourceInput before, SourceInput now, Set<String> names) {
    if (!(before instanceof SourceInput.Text was) || !(now instanceof SourceInput.Text is)) {
      return before.equals(now);
    }
    if (!was.name().equals(is.name()) || !names.add(is.name())) {
      return false;
    }
    if (!was.equals(is)) {
      changed.put(was, InputReader.inMemory(is, is.name()));
    }
    return true;
  }

  /** Adds the overlays that changed; says whether they are in place of the same files. */
  private boolean addOverlays() {
    Map<Path, byte[]> before = last.overlays().texts();
    Map<Path, byte[]> now = request.overlays().texts();
    if (!before.keySet().equals(now.keySet())
        || !last.overlays().absent().equals(request.overlays().absent())) {
      return false;
    }
    now.forEach(
        (path, text) -> {
          if (!Arrays.equals(text, before.get(path))) {
            add(path);
          }
        });
    return true;
  }
}
