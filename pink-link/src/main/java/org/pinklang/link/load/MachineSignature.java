package org.pinklang.link.load;

import java.util.List;

/**
 * The parameters and results of a function as the machine passes them.
 *
 * @param parameters in order
 * @param results none, one, or the two members of a pair that is returned in registers, such as the
 *     pointer and length of a slice
 */
public record MachineSignature(List<ScalarType> parameters, List<ScalarType> results) {
  private static final int MAX_RESULTS = 2;

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there are more than two results
   */
  public MachineSignature {
    parameters = List.copyOf(parameters);
    results = List.copyOf(results);
    if (results.size() > MAX_RESULTS) {
      throw new IllegalArgumentException("a function has at most two results in registers");
    }
  }

  /** The name of the thunk for all functions of this signature. */
  String thunkName() {
    StringBuilder name = new StringBuilder("pink_thunk_");
    results.forEach(type -> name.append(type.code()));
    name.append('_');
    parameters.forEach(type -> name.append(type.code()));
    return name.toString();
  }

  /** How many 64-bit slots a call needs: the function and its arguments, later the results. */
  int slots() {
    return Math.max(1 + parameters.size(), MAX_RESULTS);
  }
}
