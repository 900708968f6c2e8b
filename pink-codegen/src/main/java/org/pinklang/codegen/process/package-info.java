/**
 * LLVM in other processes: Java processes that are children of this one, started when there is
 * work, each with one module at a time.
 *
 * <p>What goes to a child is a lowered module and how code is generated, what comes back are bytes;
 * both lie in checked frames on the child's standard input and output. A child that crashes, hangs,
 * runs out of memory or sends anything else costs the one module it was at. Knows no Pink: lowering
 * stays on this side.
 */
@NullMarked
package org.pinklang.codegen.process;

import org.jspecify.annotations.NullMarked;
