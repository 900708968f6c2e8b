/**
 * What tests of code generation are written with: typed trees in a few words, and a machine that
 * runs them in this process.
 */
@NullMarked
package org.pinklang.codegen.testing;

import org.jspecify.annotations.NullMarked;
