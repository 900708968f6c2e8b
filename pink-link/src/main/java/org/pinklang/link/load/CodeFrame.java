package org.pinklang.link.load;

/**
 * A function of loaded code that is under way.
 *
 * @param object the name its object was loaded with
 * @param symbol the function's linkage name
 * @param offset of the call it waits for, from the function's first instruction
 */
public record CodeFrame(String object, String symbol, long offset) {}
