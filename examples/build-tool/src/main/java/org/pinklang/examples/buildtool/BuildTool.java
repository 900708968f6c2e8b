package org.pinklang.examples.buildtool;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.pinklang.api.Compilation;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.Link;
import org.pinklang.api.ManifestResolver;
import org.pinklang.api.Optimization;
import org.pinklang.api.Sources;

/**
 * Builds the project in a folder. Its {@code pink.properties} names the {@code main} file, the
 * {@code sources} folder, the {@code output} and the {@code optimization}:
 *
 * <pre>
 * main = main.pink
 * sources = src
 * output = build/program
 * optimization = O2
 * </pre>
 */
public final class BuildTool {
  private final Path project;
  private final Properties settings;
  private final PrintStream out;

  private BuildTool(Path project, Properties settings, PrintStream out) {
    this.project = project;
    this.settings = settings;
    this.out = out;
  }

  /** Builds the project in the folder that is named, or in the working directory. */
  public static void main(String[] arguments) throws IOException {
    Path project = Path.of(arguments.length == 0 ? "." : arguments[0]);
    System.exit(build(project, System.out) ? 0 : 1);
  }

  /**
   * Builds a project and says how it went.
   *
   * @return whether there is a program now
   * @throws IOException where the settings cannot be read or the program cannot be written
   */
  static boolean build(Path project, PrintStream out) throws IOException {
    Properties settings = new Properties();
    Path file = project.resolve("pink.properties");
    if (!Files.exists(file)) {
      out.println("there is no " + file + ": write one with the line `main = FILE.pink`");
      return false;
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      settings.load(reader);
    }
    return new BuildTool(project, settings, out).build();
  }

  private boolean build() throws IOException {
    CompilationResult result =
        Compilation.builder()
            .sources(Sources.files(project.resolve(setting("main", "main.pink"))))
            .sourcePath(project.resolve(setting("sources", ".")))
            .resolver(ManifestResolver.threadPool(Runtime.getRuntime().availableProcessors()))
            .optimization(Optimization.valueOf(setting("optimization", "O0")))
            .build()
            .run();
    result.diagnostics().forEach(out::println);
    if (!result.succeeded()) {
      return false;
    }
    Path output = project.resolve(setting("output", "program"));
    Files.createDirectories(output.toAbsolutePath().getParent());
    result.link(Link.executable(output));
    out.println("built " + setting("output", "program") + " from " + units(result));
    return true;
  }

  private static String units(CompilationResult result) {
    int compiled = result.objects().size();
    return compiled + (compiled == 1 ? " unit" : " units");
  }

  private String setting(String name, String otherwise) {
    return settings.getProperty(name, otherwise).strip();
  }
}
