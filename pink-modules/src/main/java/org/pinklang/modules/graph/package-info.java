/**
 * The module graph as a value: units, what they import and who provides it, cycles and order.
 *
 * <p>Takes the heads of units; gives {@link org.pinklang.modules.graph.ModuleGraph} and its written
 * forms. Never needs LLVM, and never recurses over the graph.
 */
@NullMarked
package org.pinklang.modules.graph;

import org.jspecify.annotations.NullMarked;
