package org.pinklang.frontend.check;

import org.pinklang.frontend.manifest.DeclarationKind;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.Visibility;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.type.SymbolId;

/**
 * A declaration and where it stands.
 *
 * @param unit the unit it stands in
 * @param symbol its identity; that of the declaration where this is a definition of a function that
 *     another unit of the module declares
 */
record Declared(Manifest unit, ManifestDeclaration declaration, SymbolId symbol) {

  String name() {
    return declaration.name();
  }

  String module() {
    return unit.module();
  }

  boolean exported() {
    return declaration.visibility() == Visibility.EXPORTED;
  }

  /** Where the declared name stands. */
  Span nameSpan() {
    var name = declaration.tree().name();
    return name == null ? declaration.tree().span() : name.span();
  }

  boolean isIn(Manifest other) {
    return unit.logicalName().equals(other.logicalName());
  }

  boolean isType() {
    return declaration.kind().isType();
  }

  boolean isConstant() {
    return declaration.kind() == DeclarationKind.CONSTANT;
  }

  /** Whether other units of the module can know its types. */
  boolean writesTypes() {
    return switch (declaration.tree()) {
      case Declaration.Function function -> function.result() != null;
      case Declaration.Global global -> global.type() != null;
      default -> true;
    };
  }

  /** Whether this is a function that another unit of its module is to define. */
  boolean isBodiless() {
    return declaration.kind() == DeclarationKind.FUNCTION
        && !declaration.defined()
        && unit.kind().isInterface();
  }

  /** Whether this is a function with a body. */
  boolean isDefinedFunction() {
    return declaration.kind() == DeclarationKind.FUNCTION && declaration.defined();
  }

  /** Whether no other unit can see it, whatever it is: program and implementation units. */
  boolean isOwnOfUnit() {
    return unit.kind() == UnitKind.PROGRAM || !symbol.unit().isEmpty();
  }
}
