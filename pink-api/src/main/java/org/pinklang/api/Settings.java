package org.pinklang.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The settings of a compilation, all present. */
record Settings(
    Sources sources,
    List<Path> sourcePath,
    ManifestResolver resolver,
    Optimization optimization,
    Target target,
    Output output,
    Optional<Engine> engine,
    CompilationListener listener,
    boolean verify) {}
