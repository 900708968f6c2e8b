package org.pinklang.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pinklang.link.lld.LinkOutcome;
import org.pinklang.link.lld.OutputFile;
import org.pinklang.link.load.LoadOutcome;
import org.pinklang.link.load.LoadedCode;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.LinkProblem;
import org.pinklang.modules.build.BuildResult;
import org.pinklang.modules.build.BuiltUnit;

/** Hands a build's objects to the linker and the loader. */
final class Linking {
  private final Target target;
  private final Toolchain toolchain;
  private final LinkProblems problems;
  private final OutsideObjects outside;
  private final List<LinkObject> made = new ArrayList<>();

  Linking(BuildResult built, Target target, Toolchain toolchain) {
    this.target = target;
    this.toolchain = toolchain;
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
   * Links.
   *
   * @param linkerRan called when the linker has run, before anything is written
   */
  Path link(Link link, Runnable linkerRan) throws IOException {
    return switch (link) {
      case Link.Executable executable -> {
        switch (toolchain.linker().link(objects(), target.triple())) {
          case LinkOutcome.Linked linked -> {
            linkerRan.run();
            OutputFile.write(executable.file(), linked.bytes(), true);
          }
          case LinkOutcome.Refused refused -> throw refusal(refused.problems());
        }
        yield executable.file();
      }
    };
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
