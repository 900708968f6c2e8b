package org.pinklang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pinklang.api.Cancellation;
import org.pinklang.api.Compilation;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.CompilationSession;
import org.pinklang.api.Link;
import org.pinklang.api.LinkException;
import org.pinklang.api.Output;
import org.pinklang.api.Sources;
import org.pinklang.api.UnitOutput;
import org.pinklang.modules.graph.GraphUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code pink build}. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = "Compiles programs and modules to files.",
    footer = {
      "",
      "Without -o the executable is called like the program unit's file without",
      ".pink, and is put here; libraries like that or the first module: libm.so, libm.a.",
      "A module is bitcode, m.bc; or what its name says, m.ll text, m.o an object.",
      "Beside a library goes libm.h, the header for C and C++.",
      "Objects, assembly, IR, bitcode and manifests are made for the inputs, one file",
      "each: a.b.o for the module a.b, a.b-p.o for its partition p, a.b+x.o for its",
      "implementation unit x, prog.o for the program unit prog.pink, and sub.prog.o",
      "for sub/prog.pink below a source root."
    })
final class BuildCommand implements Callable<Integer> {
  private static final Path STANDARD_OUTPUT = Path.of("-");

  private final Console console;
  private final KnownCommand command;

  @Mixin private Inputs inputs = new Inputs();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Write to FILE, or - for standard output; for several files the folder they are put in.")
  private @Nullable Path output;

  @Option(
      names = "--emit",
      paramLabel = "KIND",
      description =
          "Make an `exe` (default), a `shared` library, a `static` archive, all units as one LLVM"
              + " `module`, or of each input an `object`, `asm`, `llvm`, `bitcode` or `manifest`. A"
              + " manifest takes the text of its unit alone.")
  private Kind kind = Kind.EXE;

  @Option(
      names = "--whole-program",
      description =
          "Put all units together to one module before it is optimised and linked. Takes longer,"
              + " with every change all of it.")
  private boolean wholeProgram;

  @Option(
      names = "--embed-source",
      description = "With --emit manifest: put the text of each unit into its manifest.")
  private boolean embedSource;

  @Mixin private CompileOptions options = new CompileOptions();
  @Mixin private ReportOptions report = new ReportOptions();
  @Mixin private MeasureOptions measure = new MeasureOptions();
  @Mixin private WhyOption why = new WhyOption();
  @Mixin private WatchOption watch = new WatchOption();

  /** What was written of units, where it may be kept that it was. */
  private final Map<Path, byte[]> written = new HashMap<>();

  BuildCommand(Console console, KnownCommand command) {
    this.console = console;
    this.command = command;
  }

  /** What can be made. */
  enum Kind {
    EXE(Output.OBJECTS),
    SHARED(Output.OBJECTS),
    STATIC(Output.OBJECTS),
    MODULE(Output.OBJECTS),
    OBJECT(Output.OWN_OBJECTS),
    ASM(Output.ASSEMBLY),
    LLVM(Output.LLVM_IR),
    BITCODE(Output.BITCODE),
    MANIFEST(Output.CHECKED_MANIFESTS);

    final Output output;

    Kind(Output output) {
      this.output = output;
    }

    /** Whether one file is made of all units. */
    boolean isLinked() {
      return output == Output.OBJECTS;
    }

    /** What is linked to a file, for kinds that are. */
    Link link(Path file) {
      return switch (this) {
        case SHARED -> Link.sharedLibrary(file);
        case STATIC -> Link.staticArchive(file);
        default -> Link.executable(file);
      };
    }

    /** What the file of a program or module is called, for kinds that are linked. */
    String fileName(String program) {
      return switch (this) {
        case SHARED -> "lib" + program + ".so";
        case STATIC -> "lib" + program + ".a";
        case MODULE -> program + ".bc";
        default -> program;
      };
    }
  }

  @Override
  public Integer call() throws Exception {
    checkOptions();
    if (watch.wanted()) {
      return Watching.run(console, this::watch);
    }
    try (Session session = new Session(console, report)) {
      CompilationResult result =
          session.compile(inputs.sources(console), options, kind.output, this::furtherSettings);
      int status = finish(session, result);
      if (status == ExitStatus.DONE && mayBeKept()) {
        command.markUpToDate(result, report, Optional.ofNullable(output), written);
      }
      return status;
    }
  }

  /** Whether all that is asked for are files, of which it is known what they hold. */
  private boolean mayBeKept() {
    return command.mayBeKept()
        && kind != Kind.MODULE
        && !STANDARD_OUTPUT.equals(output)
        && !watch.wanted()
        && KnownCommand.areAnswerable(report, measure, why);
  }

  private int watch(FolderWatch folders, Cancellation interrupted) throws Exception {
    Sources sources = inputs.watchedSources(console);
    try (Session session = new Session(console, report);
        CompilationSession program =
            session.open(sources, options, kind.output, this::furtherSettings)) {
      WatchLoop.Step step = result -> finish(session, result);
      return new WatchLoop(session, program, step, new Failures(console), folders, interrupted)
          .run();
    }
  }

