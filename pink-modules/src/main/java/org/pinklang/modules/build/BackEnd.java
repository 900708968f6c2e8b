package org.pinklang.modules.build;

import java.util.Set;
import java.util.function.Consumer;
import org.pinklang.frontend.typed.CheckedUnit;

/** Generates code. Called on threads with a large stack, on several at once. */
@FunctionalInterface
public interface BackEnd {

  /**
   * The compiled form of a unit: a function of the unit and the build's options alone.
   *
   * @param unit holds the bodies it is to inline, if {@link #bodies} asks for any
   * @param threadLost to be called where the calling thread will never return
   */
  CompiledUnit compile(CheckedUnit unit, Consumer<RuntimeException> threadLost);

  /**
   * Is told, once, that a unit was found that will have to be compiled unless it has errors: what
   * takes time to set up can be set up while it is parsed and checked. Returns at once.
   */
  default void prepare() {}

  /** What is done with the bodies that other units offer. */
  default BodyUse bodies() {
    return BodyUse.NONE;
  }

  /**
   * The modules that an object or archive from outside needs.
   *
   * @param bytes which nobody vouches for
   */
  default Set<String> modulesNeeded(byte[] bytes) {
    return Set.of();
  }
}
