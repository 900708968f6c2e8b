package org.pinklang.frontend.manifest;

import org.pinklang.frontend.source.ContentHash;

/**
 * The hashes of one declaration. Positions, documentation, bodies and the initialisers of variables
 * are in none of them; a name of another module counts as that name only.
 *
 * @param signature of what a unit needs that only names the declaration: the types of a function's
 *     parameters and result, the type of a global, the kind of a struct or union and whether it is
 *     opaque
 * @param layout of what a unit needs that holds it by value or reads it: fields with their types,
 *     the expression of a constant, and the same of every declaration of the same text that these
 *     hold by value, take a length from or read. The layout of every function is {@link #NO_LAYOUT}
 */
public record DeclarationHashes(ContentHash signature, ContentHash layout) {

  /** The layout of what has none. */
  public static final ContentHash NO_LAYOUT = ContentHash.of(new byte[0]);
}
