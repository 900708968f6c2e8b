package org.pinklang.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.link.archive.ArchiveReader;
import org.pinklang.link.archive.NeededMembers;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.LinkProblem;
import org.pinklang.link.object.MalformedObjectException;
import org.pinklang.link.object.ObjectInspector;
import org.pinklang.link.object.ObjectSymbols;
import org.pinklang.link.object.SharedLibrary;
import org.pinklang.modules.build.BuildResult;
import org.pinklang.modules.build.FoundUnit;
import org.pinklang.modules.build.ObjectBytes;

/**
 * The objects of a link that were not made in its build: those beside manifests, objects given and
 * members of archives and shared libraries given. Each is inspected before anything is done with
 * it.
 */
final class OutsideObjects {
  private final String triple;
  private final List<LinkObject> objects = new ArrayList<>();
  private final List<LinkObject> members = new ArrayList<>();
  private final List<SharedLibrary> libraries = new ArrayList<>();
  private final List<LinkProblem> problems = new ArrayList<>();

  OutsideObjects(BuildResult built, String triple) {
    this.triple = triple;
    for (FoundUnit unit : built.found()) {
      for (ObjectBytes object : unit.objects()) {
        addBeside(object);
      }
    }
    built.objects().forEach(this::addGiven);
  }

  private void addBeside(ObjectBytes object) {
    object
        .failure()
        .ifPresentOrElse(
            failure -> problems.add(new LinkProblem.UnusableObject(object.display(), failure)),
            () -> addObject(new LinkObject(object.display(), object.bytes()), objects));
  }

  private void addGiven(ObjectBytes given) {
    if (SharedLibrary.isShared(given.bytes())) {
      addLibrary(given);
      return;
    }
    if (!ArchiveReader.isArchive(given.bytes())) {
      addObject(new LinkObject(given.display(), given.bytes()), objects);
      return;
    }
    try {
      ArchiveReader.members(given.display(), given.bytes())
          .forEach(member -> addObject(member, members));
    } catch (MalformedObjectException e) {
      problems.add(new LinkProblem.UnusableObject(given.display(), String.valueOf(e.getMessage())));
    }
  }

  private void addLibrary(ObjectBytes given) {
    try {
      String fileName = given.display().substring(given.display().lastIndexOf('/') + 1);
      SharedLibrary library = SharedLibrary.of(given.display(), fileName, given.bytes());
      ObjectInspector.inspect(library, triple)
          .ifPresentOrElse(problems::add, () -> addSound(library));
    } catch (MalformedObjectException e) {
      problems.add(new LinkProblem.UnusableObject(given.display(), String.valueOf(e.getMessage())));
    }
  }

  /** Programs find libraries by their names alone. */
  private void addSound(SharedLibrary library) {
    Optional<SharedLibrary> known =
        libraries.stream().filter(one -> one.soname().equals(library.soname())).findFirst();
    if (known.isEmpty()) {
      libraries.add(library);
    } else if (!Arrays.equals(known.get().bytes(), library.bytes())) {
      String reason =
          "programs would look for it as `%s`, as they do for `%s`"
              .formatted(library.soname(), known.get().name());
      problems.add(new LinkProblem.UnusableObject(library.name(), reason));
    }
  }

  private void addObject(LinkObject object, List<LinkObject> sound) {
    Optional<LinkProblem> problem = ObjectInspector.inspect(object, triple);
    if (problem.isPresent()) {
      problems.add(problem.get());
    } else {
      sound.add(object);
    }
  }

  /** The shared libraries given, ordered by path. */
  List<SharedLibrary> libraries() {
    return libraries;
  }

  /** The symbols that any of them needs. */
  Set<String> used() {
    Set<String> used = new HashSet<>();
    try {
      for (LinkObject object : Stream.concat(objects.stream(), members.stream()).toList()) {
        used.addAll(ObjectSymbols.of(object.bytes()).undefined());
      }
    } catch (MalformedObjectException e) {
      throw new IllegalStateException("an object that passed inspection is damaged", e);
    }
    return used;
  }

  /** What keeps some of them from being linked. */
  List<LinkProblem> problems() {
    return problems;
  }

  /**
   * All of them that are to be linked.
   *
   * @param made the objects that the build made
   * @param entries symbols that are wanted though no object needs them
   * @param runtime gives the symbols that the runtime defines
   */
  List<LinkObject> neededBy(
      List<LinkObject> made, List<String> entries, Supplier<Set<String>> runtime) {
    if (members.isEmpty()) {
      return objects;
    }
    List<LinkObject> all = new ArrayList<>(made);
    all.addAll(objects);
    List<LinkObject> needed = new ArrayList<>(objects);
    Set<String> defined = new HashSet<>(runtime.get());
    libraries.forEach(library -> defined.addAll(library.defined()));
    try {
      needed.addAll(NeededMembers.of(all, members, entries, defined));
    } catch (MalformedObjectException e) {
      throw new IllegalStateException("an object that passed inspection is damaged", e);
    }
    return needed;
  }

  /** The modules that the objects in some bytes need; nothing for bytes that are damaged. */
  static Set<String> modulesNeeded(byte[] bytes) {
    Set<String> modules = new HashSet<>();
    if (SharedLibrary.isShared(bytes)) {
      return modules;
    }
    try {
      List<LinkObject> objects =
          ArchiveReader.isArchive(bytes)
              ? ArchiveReader.members("", bytes)
              : List.of(new LinkObject("", bytes));
      for (LinkObject object : objects) {
        for (String symbol : ObjectSymbols.of(object.bytes()).undefined()) {
          module(symbol).ifPresent(modules::add);
        }
      }
    } catch (MalformedObjectException e) {
      // Linking says what is wrong with them.
      modules.clear();
    }
    return modules;
  }

  /** The module of what a linkage name stands for; empty for what belongs to none. */
  static Optional<String> module(String symbol) {
    return LinkageNames.demangle(symbol)
        .filter(name -> name.contains("::"))
        .map(name -> name.substring(0, name.indexOf("::")));
  }
}
