package org.pinklang.frontend.manifest;

/** Who may use a declaration of a manifest. */
public enum Visibility {
  /** Every importer. */
  EXPORTED,
  /** Nobody outside the module by name; it is there because an export needs it. */
  UNNAMEABLE,
  /** Units of the same module only. */
  MODULE
}
