/**
 * Running objects in this process. It takes objects and gives functions that Java calls; what a
 * program does to end itself, a panic or an exit, comes back as a value. It knows calls at the
 * level of machine scalars only: how the language's types are made of them is the caller's
 * business.
 */
@NullMarked
package org.pinklang.link.load;

import org.jspecify.annotations.NullMarked;
