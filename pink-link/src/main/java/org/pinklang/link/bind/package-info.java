/**
 * Java's values as Pink's: it takes the type of a function and what Java code wants to pass and
 * get, and gives method handles, implementations of interfaces, and native functions that call
 * Java. It knows layouts and the C calling convention, and nothing of modules, manifests or
 * compilations.
 */
@NullMarked
package org.pinklang.link.bind;

import org.jspecify.annotations.NullMarked;
