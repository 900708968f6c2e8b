package org.pinklang.frontend.generate;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.frontend.type.PinkType;

/** The locals visible at a place of a body. */
final class Scope {
  private final List<Variable> variables;
  private final int depth;
  private final boolean inLoop;

  private Scope(List<Variable> variables, int depth, boolean inLoop) {
    this.variables = variables;
    this.depth = depth;
    this.inLoop = inLoop;
  }

  static Scope outermost() {
    return new Scope(new ArrayList<>(), 0, false);
  }

  /** A block inside. */
  Scope block() {
    return new Scope(new ArrayList<>(variables), depth + 1, inLoop);
  }

  /** The body of a loop inside. */
  Scope loop() {
    return new Scope(new ArrayList<>(variables), depth + 1, true);
  }

  /** A block inside where a variable is to be seen otherwise, as narrowing does. */
  Scope replacing(Variable old, Variable seen) {
    Scope inner = block();
    inner.variables.remove(old);
    inner.variables.add(seen);
    return inner;
  }

  /** A block inside, a place without jumps out of a loop. */
  Scope withoutJumps() {
    return new Scope(new ArrayList<>(variables), depth + 1, false);
  }

  Variable declare(String name, PinkType type, boolean assignable) {
    boolean addressable = assignable && !(type instanceof PinkType.Pointer p && p.nullable());
    Variable variable = new Variable(name, type, assignable, addressable, depth);
    variables.add(variable);
    return variable;
  }

  List<Variable> variables() {
    return variables;
  }

  int depth() {
    return depth;
  }

  boolean inLoop() {
    return inLoop;
  }
}
