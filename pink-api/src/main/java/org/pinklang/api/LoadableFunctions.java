package org.pinklang.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.InterfaceTypes;
import org.pinklang.frontend.check.ManifestAnswer;
import org.pinklang.frontend.check.ManifestSet;
import org.pinklang.frontend.manifest.DeclarationKind;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.manifest.Visibility;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.link.bind.PinkTypes;
import org.pinklang.modules.build.BuildResult;
import org.pinklang.modules.build.BuiltUnit;
import org.pinklang.modules.build.FoundUnit;
import org.pinklang.modules.codec.DamagedManifestException;
import org.pinklang.modules.history.UnitSummary;

/**
 * The functions of a program that can be looked up by name: those of the units that were compiled,
 * and those that the manifests of the others export. They are listed when the first is asked for.
 * Safe for any number of threads.
 */
final class LoadableFunctions {
  private final Known known;
  private final TargetDescription target;
  private @Nullable Index index;

  LoadableFunctions(BuildResult built, TargetDescription target) {
    this.known = new Known(built);
    this.target = target;
  }

  /**
   * What of a build it takes to list them; the objects and texts of the build are not kept.
   *
   * @param summaries of the units that were compiled
   * @param units the manifests of all units
   * @param found the manifests that were found instead of units
   * @param manifests all manifests that importing could find
   */
  private record Known(
      List<UnitSummary> summaries,
      List<Manifest> units,
      List<Manifest> found,
      Map<UnitName, Manifest> manifests) {

    Known(BuildResult built) {
      this(
          built.units().stream().flatMap(unit -> unit.summary().stream()).toList(),
          built.units().stream().map(BuiltUnit::manifest).toList(),
          built.found().stream().map(FoundUnit::manifest).toList(),
          new HashMap<>());
      built.manifests().forEach((name, unit) -> manifests.put(name, unit.manifest()));
    }
  }

  private synchronized Index index() {
    Index made = index;
    if (made == null) {
      try {
        made = new Index(known, target);
      } catch (DamagedManifestException damage) {
        throw new ManifestFormatException(damage);
      }
      index = made;
    }
    return made;
  }

  /** What is known by name. */
  private static final class Index {
    /** By the name of each module, one of its units; what follows from all of them is known. */
    private final Map<String, Manifest> modules = new HashMap<>();

    private final BuildFacts facts;
    private final Map<String, UnitSummary.Function> compiled = new HashMap<>();
    private final Map<String, Manifest> declared = new HashMap<>();

    Index(Known known, TargetDescription target) {
      this.facts = new BuildFacts(answers(known), target.dataModel());
      known.summaries().stream()
          .flatMap(summary -> summary.functions().stream())
          .forEach(function -> compiled.put(function.symbol().display(), function));
      known.found().forEach(this::declare);
    }

    private ManifestSet answers(Known known) {
      Map<UnitName, Manifest> importable = new HashMap<>(known.manifests());
      known.units().stream()
          .filter(manifest -> manifest.kind().isImportable())
          .forEach(manifest -> importable.put(manifest.name(), manifest));
      Map<UnitName, ManifestAnswer> answers = new HashMap<>();
      Map<String, List<Manifest>> units = new HashMap<>();
      importable.forEach(
          (name, manifest) -> {
            answers.put(name, new ManifestAnswer.Found(manifest));
            units.computeIfAbsent(manifest.module(), module -> new ArrayList<>()).add(manifest);
            modules.put(manifest.module(), manifest);
          });
      return new ManifestSet(answers, units);
    }

    private void declare(Manifest manifest) {
      for (ManifestDeclaration declaration : manifest.declarations()) {
        if (declaration.visibility() == Visibility.EXPORTED
            && declaration.kind() == DeclarationKind.FUNCTION) {
          declared.put(manifest.module() + "::" + declaration.name(), manifest);
        }
      }
    }
  }

  /** The identity of a function; null if there is none of that name. */
  @Nullable SymbolId symbol(String name) {
    UnitSummary.Function function = index().compiled.get(name);
    if (function != null) {
      return function.symbol();
    }
    Manifest manifest = index().declared.get(name);
    return manifest == null ? null : SymbolId.of(manifest.module(), ownName(name));
  }

  /**
   * The type of a function; null where a type that nobody knows hides what Java would have to pass.
   *
   * @throws ManifestFormatException if the manifest that declares it turns out to be damaged
   */
  PinkType.@Nullable Function type(String name) {
    UnitSummary.Function function = index().compiled.get(name);
    Manifest manifest = index().declared.get(name);
    if (function != null || manifest == null) {
      return function == null ? null : function.type();
    }
    try {
      PinkType.Function type = InterfaceTypes.of(manifest, index().facts).function(ownName(name));
      return type == null
          ? InterfaceTypes.of(manifest, target.dataModel()).function(ownName(name))
          : type;
    } catch (DamagedManifestException damage) {
      throw new ManifestFormatException(damage);
    }
  }

  /** The types of the functions. */
  PinkTypes types() {
    return new PinkTypes(target.dataModel(), target.convention(), this::definition);
  }

  private @Nullable TypeDefinition definition(SymbolId symbol) {
    try {
      Manifest manifest = index().modules.get(symbol.module());
      return manifest == null
          ? null
          : InterfaceTypes.of(manifest, index().facts).definition(symbol);
    } catch (DamagedManifestException damage) {
      throw new ManifestFormatException(damage);
    }
  }

  private static String ownName(String name) {
    return name.substring(name.indexOf("::") + "::".length());
  }

  /** Some of the names, for messages. */
  String shown() {
    String names =
        Stream.concat(index().compiled.keySet().stream(), index().declared.keySet().stream())
            .sorted()
            .limit(20)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names;
  }
}
