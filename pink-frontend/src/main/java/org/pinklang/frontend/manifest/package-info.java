/**
 * Manifests: the public face of one unit, a function of its text alone.
 *
 * <p>Takes the tree of one text, or its outline; gives {@link
 * org.pinklang.frontend.manifest.Manifest}: what is declared with types as written, what is
 * imported, and hashes. Never looks at another unit, and holds nothing that depends on a path, a
 * time or a target.
 */
@NullMarked
package org.pinklang.frontend.manifest;

import org.jspecify.annotations.NullMarked;
