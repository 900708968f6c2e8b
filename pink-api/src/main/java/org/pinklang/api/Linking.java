package org.pinklang.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.link.lld.LinkOutcome;
import org.pinklang.link.lld.OutputFile;
import org.pinklang.link.load.LoadOutcome;
import org.pinklang.link.load.LoadedCode;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.LinkProblem;
import org.pinklang.modules.build.BuildResult;
import org.pinklang.modules.build.BuiltUnit;

/** Hands a build's objects to the linker and the loader, and says what they refuse. */
final class Linking {
  private final BuildResult built;
  private final Target target;
  private final Toolchain toolchain;
  private final List<LinkObject> objects = new ArrayList<>();
  private final Map<String, BuiltUnit> units = new HashMap<>();

  Linking(BuildResult built, Target target, Toolchain toolchain) {
    this.built = built;
    this.target = target;
    this.toolchain = toolchain;
    for (BuiltUnit unit : built.units()) {
      String name = UnitFiles.unitName(unit);
      units.put(name, unit);
      unit.compiled().ifPresent(bytes -> objects.add(new LinkObject(name, bytes)));
    }
  }

  Path link(Link link) throws IOException {
    return switch (link) {
      case Link.Executable executable -> {
        switch (toolchain.linker().link(objects, target.triple())) {
          case LinkOutcome.Linked linked ->
              OutputFile.write(executable.file(), linked.bytes(), true);
          case LinkOutcome.Refused refused -> throw refusal(refused.problems());
        }
        yield executable.file();
      }
    };
  }

  LoadedCode load() {
    try {
      return switch (toolchain.loader().load(objects, target.triple())) {
        case LoadOutcome.Loaded loaded -> loaded.code();
        case LoadOutcome.Refused refused -> throw refusal(refused.problems());
      };
    } catch (IOException e) {
      throw new IllegalStateException("the compiler made a damaged object", e);
    }
  }

  private LinkException refusal(List<LinkProblem> problems) {
    return new LinkException(problems.stream().map(this::describe).toList());
  }

  private Diagnostic describe(LinkProblem problem) {
    return switch (problem) {
      case LinkProblem.NoEntry noEntry -> missingMain();
      case LinkProblem.UndefinedSymbol undefined ->
          diagnostic(
              LinkCode.UNDEFINED_SYMBOL,
              undefined.neededBy().getFirst(),
              shown(undefined.symbol()),
              String.join(", ", undefined.neededBy()));
      case LinkProblem.DuplicateSymbol duplicate ->
          diagnostic(
              LinkCode.DUPLICATE_SYMBOL,
              duplicate.definedBy().getFirst(),
              shown(duplicate.symbol()),
              String.join(", ", duplicate.definedBy()));
      case LinkProblem.NoLibrary noLibrary ->
          diagnostic(
              LinkCode.NO_LIBRARY,
              firstInput(),
              String.join(", ", noLibrary.symbols()),
              String.join(", ", noLibrary.searched()));
      case LinkProblem.UnsupportedTarget unsupported ->
          diagnostic(
              LinkCode.UNSUPPORTED_TARGET,
              firstInput(),
              unsupported.triple(),
              String.join(", ", unsupported.supported()));
    };
  }

  /** What is to be said of a program that has no {@code main} and needs one. */
  Diagnostic missingMain() {
    return diagnostic(LinkCode.NO_MAIN, firstInput());
  }

  private String firstInput() {
    return built.units().stream()
        .filter(BuiltUnit::input)
        .findFirst()
        .map(UnitFiles::unitName)
        .orElse("");
  }

  /** A finding about a whole unit: it points at the unit's first character. */
  private Diagnostic diagnostic(LinkCode code, String unitName, String... arguments) {
    BuiltUnit unit = units.get(unitName);
    String file = unit == null ? unitName : unit.logicalName();
    return new Diagnostic(
        org.pinklang.frontend.diagnostic.Diagnostic.of(code, file, new Span(0, 0), arguments)
            .build(),
        built);
  }

  private static String shown(String symbol) {
    return LinkageNames.demangle(symbol).orElse(symbol);
  }
}
