/**
 * Random module graphs, and that every way to build one gives the same. Takes only the public API;
 * a graph is a small value ({@link org.pinklang.api.graphs.GraphSketch}) that shrinks, and
 * everything else follows from it.
 */
@NullMarked
package org.pinklang.api.graphs;

import org.jspecify.annotations.NullMarked;
