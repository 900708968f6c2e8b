package org.pinklang.frontend.manifest.compare;

/** What changed. */
public enum ChangeKind {
  /** The kind of the unit. */
  UNIT_KIND,
  /** An export that is no longer there. */
  EXPORT_REMOVED,
  /** An export that was not there. */
  EXPORT_ADDED,
  /** A function that is now a constant, say. */
  DECLARATION_KIND,
  /** The types of a function's parameters or of its result. */
  SIGNATURE,
  /** The type of a variable or constant. */
  TYPE,
  /** The expression of a constant. */
  VALUE,
  /** The fields of a struct. */
  FIELDS,
  /** The alternatives of a union. */
  ALTERNATIVES,
  /** Whether a struct is opaque. */
  OPACITY,
  /** Whether a function is marked {@code inline}. */
  INLINE,
  /** A declaration that is not exported, but that exports need. */
  NEEDED_DECLARATION,
  /** A re-export that is no longer there, or of less. */
  REEXPORT_REMOVED,
  /** A re-export that was not there, or of more. */
  REEXPORT_ADDED,
  /** What the parameters of a function are called. */
  PARAMETER_NAMES,
  /** Which unit of the module has the body of a function. */
  DEFINITION,
  /** What comments say. */
  DOCUMENTATION,
  /** A declaration for units of the same module only. */
  MODULE_DECLARATION,
  /** An import that is not re-exported. */
  IMPORT
}
