package org.pinklang.link.object;

/**
 * An object file to be linked or loaded.
 *
 * @param name what to call it in messages, the unit's name rather than a path
 * @param bytes the file; neither side changes it
 */
@SuppressWarnings("ArrayRecordComponent") // A view of the emitted bytes: copying would double them.
public record LinkObject(String name, byte[] bytes) {}
