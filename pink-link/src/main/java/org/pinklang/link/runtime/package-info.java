/**
 * The small runtime that Pink programs are linked with: per target and way of starting, an object
 * made from the project's own texts in LLVM's intermediate language. It takes a target and gives
 * bytes; it never sees a program.
 */
@NullMarked
package org.pinklang.link.runtime;

import org.jspecify.annotations.NullMarked;
