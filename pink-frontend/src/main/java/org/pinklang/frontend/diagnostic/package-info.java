/**
 * Diagnostics as values, their codes, their order and their renderers.
 *
 * <p>Takes what the other phases found; gives {@link org.pinklang.frontend.diagnostic.Diagnostic}
 * values, which are collected and never thrown, the catalogue of codes, and text and JSON
 * renderings. Never knows a tree, a type or a file system.
 */
@NullMarked
package org.pinklang.frontend.diagnostic;

import org.jspecify.annotations.NullMarked;
