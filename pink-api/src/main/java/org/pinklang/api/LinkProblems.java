package org.pinklang.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.link.object.LinkProblem;
import org.pinklang.modules.build.BuildResult;
import org.pinklang.modules.build.BuiltUnit;
import org.pinklang.modules.build.FoundUnit;
import org.pinklang.modules.build.ObjectBytes;
import org.pinklang.modules.graph.GraphUnit;
import org.pinklang.modules.graph.ImportEdge;

/** Says what keeps objects from being linked or loaded, in the terms of their sources. */
final class LinkProblems {
  private final BuildResult built;
  private final Map<String, BuiltUnit> units = new HashMap<>();
  private final Map<String, List<FoundUnit>> foundByModule = new HashMap<>();

  LinkProblems(BuildResult built) {
    this.built = built;
    built.units().forEach(unit -> units.put(UnitFiles.unitName(unit), unit));
    for (FoundUnit unit : built.found()) {
      foundByModule
          .computeIfAbsent(unit.manifest().module(), module -> new ArrayList<>())
          .add(unit);
    }
  }

  /**
   * An object that is not there.
   *
   * @param unit the unit that was found without it
   * @param what what it is the object of
   */
  private record Missing(FoundUnit unit, String what) {}

  /** The diagnostics of some problems, in their order. */
  List<Diagnostic> describe(List<LinkProblem> problems) {
    List<Diagnostic> described = new ArrayList<>();
    Map<Missing, Set<String>> missing = new LinkedHashMap<>();
    for (LinkProblem problem : problems) {
      if (problem instanceof LinkProblem.UndefinedSymbol undefined
          && missing(undefined.symbol()) instanceof Missing object) {
        missing.computeIfAbsent(object, one -> new TreeSet<>()).addAll(undefined.neededBy());
      } else {
        described.add(describe(problem));
      }
    }
    if (!missing.isEmpty()) {
      Map<UnitName, Set<String>> importers = importers();
      Map<String, List<BuiltUnit>> importing = importing();
      missing.forEach(
          (object, needing) -> {
            UnitName name = object.unit().manifest().name();
            described.add(
                missingObject(
                    object,
                    importers.getOrDefault(name, needing),
                    importing.getOrDefault(name.module(), List.of())));
          });
    }
    return described;
  }

  /** The object that would define a symbol of a unit that was found; null if there is none. */
  private @Nullable Missing missing(String symbol) {
    String name = LinkageNames.demangle(symbol).orElse(symbol);
    String module = OutsideObjects.module(symbol).orElse("");
    String declared = name.substring(name.indexOf("::") + "::".length());
    Missing candidate = null;
    for (FoundUnit unit : foundByModule.getOrDefault(module, List.of())) {
      ManifestDeclaration declaration = unit.manifest().find(declared);
      if (declaration != null && !declaration.defined()) {
        return new Missing(unit, "the unit of `" + module + "` that defines `" + declared + "`");
      }
      boolean hasOwn = unit.objects().stream().anyMatch(one -> one.name().equals(stem(unit)));
      if (!hasOwn && (candidate == null || declaration != null)) {
        candidate = new Missing(unit, "`" + unit.manifest().name().display() + "`");
      }
    }
    return candidate;
  }

  private static String stem(FoundUnit unit) {
    return UnitFiles.fileName(unit.manifest().name().display(), "");
  }

  private Diagnostic missingObject(
      Missing missing, Set<String> needing, List<BuiltUnit> importing) {
    FoundUnit unit = missing.unit();
    BuiltUnit first = importing.isEmpty() ? null : importing.getFirst();
    String file = first == null ? unit.origin() : first.logicalName();
    var diagnostic =
        org.pinklang.frontend.diagnostic.Diagnostic.of(
            LinkCode.MISSING_OBJECT,
            file,
            span(first, unit),
            missing.what(),
            String.join(", ", needing));
    importing.stream()
        .skip(1)
        .forEach(
            one -> diagnostic.secondary(one.logicalName(), span(one, unit), "imported here too"));
    diagnostic.note(
        unit.objects().isEmpty()
            ? "its manifest is in %s and there is no %s"
                .formatted(unit.origin(), unit.object().orElse("object beside"))
            : "beside %s there are only %s"
                .formatted(
                    unit.origin(),
                    unit.objects().stream()
                        .map(ObjectBytes::display)
                        .collect(Collectors.joining(", "))));
    diagnostic.note(
        "give the object as an input, or the folder its source lies under with `--source-path`");
    return diagnostic(diagnostic.build());
  }

  /** The names of the units that import each, those not part of the build included. */
  private Map<UnitName, Set<String>> importers() {
    Map<UnitName, Set<String>> importers = new HashMap<>();
    for (GraphUnit unit : built.graph().units()) {
      for (ImportEdge edge : unit.imports()) {
        importers
            .computeIfAbsent(edge.target(), target -> new TreeSet<>())
            .add(UnitFiles.unitName(unit));
      }
    }
    return importers;
  }

