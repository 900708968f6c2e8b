/**
 * The pipeline from sources to programs, for those who embed the compiler.
 *
 * <p>{@link org.pinklang.api.Compilation} is where to begin: {@link org.pinklang.api.Sources} in,
 * {@link org.pinklang.api.CompilationResult} out, from which a program is linked or loaded. What is
 * wrong with a user's program is a {@link org.pinklang.api.Diagnostic}; exceptions are for misuse
 * of the API and for a failing machine. Nothing here takes or gives {@code null}. Contains no
 * algorithm.
 */
@NullMarked
package org.pinklang.api;

import org.jspecify.annotations.NullMarked;
