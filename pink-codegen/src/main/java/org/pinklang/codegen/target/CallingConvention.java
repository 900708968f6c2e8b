package org.pinklang.codegen.target;

import java.util.List;
import org.pinklang.frontend.type.PinkType;

/** A target's C calling convention. Implementations are immutable and safe for threads. */
public interface CallingConvention {

  /**
   * How a call passes its arguments and gets its result.
   *
   * @param arguments the types of all arguments
   * @param fixed how many of them have a parameter; the others are those of a variadic function
   * @param result the type of the result
   * @param layouts layouts of the types on this target
   */
  Signature classify(List<PinkType> arguments, int fixed, PinkType result, TypeLayouts layouts);
}