  /** The units of the build that import each module by its name, in their order. */
  private Map<String, List<BuiltUnit>> importing() {
    Map<String, Set<BuiltUnit>> importing = new HashMap<>();
    for (BuiltUnit unit : built.units()) {
      for (ImportDeclaration declaration : unit.manifest().imports()) {
        ModuleName module = declaration.module();
        if (module != null) {
          importing.computeIfAbsent(module.text(), name -> new LinkedHashSet<>()).add(unit);
        }
      }
    }
    Map<String, List<BuiltUnit>> lists = new HashMap<>();
    importing.forEach((module, units) -> lists.put(module, List.copyOf(units)));
    return lists;
  }

  private static @Nullable Span importOf(BuiltUnit importer, FoundUnit unit) {
    for (ImportDeclaration declaration : importer.manifest().imports()) {
      ModuleName module = declaration.module();
      if (module != null && module.text().equals(unit.manifest().module())) {
        return module.span();
      }
    }
    return null;
  }

  private static Span span(@Nullable BuiltUnit importer, FoundUnit unit) {
    Span span = importer == null ? null : importOf(importer, unit);
    return span == null ? new Span(0, 0) : span;
  }

  private Diagnostic describe(LinkProblem problem) {
    return switch (problem) {
      case LinkProblem.NoEntry noEntry -> missingMain();
      case LinkProblem.UndefinedSymbol undefined -> undefined(undefined);
      case LinkProblem.DuplicateSymbol duplicate ->
          about(
              LinkCode.DUPLICATE_SYMBOL,
              duplicate.definedBy().getFirst(),
              shown(duplicate.symbol()),
              String.join(", ", duplicate.definedBy()));
      case LinkProblem.NoLibrary noLibrary ->
          about(
              LinkCode.NO_LIBRARY,
              firstInput(),
              String.join(", ", noLibrary.symbols()),
              String.join(", ", noLibrary.searched()));
      case LinkProblem.UnsupportedTarget unsupported ->
          about(
              LinkCode.UNSUPPORTED_TARGET,
              firstInput(),
              targetName(unsupported.triple()),
              unsupported.supported().stream()
                  .map(LinkProblems::targetName)
                  .collect(Collectors.joining(", ")));
      case LinkProblem.OtherHost other ->
          about(
              LinkCode.OTHER_HOST,
              firstInput(),
              targetName(other.triple()),
              targetName(other.host()));
      case LinkProblem.UnusableObject damaged ->
          about(LinkCode.UNUSABLE_OBJECT, damaged.object(), damaged.object(), damaged.reason());
      case LinkProblem.OtherMachine other ->
          about(
              LinkCode.OTHER_MACHINE,
              other.object(),
              other.object(),
              other.machine(),
              other.wanted());
    };
  }

  private Diagnostic undefined(LinkProblem.UndefinedSymbol undefined) {
    var diagnostic =
        start(
            LinkCode.UNDEFINED_SYMBOL,
            undefined.neededBy().getFirst(),
            shown(undefined.symbol()),
            String.join(", ", undefined.neededBy()));
    String module = OutsideObjects.module(undefined.symbol()).orElse("");
    for (FoundUnit unit : foundByModule.getOrDefault(module, List.of())) {
      unit.objects()
          .forEach(
              object ->
                  diagnostic.note(
                      "`%s` is an object of `%s` and does not define it"
                          .formatted(object.display(), module)));
    }
    return diagnostic(diagnostic.build());
  }

  /** What is to be said of a program that has no {@code main} and needs one. */
  Diagnostic missingMain() {
    return about(LinkCode.NO_MAIN, firstInput());
  }

  private String firstInput() {
    return built.units().stream()
        .filter(BuiltUnit::input)
        .findFirst()
        .map(UnitFiles::unitName)
        .or(() -> built.objects().stream().findFirst().map(object -> object.display()))
        .orElse("");
  }

  /** A finding about a whole unit or file: it points at the first character. */
  private Diagnostic about(LinkCode code, String object, String... arguments) {
    return diagnostic(start(code, object, arguments).build());
  }

  private org.pinklang.frontend.diagnostic.Diagnostic.Builder start(
      LinkCode code, String object, String... arguments) {
    BuiltUnit unit = units.get(object);
    String file = unit == null ? object : unit.logicalName();
    return org.pinklang.frontend.diagnostic.Diagnostic.of(code, file, new Span(0, 0), arguments);
  }

  private Diagnostic diagnostic(org.pinklang.frontend.diagnostic.Diagnostic value) {
    return new Diagnostic(value, built);
  }

  private static String targetName(String triple) {
    return Target.of(triple).name();
  }

  private static String shown(String symbol) {
    return LinkageNames.demangle(symbol).orElse(symbol);
  }
}