  private Compilation.Builder furtherSettings(Compilation.Builder builder) {
    return builder.embedSource(embedSource);
  }

  private int finish(Session session, CompilationResult result) throws IOException {
    why.show(result, console);
    int status = result.succeeded() ? write(session, result) : ExitStatus.PROGRAM_ERRORS;
    session.finish(result, measure);
    return status;
  }

  private int write(Session session, CompilationResult result) throws IOException {
    if (!kind.isLinked()) {
      checkMade(result);
      writeUnits(session, result.outputs());
      return ExitStatus.DONE;
    }
    try {
      link(session, result);
      return ExitStatus.DONE;
    } catch (LinkException e) {
      session.show(e.diagnostics());
      return ExitStatus.PROGRAM_ERRORS;
    }
  }

  /** Checks that every module given by its name has a text that something can be made of. */
  private void checkMade(CompilationResult result) {
    for (GraphUnit unit : result.graph().units()) {
      String name = unit.display();
      if (unit.role() == GraphUnit.Role.MANIFEST && inputs.names(name)) {
        throw new WrongCommandException(
            "`%s` is known by its manifest only (%s): there is nothing to compile; give its source"
                    .formatted(name, console.shown(unit.origin()))
                + ", or the folder that lies under with --source-path");
      }
    }
  }

  /** Options that say nothing about the kind are a mistake. */
  private void checkOptions() {
    if (wholeProgram && (!kind.isLinked() || kind == Kind.MODULE)) {
      throw new WrongCommandException(
          "--whole-program is for --emit exe, shared and static; `module` is whole anyway");
    }
  }

  private void link(Session session, CompilationResult result) throws IOException {
    String name = kind.fileName(ProgramName.of(result));
    if (STANDARD_OUTPUT.equals(output)) {
      Path folder = Files.createTempDirectory("pink-");
      try {
        console.out().write(Files.readAllBytes(make(result, folder.resolve(name))));
        console.out().flush();
      } finally {
        delete(folder);
      }
      return;
    }
    Path file = output == null ? Path.of(name) : output;
    checkWritable(file);
    session.say("wrote " + make(result, file));
  }

  private Path make(CompilationResult result, Path file) throws IOException {
    if (kind == Kind.MODULE) {
      result.linkedModule().writeTo(file);
      return file;
    }
    Link link = kind.link(file);
    return result.link(wholeProgram ? link.wholeProgram() : link);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private void writeUnits(Session session, List<UnitOutput> units) throws IOException {
    if (STANDARD_OUTPUT.equals(output)) {
      if (units.size() != 1) {
        throw new WrongCommandException(
            "-o -: standard output takes one file, and there are " + units.size());
      }
      console.out().write(units.getFirst().bytes());
      console.out().flush();
      return;
    }
    boolean intoFolder = output == null || units.size() != 1 || Files.isDirectory(output);
    if (intoFolder && output != null) {
      if (Files.exists(output) && !Files.isDirectory(output)) {
        throw new WrongCommandException(
            "-o %s: there are %d files to write, so this must be a folder"
                .formatted(output, units.size()));
      }
      Files.createDirectories(output);
    }
    if (intoFolder) {
      checkDistinct(units);
    }
    for (UnitOutput unit : units) {
      Path folder = output == null ? Path.of("") : output;
      Path file = intoFolder ? folder.resolve(unit.fileName()) : folder;
      checkWritable(file);
      unit.writeTo(file);
      if (mayBeKept()) {
        written.put(file, unit.bytes());
      }
      session.say("wrote " + file);
    }
  }

  /** Checks that no file would replace another; nothing is written before. */
  private static void checkDistinct(List<UnitOutput> units) {
    Map<String, UnitOutput> files = new HashMap<>();
    for (UnitOutput unit : units) {
      UnitOutput other = files.putIfAbsent(unit.fileName(), unit);
      if (other != null) {
        throw new WrongCommandException(
            "`%s` and `%s` would both be written to %s; build them one by one with -o FILE"
                .formatted(other.name(), unit.name(), unit.fileName()));
      }
    }
  }

  private static void checkWritable(Path file) {
    if (Files.isDirectory(file)) {
      throw new WrongCommandException(
          "cannot write " + file + ": it is a folder; name another file with -o");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new WrongCommandException("cannot write " + file + ": there is no folder " + folder);
    }
  }

  /** Reads what stands behind {@code --emit}. */
  static final class KindConverter implements ITypeConverter<Kind> {
    @Override
    public Kind convert(String word) {
      for (Kind kind : Kind.values()) {
        if (kind.name().equalsIgnoreCase(word)) {
          return kind;
        }
      }
      throw new TypeConversionException(
          "there is no `"
              + word
              + "`, only exe, shared, static, module, object, asm, llvm, bitcode and manifest");
    }
  }
}
