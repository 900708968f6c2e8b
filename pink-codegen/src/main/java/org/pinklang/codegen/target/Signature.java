package org.pinklang.codegen.target;

import java.util.List;

/**
 * How the values of a call travel.
 *
 * @param result how the result comes back; by reference means that the first argument is the
 *     address of where to put it
 * @param parameters one for each argument
 */
public record Signature(Passing result, List<Passing> parameters) {

  /** Copies the list. */
  public Signature {
    parameters = List.copyOf(parameters);
  }

  /** Whether the first argument is the address of where to put the result. */
  public boolean resultByReference() {
    return result instanceof Passing.ByReference;
  }
}
