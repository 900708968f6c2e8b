package org.pinklang.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.link.archive.StaticArchive;
import org.pinklang.link.lld.LinkInput;
import org.pinklang.link.lld.LinkOutcome;
import org.pinklang.link.lld.OutputFile;
import org.pinklang.link.load.LoadOutcome;
import org.pinklang.link.load.LoadedCode;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.LinkProblem;
import org.pinklang.link.object.LinkSymbols;
import org.pinklang.link.object.ObjectSymbols;
import org.pinklang.link.runtime.RuntimeFlavour;
import org.pinklang.modules.build.BuildResult;
import org.pinklang.modules.build.BuiltUnit;
import org.pinklang.modules.history.ResultCache;

/** Hands a build's objects to the linker, the archiver and the loader. */
final class Linking {
  private static final String ENTRY = "main";
  private static final String RUNTIME = "pink-runtime";
  private static final String NOT_IN_PROCESS =
      "a panic in a shared library ends the process, so that none is loaded into this one; give the"
          + " objects or the archive of the same modules";

  private final BuildResult built;
  private final Target target;
  private final Toolchain toolchain;
  private final WholeProgram program;
  private final Optional<LinkRecords> records;
  private final LinkProblems problems;
  private final OutsideObjects outside;
  private final List<LinkObject> made = new ArrayList<>();
  private final IdentityHashMap<byte[], ContentHash> hashes = new IdentityHashMap<>();
  private final Set<String> standard = new HashSet<>();

  /**
   * Links and loads a build.
   *
   * @param results where links are recorded, if anywhere
   * @param program what puts the units together where that is wanted
   */
  Linking(
      BuildResult built,
      Target target,
      Toolchain toolchain,
      Optional<ResultCache> results,
      WholeProgram program) {
    this.program = program;
    this.built = built;
    this.target = target;
    this.toolchain = toolchain;
    this.records = results.map(LinkRecords::new);
    this.outside = new OutsideObjects(built, target.triple());
    this.problems = new LinkProblems(built);
    for (BuiltUnit unit : built.units()) {
      String name = UnitFiles.unitName(unit);
      unit.compiled().ifPresent(bytes -> addMade(name, bytes, unit.compiledHash()));
      if (unit.standard()) {
        standard.add(name);
      }
    }
  }

  private void addMade(String name, byte[] bytes, Optional<ContentHash> hash) {
    made.add(new LinkObject(name, bytes));
    hash.ifPresent(known -> hashes.put(bytes, known));
  }

  /** What is to be said of a program that has no {@code main} and needs one. */
  Diagnostic missingMain() {
    return problems.missingMain();
  }

  /**
   * Makes a file what linking gives, unless it is known to be that already, and writes what goes
   * with it.
   *
   * @param linkerRan called when the linker has run, before anything is written
   * @return the hash of what each file that goes with the link holds now
   */
  Map<Path, ContentHash> link(Link link, Runnable linkerRan) throws IOException {
    if (link instanceof Link.Executable) {
      return Map.of(link.file(), linkFile(link, linkerRan));
    }
    // First, for it finds what is damaged of manifests beyond what the build had to look at.
    byte[] header = CHeaders.of(built, target).getBytes(StandardCharsets.UTF_8);
    ContentHash linked =
        link instanceof Link.StaticArchive
            ? writeChanged(link.file(), archive(link))
            : linkFile(link, linkerRan);
    Map<Path, ContentHash> files = new HashMap<>(Map.of(link.file(), linked));
    Path headerFile = CHeaders.beside(link.file());
    files.put(headerFile, writeChanged(headerFile, header));
    return files;
  }

  private ContentHash linkFile(Link link, Runnable linkerRan) throws IOException {
    ContentHash question = question(link);
    if (records.isPresent()) {
      Optional<ContentHash> done = records.get().done(question, link.file());
      if (done.isPresent()) {
        return done.get();
      }
    }
    LinkOutcome.Linked linked = linked(link, input(link));
    linkerRan.run();
    OutputFile.write(link.file(), linked.bytes(), true);
    ContentHash hash = ContentHash.of(linked.bytes());
    if (records.isPresent()) {
      records.get().keep(question, linked, hash);
    }
    return hash;
  }

  private static ContentHash writeChanged(Path file, byte[] bytes) throws IOException {
    Optional<byte[]> there = OutputFile.read(file, false);
    if (there.isEmpty() || !Arrays.equals(there.get(), bytes)) {
      OutputFile.write(file, bytes, false);
    }
    return ContentHash.of(bytes);
  }

  private ContentHash question(Link link) throws IOException {
    LinkInput input =
        new LinkInput(objects(made, entries(link)), outside.libraries(), target.triple());
    List<String> kind = new ArrayList<>(List.of(link.getClass().getSimpleName()));
    if (link.isWholeProgram()) {
      kind.addAll(program.identity());
    }
    if (link instanceof Link.SharedLibrary) {
      kind.add(soname(link));
      kind.addAll(exports(input));
    }
    return LinkRecords.question(
        kind, input, toolchain.linker().systemFiles(target.triple()), this::hash);
  }

  /** The hash of an object, which the build knows of those that it made. */
  private ContentHash hash(byte[] object) {
    ContentHash known = hashes.get(object);
    return known == null ? ContentHash.of(object) : known;
  }

