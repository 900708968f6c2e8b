package org.pinklang.modules.resolve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Predicate;

/** The manifests of a module's implementation units in a folder: {@code a.b+x.pmi}. */
final class ImplementationFiles {

  private ImplementationFiles() {}

  /** Whether a folder has any of a module. */
  static boolean isIn(Path folder, ManifestRequest request) {
    return names(folder, request).stream().anyMatch(name -> name.endsWith(ManifestPlace.SUFFIX));
  }

  /** The answers of those in a folder that are of use, in order of their names. */
  static List<Resolution> in(Path folder, ManifestRequest request, Predicate<String> wanted) {
    int start = request.name().module().length() + 1;
    List<Resolution> answers = new ArrayList<>();
    for (String name : names(folder, request)) {
      int end = name.length() - ManifestPlace.SUFFIX.length();
      if (name.endsWith(ManifestPlace.SUFFIX) && end > start) {
        ManifestPlace place = new ManifestPlace(request.name(), name.substring(start, end));
        if (wanted.test(place.logicalName())) {
          answers.add(
              ManifestFile.implementation(
                  request.files().file(folder.resolve(name)), request, place));
        }
      }
    }
    return answers;
  }

  private static SortedSet<String> names(Path folder, ManifestRequest request) {
    String module = request.name().module();
    // ',' follows '+'.
    return request.files().root(folder).names("").subSet(module + '+', module + ',');
  }
}
