/**
 * Manifests as text that people read and write.
 *
 * <p>Takes a {@link org.pinklang.frontend.manifest.Manifest} and gives its one text, or takes such
 * a text and gives a manifest with equal hashes and every error of the text. Never looks at another
 * unit, and knows no files.
 */
@NullMarked
package org.pinklang.frontend.manifest.text;

import org.jspecify.annotations.NullMarked;
