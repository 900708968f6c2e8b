package org.pinklang.link.load;

import java.util.Optional;
import org.pinklang.link.object.UnwindRow;

/**
 * What is known of an instruction.
 *
 * @param frame the function it belongs to; empty in the runtime
 * @param row where the frame of the function's caller is
 */
record CodePlace(Optional<CodeFrame> frame, UnwindRow row) {}
