package org.pinklang.modules.resolve;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitName;

/** The strategies there are, and what composes them. */
public final class Resolvers {

  private Resolvers() {}

  /**
   * Answers from files by name, which may lie anywhere and be called anything: manifests, binary or
   * as text, or sources. What is wrong with one is an error; only a stale one is passed over.
   */
  public static ManifestResolver explicit(Map<UnitName, Path> files) {
    return new ExplicitFiles(Map.copyOf(files));
  }

  /**
   * Answers from the files {@code a.b.pmi} and {@code a.b-p.pmi} of folders, searched in order.
   * What cannot be used is passed over with a remark. The units of a module come from the folder
   * that gave its primary, if one did.
   */
  public static ManifestResolver files(List<Path> folders) {
    return new ManifestFolders(List.copyOf(folders));
  }

  /** Answers from the manifests of implementation units in files by name. */
  public static ManifestResolver implementations(Collection<ImplementationFile> files) {
    return new NamedImplementations(List.copyOf(files));
  }

  /** Answers from manifests held in the process. */
  public static ManifestResolver inMemory(Collection<Manifest> manifests) {
    ManifestMemory memory = new ManifestMemory();
    manifests.stream().filter(manifest -> manifest.kind().isImportable()).forEach(memory::put);
    return firstOf(List.of(memory, ImplementationMemory.of(manifests)));
  }

  /** Makes what is missing from the source path. */
  public static ManifestResolver fromSource() {
    return ManifestRequest::fromSource;
  }

  /** Asks each resolver in turn until one does not answer "not mine". */
  public static ManifestResolver firstOf(List<? extends ManifestResolver> resolvers) {
    return new FirstOf(List.copyOf(resolvers));
  }
}
