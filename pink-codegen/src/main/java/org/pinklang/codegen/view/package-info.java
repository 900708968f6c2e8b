/**
 * What a unit's manifest shows, in LLVM's assembly language.
 *
 * <p>Takes a manifest and a target; gives a text that LLVM's tools accept, with the types that code
 * generation gives the same declarations. Never loads LLVM.
 */
@NullMarked
package org.pinklang.codegen.view;

import org.jspecify.annotations.NullMarked;