  private LinkOutcome.Linked linked(Link link, LinkInput input) throws IOException {
    LinkOutcome outcome =
        link instanceof Link.SharedLibrary
            ? toolchain.libraryLinker().link(input, soname(link), exports(input))
            : toolchain.linker().link(input);
    return switch (outcome) {
      case LinkOutcome.Linked linked -> linked;
      case LinkOutcome.Refused refused -> throw refusal(refused.problems());
    };
  }

  private static String soname(Link link) {
    return String.valueOf(link.file().getFileName());
  }

  /** What a library shows: all that its own objects offer, and nothing of the standard modules. */
  private Set<String> exports(LinkInput input) throws IOException {
    Set<String> exports = new TreeSet<>();
    for (LinkObject object : input.objects()) {
      if (!standard.contains(object.name())) {
        exports.addAll(ObjectSymbols.of(object.bytes()).exported());
      }
    }
    exports.remove(ENTRY);
    return exports;
  }

  /** The bytes of what is linked, linked whatever is known of it. */
  byte[] bytes(Link link) throws IOException {
    return link instanceof Link.StaticArchive ? archive(link) : linked(link, input(link)).bytes();
  }

  /** The hash of what is linked that is recorded; empty where none is. */
  Optional<ContentHash> recorded(Link link) throws IOException {
    return records.isEmpty() || link instanceof Link.StaticArchive
        ? Optional.empty()
        : records.get().outcome(question(link));
  }

  /** Whoever links an archive may define what its objects need: only clashes are looked for. */
  private byte[] archive(Link link) throws IOException {
    List<LinkObject> objects = new ArrayList<>(objects(link, List.of()));
    List<LinkProblem> duplicates = LinkSymbols.of(objects).duplicates();
    if (!duplicates.isEmpty()) {
      throw refusal(duplicates);
    }
    byte[] runtime =
        toolchain
            .runtime()
            .object(target.triple(), RuntimeFlavour.SHARED)
            .orElseThrow(() -> refusal(List.of(toolchain.unsupported(target.triple()))));
    objects.replaceAll(object -> new LinkObject(memberName(object.name()), object.bytes()));
    objects.add(new LinkObject(memberName(RUNTIME), runtime));
    return StaticArchive.indexed(objects);
  }

  private static String memberName(String object) {
    return UnitFiles.fileName(object, object.endsWith(".o") ? "" : ".o");
  }

  LoadedCode load() {
    return loaded(
        () ->
            toolchain
                .loader()
                .load(objects(made, List.of(ENTRY)), target.triple(), new ProgramEndings(built)));
  }

  /**
   * Loads the program on top of another; standard modules that are loaded are taken as they are.
   */
  LoadedCode loadOnTopOf(LoadedCode base) {
    return loaded(
        () -> {
          List<LinkObject> added = new ArrayList<>();
          for (LinkObject object : objects(made, List.of())) {
            if (!isLoaded(object, base)) {
              added.add(object);
            }
          }
          return base.loadOnTop(added, new ProgramEndings(built));
        });
  }

  private boolean isLoaded(LinkObject object, LoadedCode base) throws IOException {
    return standard.contains(object.name())
        && base.isDefined(ObjectSymbols.ofElf(object.bytes()).defined());
  }

  private interface Loading {
    LoadOutcome load() throws IOException;
  }

  private LoadedCode loaded(Loading loading) {
    if (!target.canRun()) {
      throw refusal(List.of(new LinkProblem.OtherHost(target.triple(), Target.host().triple())));
    }
    if (!outside.libraries().isEmpty()) {
      String library = outside.libraries().getFirst().name();
      throw refusal(List.of(new LinkProblem.UnusableObject(library, NOT_IN_PROCESS)));
    }
    try {
      return switch (loading.load()) {
        case LoadOutcome.Loaded loaded -> loaded.code();
        case LoadOutcome.Refused refused -> throw refusal(refused.problems());
      };
    } catch (IOException e) {
      throw new IllegalStateException("the compiler made a damaged object", e);
    }
  }

  private LinkInput input(Link link) {
    return new LinkInput(objects(link, entries(link)), outside.libraries(), target.triple());
  }

  private static List<String> entries(Link link) {
    return link instanceof Link.Executable ? List.of(ENTRY) : List.of();
  }

  private List<LinkObject> objects(Link link, List<String> entries) {
    return objects(link.isWholeProgram() ? List.of(whole(link)) : made, entries);
  }

  private List<LinkObject> objects(List<LinkObject> own, List<String> entries) {
    if (!outside.problems().isEmpty()) {
      throw refusal(outside.problems());
    }
    List<LinkObject> all = new ArrayList<>(own);
    all.addAll(outside.neededBy(own, entries, () -> toolchain.runtimeSymbols(target.triple())));
    return all;
  }

  private LinkObject whole(Link link) {
    boolean showsExports = !(link instanceof Link.Executable);
    LinkedModule module = program.module(showsExports, outside.used());
    return new LinkObject(module.name(), module.object().sharedBytes());
  }

  private LinkException refusal(List<LinkProblem> found) {
    return new LinkException(problems.describe(found));
  }
}
