package org.pinklang.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.link.lld.LinkOutcome;
import org.pinklang.link.lld.OutputFile;
import org.pinklang.link.load.LoadOutcome;
import org.pinklang.link.load.LoadedCode;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.LinkProblem;
import org.pinklang.modules.build.BuildResult;
import org.pinklang.modules.build.BuiltUnit;
import org.pinklang.modules.history.ResultCache;

/** Hands a build's objects to the linker and the loader. */
final class Linking {
  private final Target target;
  private final Toolchain toolchain;
  private final Optional<LinkRecords> records;
  private final LinkProblems problems;
  private final OutsideObjects outside;
  private final List<LinkObject> made = new ArrayList<>();

  /**
   * Links and loads a build.
   *
   * @param results where links are recorded, if anywhere
   */
  Linking(BuildResult built, Target target, Toolchain toolchain, Optional<ResultCache> results) {
    this.target = target;
    this.toolchain = toolchain;
    this.records = results.map(LinkRecords::new);
    this.outside = new OutsideObjects(built, target.triple());
    this.problems = new LinkProblems(built);
    for (BuiltUnit unit : built.units()) {
      String name = UnitFiles.unitName(unit);
      unit.compiled().ifPresent(bytes -> made.add(new LinkObject(name, bytes)));
    }
  }

  /** What is to be said of a program that has no {@code main} and needs one. */
  Diagnostic missingMain() {
    return problems.missingMain();
  }

  /**
   * Makes a file what linking gives, unless it is known to be that already.
   *
   * @param linkerRan called when the linker has run, before anything is written
   */
  void link(Link.Executable link, Runnable linkerRan) throws IOException {
    List<LinkObject> objects = objects();
    ContentHash question = question(objects);
    if (records.isPresent() && records.get().isDone(question, link.file())) {
      return;
    }
    LinkOutcome.Linked linked = linked(objects);
    linkerRan.run();
    OutputFile.write(link.file(), linked.bytes(), true);
    if (records.isPresent()) {
      records.get().keep(question, linked);
    }
  }

  private ContentHash question(List<LinkObject> objects) {
    return LinkRecords.question(objects, target.triple(), toolchain.linker().systemFiles(target.triple()));
  }

  private LinkOutcome.Linked linked(List<LinkObject> objects) throws IOException {
    return switch (toolchain.linker().link(objects, target.triple())) {
      case LinkOutcome.Linked linked -> linked;
      case LinkOutcome.Refused refused -> throw refusal(refused.problems());
    };
  }

  /** The bytes of the executable, linked whatever is known of it. */
  byte[] executable() throws IOException {
    return linked(objects()).bytes();
  }

  /** The hash of the executable that is recorded; empty where none is. */
  Optional<ContentHash> recordedExecutable() throws IOException {
    return records.isEmpty() ? Optional.empty() : records.get().outcome(question(objects()));
  }

  LoadedCode load() {
    try {
      return switch (toolchain.loader().load(objects(), target.triple())) {
        case LoadOutcome.Loaded loaded -> loaded.code();
        case LoadOutcome.Refused refused -> throw refusal(refused.problems());
      };
    } catch (IOException e) {
      throw new IllegalStateException("the compiler made a damaged object", e);
    }
  }

  private List<LinkObject> objects() {
    if (!outside.problems().isEmpty()) {
      throw refusal(outside.problems());
    }
    List<LinkObject> all = new ArrayList<>(made);
    all.addAll(outside.neededBy(made, toolchain.runtimeSymbols(target.triple())));
    return all;
  }

  private LinkException refusal(List<LinkProblem> found) {
    return new LinkException(problems.describe(found));
  }
}
