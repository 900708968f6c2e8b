package org.pinklang.modules.build;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.modules.codec.ManifestCodec;
import org.pinklang.modules.resolve.Execution;
import org.pinklang.modules.resolve.ManifestResolver;
import org.pinklang.modules.resolve.Resolvers;
import org.pinklang.modules.resolve.Validity;
import org.pinklang.modules.source.Overlays;
import org.pinklang.modules.source.SourceInput;
import org.pinklang.modules.source.StandardRoot;

/** Files in memory and a build of some of them. */
final class Project implements AutoCloseable {
  private final FileSystem fileSystem = Jimfs.newFileSystem(Configuration.unix());
  private final Path folder = fileSystem.getPath("/work");
  private final List<SourceInput> inputs = new ArrayList<>();
  private final List<Path> sourcePath = new ArrayList<>();
  private ManifestResolver resolver = Resolvers.fromSource();
  private Validity validity = Validity.CONTENT;
  private Execution execution = new Execution.Pool(2);
  private Optional<BackEnd> backEnd = Optional.empty();
  private Optional<Reuse> reuse = Optional.empty();
  private BuildRequest.Depth depth = BuildRequest.Depth.CHECK;

  /** Writes a file. */
  Project file(String name, String text) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Writes the manifest of a text, as a build of its own makes it. */
  Project manifest(String name, String text) {
    return bytes(name, ManifestCodec.encode(manifestOf(text)));
  }

  /** Writes a file of bytes. */
  Project bytes(String name, byte[] content) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** The manifest of a text, as a build of its own makes it. */
  static Manifest manifestOf(String text) {
    try (Project other = new Project()) {
      return other
          .file("x.pink", text)
          .input("x.pink")
          .depth(BuildRequest.Depth.OWN_MANIFESTS)
          .build()
          .units()
          .getFirst()
          .manifest();
    }
  }

  Project input(String... names) {
    for (String name : names) {
      inputs.add(new SourceInput.File(folder.resolve(name)));
    }
    return this;
  }

  Project input(SourceInput input) {
    inputs.add(input);
    return this;
  }

  Project inputFolder(String name) {
    inputs.add(new SourceInput.Folder(folder.resolve(name)));
    return this;
  }

  Project inputModule(String name) {
    inputs.add(new SourceInput.Module(name));
    return this;
  }

  Project sourcePath(String... names) {
    for (String name : names) {
      sourcePath.add(folder.resolve(name));
    }
    return this;
  }

  Project resolver(ManifestResolver resolver) {
    this.resolver = resolver;
    return this;
  }

  Project validity(Validity validity) {
    this.validity = validity;
    return this;
  }

  Project execution(Execution execution) {
    this.execution = execution;
    return this;
  }

  Project depth(BuildRequest.Depth depth) {
    this.depth = depth;
    return this;
  }

  Project reuse(Reuse reuse) {
    this.reuse = Optional.of(reuse);
    return this;
  }

  Project backEnd(BackEnd backEnd) {
    this.backEnd = Optional.of(backEnd);
    return this;
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  BuildResult build() {
    return build(CancellationSignal.NEVER);
  }

  BuildResult build(CancellationSignal cancellation) {
    BuildRequest request =
        new BuildRequest(
            inputs,
            sourcePath,
            Overlays.NONE,
            List.of(),
            resolver,
            validity,
            execution,
            depth,
            DataModel.BITS_64,
            backEnd,
            reuse);
    try (Workers workers = new Workers()) {
      return Build.run(request, new StandardRoot(), workers, cancellation, BuildObserver.NONE);
    }
  }

  /** The codes of what is found, in order. */
  List<String> codes() {
    return build().diagnostics().stream().map(diagnostic -> diagnostic.code().id()).toList();
  }

  /** What is found, one {@code file:offset code message} each. */
  static List<String> shown(BuildResult result) {
    return result.diagnostics().stream().map(Project::shown).toList();
  }

  private static String shown(Diagnostic diagnostic) {
    return "%s:%d %s %s"
        .formatted(
            diagnostic.primary().file(),
            diagnostic.primary().span().start(),
            diagnostic.code().id(),
            diagnostic.message());
  }

  static List<String> names(BuildResult result) {
    return result.units().stream().map(BuiltUnit::logicalName).toList();
  }

  @Override
  public void close() {
    try {
      fileSystem.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
