package org.pinklang.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pinklang.api.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The inputs of a command. */
@Command(addMethodSubcommands = false)
final class Inputs {
  /** What the names of sources end with. */
  static final String SUFFIX = ".pink";

  static final String STANDARD_INPUT = "-";
  private static final List<String> KNOWN_SUFFIXES = List.of(SUFFIX, ".pmi", ".o", ".a", ".so");

  /** Also with the version behind it, as {@code libm.so.6} has. */
  private static final String SHARED_LIBRARY = ".*\\.so(\\.[0-9]+)*";

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description =
          "A source, a folder (every .pink file below it), the name of a module, a manifest (.pmi),"
              + " an object (.o), an archive (.a), a shared library (.so), or - for a source from"
              + " standard input.")
  private List<String> inputs = new ArrayList<>();

  /** What the inputs stand for. */
  Sources sources(Console console) {
    return Sources.all(inputs.stream().map(input -> source(input, console)).toList());
  }

  /** What the inputs stand for, where standard input has another use. */
  Sources watchedSources(Console console) {
    if (inputs.contains(STANDARD_INPUT)) {
      throw new WrongCommandException("--watch ends with standard input, which is a source here");
    }
    return sources(console);
  }

  /** Whether a module was given by its name. */
  boolean names(String module) {
    return inputs.contains(module);
  }

  private static Sources source(String input, Console console) {
    if (input.equals(STANDARD_INPUT)) {
      return Sources.text("stdin" + SUFFIX, readAll(console));
    }
    Path path = Path.of(input);
    if (Files.isDirectory(path)) {
      return Sources.directory(path);
    }
    if (Files.exists(path)) {
      return file(path);
    }
    if (input.contains("/") || KNOWN_SUFFIXES.stream().anyMatch(input::endsWith)) {
      throw new WrongCommandException("there is no file " + input);
    }
    try {
      return Sources.modules(input);
    } catch (IllegalArgumentException e) {
      throw new WrongCommandException(
          "`" + input + "` is neither a file or folder that exists nor the name of a module");
    }
  }

  private static Sources file(Path path) {
    String name = path.toString();
    if (name.endsWith(".pmi")) {
      return Sources.manifests(path);
    }
    if (name.endsWith(".o")) {
      return Sources.objects(path);
    }
    if (name.matches(SHARED_LIBRARY)) {
      return Sources.sharedLibraries(path);
    }
    return name.endsWith(".a") ? Sources.archives(path) : Sources.files(path);
  }

  private static String readAll(Console console) {
    try {
      return new String(console.in().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read standard input", e);
    }
  }
}
