/**
 * What becomes of figures: tables in Markdown, pictures in SVG, the machine they come from, and the
 * part of a document that holds them. Takes texts and numbers, gives texts; never measures.
 */
@NullMarked
package org.pinklang.benchmarks.report;

import org.jspecify.annotations.NullMarked;
