/**
 * What earlier runs left: bytes by key, in memory, in a folder or on another machine.
 *
 * <p>Takes a {@link org.pinklang.modules.store.StoreKey key} and bytes; gives the bytes back, or
 * nothing. A store may lose anything at any time, so nothing in it is needed, and what fails is a
 * miss, never an exception. Never knows what the bytes mean.
 */
@NullMarked
package org.pinklang.modules.store;

import org.jspecify.annotations.NullMarked;
