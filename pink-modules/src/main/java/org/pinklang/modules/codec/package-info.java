/**
 * The binary form of manifests.
 *
 * <p>Takes a {@link org.pinklang.frontend.manifest.Manifest} and gives bytes, and back. The bytes
 * are a function of the manifest alone; reading them looks at a declaration only when it is asked
 * for, survives any content, and never takes much more memory than the bytes themselves. Never
 * knows a file: who reads one says in a diagnostic which it was.
 */
@NullMarked
package org.pinklang.modules.codec;

import org.jspecify.annotations.NullMarked;
