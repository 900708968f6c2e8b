/**
 * The module graph as a value: units, what they import and who provides it, cycles and order.
 *
 * <p>Takes the heads of units and what resolvers said; gives {@link
 * org.pinklang.modules.graph.ModuleGraph} and its written forms: JSON of the paper P1689, ninja's
 * dyndep files, Graphviz's language, a tree. Never needs LLVM, and never recurses over the graph.
 */
@NullMarked
package org.pinklang.modules.graph;

import org.jspecify.annotations.NullMarked;
