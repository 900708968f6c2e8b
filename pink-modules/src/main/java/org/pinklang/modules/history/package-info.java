/**
 * What builds leave for later ones: records of what was made from what.
 *
 * <p>Takes results with all that they depended on; gives them back for the same question, from
 * memory or from a {@link org.pinklang.modules.store.Store}. Knows what the bytes in a store mean;
 * never decides whether a result may be used again, and never checks or compiles.
 */
@NullMarked
package org.pinklang.modules.history;

import org.jspecify.annotations.NullMarked;
