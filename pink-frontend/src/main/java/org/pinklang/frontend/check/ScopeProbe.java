package org.pinklang.frontend.check;

import java.util.List;
import org.pinklang.frontend.type.PinkType;

/**
 * An observer that also asks what can be written in place of one name. The name should be one that
 * stands for nothing.
 */
public interface ScopeProbe extends ResolutionObserver {

  /** Offset of the first byte of the name. */
  int offset();

  /**
   * The name stands where a value is wanted.
   *
   * @param locals those in scope there, innermost first, hidden ones left out
   */
  void scope(List<VisibleLocal> locals);

  /**
   * The name stands behind a dot.
   *
   * @param receiver the type of what stands before the dot; Erroneous where it is not known
   * @param methods the functions that can be called so, the innermost first
   */
  void members(PinkType receiver, List<Method> methods);

  /**
   * A local.
   *
   * @param type narrowed where it is known not to be nil
   */
  record VisibleLocal(Referent.Local local, LocalKind kind, PinkType type) {}

  /** A function whose first parameter takes the receiver. */
  record Method(Referent function, PinkType.Function type) {}
}
