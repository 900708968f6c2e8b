package org.pinklang.frontend.manifest;

import org.pinklang.frontend.tree.Declaration;

/**
 * One declaration as other units see it.
 *
 * @param tree the declaration as written, without the body of a function and without the
 *     initialiser of a variable (an empty block and a {@code nil} literal stand in their places)
 * @param visibility who may use it
 * @param defined for a function, whether it has a body in its unit; true for all else
 * @param resultInferred whether this is a private function that leaves its result type out, so that
 *     other units know its name only
 */
public record ManifestDeclaration(
    Declaration tree, Visibility visibility, boolean defined, boolean resultInferred) {

  /** The declared name. */
  public String name() {
    var identifier = tree.name();
    if (identifier == null) {
      throw new IllegalStateException("a malformed declaration has no place in a manifest");
    }
    return identifier.text();
  }
}
