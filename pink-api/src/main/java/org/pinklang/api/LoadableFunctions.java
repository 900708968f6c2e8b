package org.pinklang.api;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.check.InterfaceTypes;
import org.pinklang.frontend.manifest.DeclarationKind;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.Visibility;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.modules.build.BuildResult;
import org.pinklang.modules.build.FoundUnit;
import org.pinklang.modules.codec.DamagedManifestException;
import org.pinklang.modules.history.UnitSummary;

/**
 * The functions of a program that can be looked up by name: those of the units that were compiled,
 * and those that the manifests of the others export. Immutable.
 */
final class LoadableFunctions {
  private final DataModel model;
  private final Map<String, UnitSummary.Function> compiled = new HashMap<>();
  private final Map<String, Manifest> declared = new HashMap<>();

  LoadableFunctions(BuildResult built, DataModel model) {
    this.model = model;
    built.units().stream()
        .flatMap(unit -> unit.summary().stream())
        .flatMap(summary -> summary.functions().stream())
        .forEach(function -> compiled.put(function.symbol().display(), function));
    built.found().stream().map(FoundUnit::manifest).forEach(this::declare);
  }

  private void declare(Manifest manifest) {
    for (ManifestDeclaration declaration : manifest.declarations()) {
      if (declaration.visibility() == Visibility.EXPORTED
          && declaration.kind() == DeclarationKind.FUNCTION) {
        declared.put(manifest.module() + "::" + declaration.name(), manifest);
      }
    }
  }

  /** The identity of a function; null if there is none of that name. */
  @Nullable SymbolId symbol(String name) {
    UnitSummary.Function function = compiled.get(name);
    if (function != null) {
      return function.symbol();
    }
    Manifest manifest = declared.get(name);
    return manifest == null ? null : SymbolId.of(manifest.module(), ownName(name));
  }

  /**
   * The type of a function; null where a type of another unit hides what Java would have to pass.
   *
   * @throws ManifestFormatException if the manifest that declares it turns out to be damaged
   */
  PinkType.@Nullable Function type(String name) {
    UnitSummary.Function function = compiled.get(name);
    Manifest manifest = declared.get(name);
    if (function != null || manifest == null) {
      return function == null ? null : function.type();
    }
    try {
      return InterfaceTypes.of(manifest, model).function(ownName(name));
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
        Stream.concat(compiled.keySet().stream(), declared.keySet().stream())
            .sorted()
            .limit(20)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names;
  }
}
