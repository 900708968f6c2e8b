package org.pinklang.frontend.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.ImportDeclaration;

/** What looking a name up at top level came to. */
sealed interface Lookup {

  /**
   * One declaration.
   *
   * @param via the import that shows it; null where none is needed
   */
  record Found(Declared declared, @Nullable ImportDeclaration via) implements Lookup {}

  /** A predeclared type or function. */
  record Predeclared(Entity entity) implements Lookup {}

  /** Different declarations, reached through the re-exports of a module. */
  record Ambiguous(String module, List<Declared> origins) implements Lookup {}

  /** A qualifier that is the last segment of several imported modules. */
  record AmbiguousQualifier(List<ImportDeclaration> imports) implements Lookup {}

  /** A declaration that its module does not export. */
  record Private(Declared declared) implements Lookup {}

  /** A declaration of another unit of the module, which is not imported. */
  record InOtherUnit(Declared declared) implements Lookup {}

  /** A module that exists, used without being imported. */
  record NeedsImport(String module) implements Lookup {}

  /** A qualifier that names nothing. */
  record NoQualifier() implements Lookup {}

  /** A name that may come from a module that is re-exported and not found. */
  record Unresolved(String module, String missing) implements Lookup {}

  /** Something is wrong that is reported where the import stands. */
  record Silenced(ImportDeclaration via) implements Lookup {}

  /**
   * Nothing has the name.
   *
   * @param module the module that was asked; null where the unit's scope was
   */
  record Absent(@Nullable String module) implements Lookup {}
}
