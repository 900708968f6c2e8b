/**
 * What changed from one manifest of a unit to the next, and whose uses break.
 *
 * <p>Takes two manifests of the same unit; gives a {@link
 * org.pinklang.frontend.manifest.compare.ManifestComparison}. Knows no other unit: where a name of
 * another one is written, it is taken for what it was before.
 */
@NullMarked
package org.pinklang.frontend.manifest.compare;

import org.jspecify.annotations.NullMarked;
