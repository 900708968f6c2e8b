package org.pinklang.codegen.target;

import java.util.List;
import org.pinklang.frontend.type.PinkType;

/** A target's C calling convention. Implementations are immutable and safe for threads. */
public interface CallingConvention {

  /**
   * How a call passes its arguments and gets its result.
   *
   * @param arguments the types of all arguments, those past the parameters of a variadic function
   *     included
   * @param result the type of the result
   * @param layouts layouts of the types on this target
   */
  Signature classify(List<PinkType> arguments, PinkType result, TypeLayouts layouts);
}
