/**
 * Resolving: from the name of a module or partition to its manifest, or to the reason why not.
 *
 * <p>Takes a {@link org.pinklang.modules.resolve.ManifestRequest request}; gives a {@link
 * org.pinklang.modules.resolve.Resolution}: found, not mine, rejected or later. The strategies of
 * {@link org.pinklang.modules.resolve.Resolvers} compose. Never blocks a thread: what is still
 * being made is answered later.
 */
@NullMarked
package org.pinklang.modules.resolve;

import org.jspecify.annotations.NullMarked;
