/**
 * Decides what has to be made again.
 *
 * <p>Takes what earlier builds recorded and what the present build knows of its units; gives for
 * each unit the record that can be used as it is, or the causes why none can. Pure functions: never
 * reads a store, checks or compiles.
 */
@NullMarked
package org.pinklang.modules.plan;

import org.jspecify.annotations.NullMarked;
