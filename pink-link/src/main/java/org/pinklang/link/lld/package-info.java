/**
 * Linking with LLVM's linker, run as a child process. It takes objects and shared libraries and
 * gives an executable or a shared library, or what is wrong with the objects taken together; it
 * decides whether a C library is needed and finds the system's. It never looks into a program
 * beyond its symbols.
 */
@NullMarked
package org.pinklang.link.lld;

import org.jspecify.annotations.NullMarked;
