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
   * @param object the type whose members can be named: of what stands before the dot, or of what
   *     that points at; Erroneous where it is not known
   * @param methods the functions that can be called so, locals first
   */
  void members(PinkType object, List<Method> methods);

  /**
   * A local.
   *
   * @param type narrowed where it is known not to be nil
   */
  record VisibleLocal(Referent.Local local, LocalKind kind, PinkType type) {}

  /** A function whose first parameter takes the receiver. */
  record Method(Referent function, PinkType.Function type) {}
}
