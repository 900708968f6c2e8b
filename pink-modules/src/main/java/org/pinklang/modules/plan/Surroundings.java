package org.pinklang.modules.plan;

import java.util.HashSet;
import java.util.Set;
import org.pinklang.frontend.check.UnitRead;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.modules.history.UnitTrace;

/**
 * What a result depends on beside its text, all told.
 *
 * @param environment the hash of every manifest the check could have read
 * @param bodies the units whose bodies it has taken, by logical name
 */
public record Surroundings(ContentHash environment, Set<String> bodies) {

  /** Copies the set. */
  public Surroundings {
    bodies = Set.copyOf(bodies);
  }

  /** Those that a record tells of. */
  public static Surroundings of(UnitTrace trace) {
    Set<String> bodies = new HashSet<>();
    for (UnitTrace.Read read : trace.reads()) {
      if (read.read() instanceof UnitRead.Body body) {
        bodies.add(body.unit());
      }
    }
    return new Surroundings(trace.environment(), bodies);
  }
}
