package org.pinklang.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinklang.codegen.CodegenOptions;

/** The settings of a compilation, all present. */
record Settings(
    Sources sources,
    List<Path> sourcePath,
    Map<String, Path> manifests,
    List<Path> manifestPath,
    ManifestResolver resolver,
    Validity validity,
    Optimization optimization,
    boolean debugInformation,
    Target target,
    Output output,
    boolean embedSource,
    Optional<Engine> engine,
    Store store,
    CompilationListener listener,
    boolean verify) {

  /** The same for other sources. */
  Settings withSources(Sources others) {
    return new Settings(
        others,
        sourcePath,
        manifests,
        manifestPath,
        resolver,
        validity,
        optimization,
        debugInformation,
        target,
        output,
        embedSource,
        engine,
        store,
        listener,
        verify);
  }

  /** How code is generated. */
  CodegenOptions codegenOptions() {
    return new CodegenOptions(target.description(), optimization.level(), debugInformation, verify);
  }

  /** Where manifests come from: the files named, then the folders, then the resolver. */
  ManifestResolver resolvers() {
    return ManifestResolver.firstOf(
        ManifestResolver.explicit(manifests),
        ManifestResolver.files(manifestPath.toArray(Path[]::new)),
        resolver);
  }
}
