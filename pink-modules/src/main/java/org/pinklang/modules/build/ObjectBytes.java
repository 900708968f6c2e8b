package org.pinklang.modules.build;

import java.util.Optional;

/**
 * An object or archive that was not made in the build.
 *
 * @param name the unit's name for an object beside a manifest, else the path as the user gave it
 * @param display the path as a user knows it
 * @param bytes of the file, none where it could not be read; neither side changes them
 * @param failure why it could not be read
 */
@SuppressWarnings("ArrayRecordComponent") // Copying would double the objects of a program.
public record ObjectBytes(String name, String display, byte[] bytes, Optional<String> failure) {}
