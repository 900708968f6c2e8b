package org.pinklang.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.Manifest;
import org.pinklang.api.ManifestFormatException;
import org.pinklang.api.Output;
import org.pinklang.api.Sources;

/** Finds the one manifest that a command is about. */
final class ManifestInput {
  /** What a binary manifest begins with, and no text. */
  private static final int BINARY = 0x89;

  private static final List<String> SUFFIXES = List.of(Inputs.SUFFIX, ".pmi");

  private final Session session;
  private final CompileOptions options;
  private final MeasureOptions measure;
  private final Console console;

  ManifestInput(Session session, CompileOptions options, MeasureOptions measure, Console console) {
    this.session = session;
    this.options = options;
    this.measure = measure;
    this.console = console;
  }

  /** The manifest of a file or module; empty where there were errors, which have been shown. */
  Optional<Manifest> read(String input) throws IOException {
    Path path = Path.of(input);
    if (Files.isDirectory(path)) {
      throw new WrongCommandException(input + " is a folder; name one file of it");
    }
    if (Files.exists(path)) {
      return input.endsWith(Inputs.SUFFIX) ? ofSource(path) : ofManifest(path);
    }
    if (input.contains("/") || SUFFIXES.stream().anyMatch(input::endsWith)) {
      throw new WrongCommandException("there is no file " + input);
    }
    return ofModule(input);
  }

  private Optional<Manifest> ofSource(Path path) throws IOException {
    CompilationResult result = session.compile(Sources.files(path), options, Output.OWN_MANIFESTS);
    session.finish(result, measure);
    return result.succeeded() ? result.manifests().stream().findFirst() : Optional.empty();
  }

  private Optional<Manifest> ofManifest(Path path) throws IOException {
    if (measure.wantRun()) {
      throw new WrongCommandException(
          "nothing is compiled to show the manifest "
              + path
              + "; leave --counters and --trace out");
    }
    byte[] bytes = Files.readAllBytes(path);
    String shown = console.shown(path.toString());
    try {
      boolean binary = bytes.length > 0 && (bytes[0] & 0xFF) == BINARY;
      Manifest manifest =
          binary
              ? Manifest.fromBytes(bytes, shown)
              : Manifest.fromPinkText(shown, new String(bytes, StandardCharsets.UTF_8));
      // Decodes every declaration, so that damage is found here.
      manifest.toPinkText();
      return Optional.of(manifest);
    } catch (ManifestFormatException e) {
      session.show(e.diagnostics(shown));
      return Optional.empty();
    }
  }

  private Optional<Manifest> ofModule(String name) throws IOException {
    int colon = name.indexOf(':');
    String module = colon < 0 ? name : name.substring(0, colon);
    // A partition is found through what its module imports.
    Output output = colon < 0 ? Output.OWN_MANIFESTS : Output.MANIFESTS;
    CompilationResult result = session.compile(sources(name, module), options, output);
    session.finish(result, measure);
    Optional<Manifest> manifest = result.succeeded() ? result.manifest(name) : Optional.empty();
    if (result.succeeded() && manifest.isEmpty()) {
      console.err().println("pink: `" + module + "` has no partition `" + name + "`");
    }
    return manifest;
  }

  private static Sources sources(String name, String module) {
    try {
      return Sources.modules(module);
    } catch (IllegalArgumentException e) {
      throw new WrongCommandException(
          "`" + name + "` is neither a file that exists nor the name of a module");
    }
  }
}
