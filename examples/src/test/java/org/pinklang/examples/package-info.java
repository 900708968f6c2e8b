/** Runs every example and compares what it does with what it should. */
package org.pinklang.examples;
