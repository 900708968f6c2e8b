package org.pinklang.frontend.manifest.compare;

/** How far a change reaches; from the least to the most. */
public enum Impact {
  /** No importer can see it. */
  PATCH,
  /** Importers can do more than before, and all they did is as it was. */
  MINOR,
  /** Sources or objects of importers made before may no longer be right. */
  MAJOR
}
