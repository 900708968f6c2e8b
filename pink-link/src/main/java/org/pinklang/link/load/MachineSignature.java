package org.pinklang.link.load;

import java.util.List;
import java.util.Optional;

/**
 * The parameters and result of a function whose values fit into one register each.
 *
 * @param parameters in order
 * @param result empty for none
 */
public record MachineSignature(List<ScalarType> parameters, Optional<ScalarType> result) {
  /** Copies the list. */
  public MachineSignature {
    parameters = List.copyOf(parameters);
  }
}
