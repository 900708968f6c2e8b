package org.pinklang.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pinklang.codegen.CodegenOptions;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.UnitChecker;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.tree.UnitTree;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.Linkage;
import org.pinklang.modules.build.BuildResult;
import org.pinklang.modules.build.BuiltUnit;
import org.pinklang.modules.history.UnitSummary;

/** Puts the units of a build together to one module. */
final class WholeProgram {
  private final BuildResult built;
  private final Settings settings;
  private final Engine engine;

  WholeProgram(BuildResult built, Settings settings, Engine engine) {
    this.built = built;
    this.settings = settings;
    this.engine = engine;
  }

  /** All that decides what the module is, beside the objects of its units. */
  List<String> identity() {
    CodegenOptions options = settings.codegenOptions();
    List<String> identity =
        new ArrayList<>(
            List.of("whole", options.level().name(), String.valueOf(options.debugInformation())));
    for (BuiltUnit unit : built.units()) {
      identity.add(unit.logicalName());
      identity.add(unit.text().hash().hex());
    }
    return identity;
  }

  /**
   * The module.
   *
   * @param showsExports whether others may use what the user's modules export
   * @param used linkage names that others use anyway
   */
  LinkedModule module(boolean showsExports, Set<String> used) {
    List<BuiltUnit> wanted = built.units().stream().filter(unit -> !isUnreachable(unit)).toList();
    List<CheckedUnit> units = DeepStack.call(() -> checked(wanted));
    Set<String> kept = new HashSet<>(used);
    if (showsExports) {
      for (int i = 0; i < units.size(); i++) {
        if (!wanted.get(i).standard()) {
          exports(units.get(i)).forEach(kept::add);
        }
      }
    }
    return new LinkedModule(
        name(), units, kept, settings.target(), settings.codegenOptions(), engine);
  }

  /** The name of the program unit that has {@code main}, else that of the user's first module. */
  private String name() {
    return built.units().stream()
        .filter(unit -> unit.summary().filter(UnitSummary::hasMain).isPresent())
        .findFirst()
        .or(() -> built.units().stream().filter(unit -> !unit.standard()).findFirst())
        .map(UnitFiles::unitName)
        .orElse("program");
  }

  /** Nobody can name what a program unit declares, so that only its {@code main} is ever called. */
  private static boolean isUnreachable(BuiltUnit unit) {
    return unit.manifest().module().isEmpty()
        && unit.summary().filter(UnitSummary::hasMain).isEmpty();
  }

  private static Stream<String> exports(CheckedUnit unit) {
    return Stream.concat(
        unit.functions().stream()
            .filter(function -> function.linkage() == Linkage.PUBLIC)
            .map(function -> LinkageNames.function(function.symbol())),
        unit.globals().stream()
            .filter(global -> global.linkage() == Linkage.PUBLIC)
            .map(global -> LinkageNames.global(global.symbol())));
  }

  private List<CheckedUnit> checked(List<BuiltUnit> wanted) {
    BuildFacts facts = new BuildFacts(built.answers(), settings.target().description().dataModel());
    List<CheckedUnit> units = new ArrayList<>();
    for (BuiltUnit unit : wanted) {
      units.add(check(unit, facts));
    }
    return units;
  }

  /**
   * The checked form of a unit that has no errors. A build does not keep it: of a large program it
   * would take much memory, and few ask for it.
   */
  static CheckedUnit check(BuiltUnit unit, BuildFacts facts) {
    UnitTree tree = Parser.parse(unit.text()).tree();
    CheckedUnit checked =
        UnitChecker.check(unit.text(), tree, Outliner.outline(unit.text(), tree), facts).unit();
    if (checked == null) {
      throw new IllegalStateException(unit.logicalName() + " was checked without errors before");
    }
    return checked;
  }
}
