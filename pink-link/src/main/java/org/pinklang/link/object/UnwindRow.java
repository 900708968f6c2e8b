package org.pinklang.link.object;

/**
 * Where the frame of a function's caller lies, at one place of the function.
 *
 * @param register the number DWARF gives the register that the frame's address is reckoned from
 * @param offset from that register to the frame's address
 * @param savesFramePointer whether the function has put the caller's frame pointer on its stack
 * @param framePointerOffset where it lies, from the frame's address
 */
public record UnwindRow(
    int register, long offset, boolean savesFramePointer, long framePointerOffset) {}
