package org.pinklang.modules.build;

/**
 * An object or archive that was not made in the build.
 *
 * @param name the unit's name for an object beside a manifest, else the path as the user gave it
 * @param display the path as a user knows it
 * @param bytes of the file; neither side changes them
 */
@SuppressWarnings("ArrayRecordComponent") // Copying would double the objects of a program.
public record ObjectBytes(String name, String display, byte[] bytes) {}
