package org.pinklang.modules.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.source.Span;
import org.pinklang.modules.resolve.Remark;
import org.pinklang.modules.resolve.Resolution;

/** Turns what resolvers remarked on into diagnostics about the manifests' files. */
final class ManifestRemarks {
  private final Map<String, String> origins = new LinkedHashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /**
   * The remarks that come with answers, each once.
   *
   * @param answers in a fixed order
   */
  ManifestRemarks(Collection<Resolution> answers) {
    answers.stream().flatMap(answer -> remarks(answer).stream()).distinct().forEach(this::add);
  }

  private static List<Remark> remarks(Resolution answer) {
    return switch (answer) {
      case Resolution.Found found -> found.remarks();
      case Resolution.Made made -> made.remarks();
      case Resolution.Scanned scanned -> scanned.remarks();
      case Resolution.NotMine notMine -> notMine.remarks();
      case Resolution.Rejected rejected -> rejected.remarks();
      case Resolution.Later later -> List.of();
    };
  }

  private void add(Remark remark) {
    String name = remark.name();
    diagnostics.add(
        Diagnostic.of(
                code(remark.kind()),
                fileName(name, remark.file()),
                new Span(0, 0),
                name,
                remark.detail())
            .build());
  }

  /** What to call a file: of two with the same name the second is called by its path. */
  private String fileName(String name, String path) {
    String first = origins.putIfAbsent(name, path);
    if (first == null || first.equals(path)) {
      return name;
    }
    origins.put(path, path);
    return path;
  }

  private static BuildCode code(Remark.Kind kind) {
    return switch (kind) {
      case STALE -> BuildCode.STALE_MANIFEST;
      case DAMAGED -> BuildCode.DAMAGED_MANIFEST;
      case OTHER_VERSION -> BuildCode.OTHER_VERSION;
      case OTHER_NAME -> BuildCode.OTHER_MANIFEST;
      case SOURCE_MISSING -> BuildCode.SOURCE_MISSING;
      case UNREADABLE -> BuildCode.UNREADABLE_MANIFEST;
    };
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** The files by the names that the diagnostics call them. */
  Map<String, String> origins() {
    return origins;
  }
}
