/**
 * Random sequences of edits, each built into one store: that a build with the store gives what a
 * build from nothing gives, and makes again only what had to be made. Takes only the public API.
 */
@NullMarked
package org.pinklang.api.edits;

import org.jspecify.annotations.NullMarked;
