package org.pinklang.frontend.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.pinklang.frontend.manifest.DeclarationKind;
import org.pinklang.frontend.manifest.FreeNames;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.Visibility;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.typed.Linkage;

/** Decides who can see the symbol of a declaration. For one thread. */
final class Linkages {
  private final FactReader facts;
  private final Map<String, Set<String>> addressed = new HashMap<>();

  Linkages(FactReader facts) {
    this.facts = facts;
  }

  /** The linkage of a declaration; that of the interface's where this is its definition. */
  Linkage of(Declared declared) {
    ModuleUnits units = facts.module(declared.module());
    Declared bodiless = declared.isOwnOfUnit() ? null : units.bodiless(declared.name());
    Declared canonical = bodiless != null && declared.isDefinedFunction() ? bodiless : declared;
    if (canonical.exported() || isPlain(canonical)) {
      return Linkage.PUBLIC;
    }
    if (canonical.isOwnOfUnit()) {
      return Linkage.INTERNAL;
    }
    boolean seen = units.hasOther(canonical.unit()) && canonical.writesTypes();
    return seen || isAddressedByExports(canonical) ? Linkage.HIDDEN : Linkage.INTERNAL;
  }

  private static boolean isPlain(Declared declared) {
    return declared.declaration().kind() == DeclarationKind.EXTERN
        || declared.unit().kind() == UnitKind.PROGRAM
            && declared.name().equals("main")
            && declared.declaration().kind() == DeclarationKind.FUNCTION;
  }

  /**
   * Whether the value of a constant that importers read holds the address of a declaration: the
   * importers' objects then name its symbol.
   */
  private boolean isAddressedByExports(Declared declared) {
    return declared.declaration().visibility() == Visibility.UNNAMEABLE
        && addressed
            .computeIfAbsent(declared.unit().logicalName(), name -> addressedBy(declared.unit()))
            .contains(declared.name());
  }

  private static Set<String> addressedBy(Manifest unit) {
    Set<String> names = new HashSet<>();
    for (ManifestDeclaration declaration : unit.declarations()) {
      if (declaration.visibility() != Visibility.MODULE
          && declaration.kind() == DeclarationKind.CONSTANT
          && declaration.tree() instanceof Declaration.Global global) {
        FreeNames.ofExpression(
            global.initializer(),
            (qualifier, name, use) -> {
              if (use == FreeNames.Use.ADDRESS || isFunction(unit, name.text())) {
                names.add(name.text());
              }
            });
      }
    }
    return names;
  }

  private static boolean isFunction(Manifest unit, String name) {
    ManifestDeclaration declaration = unit.find(name);
    return declaration != null && declaration.kind() == DeclarationKind.FUNCTION;
  }
}
