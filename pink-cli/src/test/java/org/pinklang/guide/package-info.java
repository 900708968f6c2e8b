/**
 * The guide of modules does what it says: its files are written, its commands and its Java code
 * run, and its pictures are drawn of real builds. {@code -Dpink.accept} writes into the guide what
 * came out.
 */
@NullMarked
package org.pinklang.guide;

import org.jspecify.annotations.NullMarked;
