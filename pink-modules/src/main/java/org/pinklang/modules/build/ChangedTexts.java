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
    if (!texts.hasSameInputs() || !texts.hasSameOverlays()) {
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

  /** Whether the inputs are the same but for texts in memory, and these are called the same. */
  private boolean hasSameInputs() {
    List<SourceInput> before = last.inputs();
    List<SourceInput> now = request.inputs();
    Set<String> names = new HashSet<>();
    boolean same = before.size() == now.size();
    for (int i = 0; same && i < now.size(); i++) {
      if (before.get(i) instanceof SourceInput.Text was
          && now.get(i) instanceof SourceInput.Text is) {
        same = was.name().equals(is.name()) && names.add(is.name());
        if (!was.equals(is)) {
          changed.put(was, InputReader.inMemory(is, is.name()));
        }
      } else {
        same = before.get(i).equals(now.get(i));
      }
    }
    return same;
  }

  private boolean hasSameOverlays() {
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
