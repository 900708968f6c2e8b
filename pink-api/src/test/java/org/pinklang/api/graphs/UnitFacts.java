package org.pinklang.api.graphs;

import java.util.Optional;
import org.pinklang.api.graphs.UnitPlan.Facts;
import org.pinklang.api.graphs.UnitPlan.Link;
import org.pinklang.api.graphs.UnitPlan.Role;

/** What the constants and the struct of a unit depend on, and come to. */
final class UnitFacts {
  private static final int WORD = 8;

  private final UnitPlan unit;

  UnitFacts(UnitPlan unit) {
    this.unit = unit;
  }

  /**
   * A declaration of another unit.
   *
   * @param owner the unit
   * @param sight through which it is seen
   */
  record Use(UnitPlan owner, Sight sight) {
    String write(Role role) {
      return sight.write(owner, role);
    }
  }

  /** The constant that the unit's own adds to. */
  Optional<Use> constant() {
    return lower(false, Role.CONSTANT);
  }

  /** The constant that is a length in the struct. */
  Optional<Use> length() {
    return lower(true, Role.CONSTANT);
  }

  /** The struct that the unit's own holds by value. */
  Optional<Use> held() {
    return lower(true, Role.STRUCT, Role.MAKE, Role.TAKE);
  }

  /** The constant that the variable starts from, of any rank. */
  Optional<Use> start() {
    return first(false, false, Role.CONSTANT);
  }

  /** The struct that the unit points to, of any rank. */
  Optional<Use> pointed() {
    return first(true, false, Role.STRUCT, Role.MAKE);
  }

  private Optional<Use> lower(boolean exported, Role... roles) {
    return first(exported, true, roles);
  }

  private Optional<Use> first(boolean exported, boolean lower, Role... roles) {
    for (Link link : unit.links) {
      Sight sight = new Sight(unit, link);
      Optional<UnitPlan> owner =
          sight.owner(
              candidate ->
                  candidate != unit
                      && (!lower || candidate.rank < unit.rank)
                      && (!exported || sight.mayBeExported(candidate)),
              link.pick(),
              roles);
      if (owner.isPresent()) {
        return Optional.of(new Use(owner.get(), sight));
      }
    }
    return Optional.empty();
  }

  /** What they come to; those of lower rank must be known. */
  Facts compute() {
    long constant = unit.number + constant().map(use -> use.owner().facts.constant()).orElse(0L);
    if (!unit.has(Feature.STRUCT)) {
      return new Facts(constant, 0, 0);
    }
    long length = length().map(use -> use.owner().facts.constant()).orElse(2L);
    // A number, a byte that is padded, the numbers and what is held.
    long size = 2 * WORD + length * WORD + held().map(use -> use.owner().facts.size()).orElse(0L);
    long pointer = unit.has(Feature.CIRCLE) && pointed().isPresent() ? WORD : 0;
    long held = held().map(use -> use.owner().facts.taken()).orElse(0L);
    return new Facts(constant, size + pointer, made() + BYTE + length * unit.number + held);
  }

  /** The byte in every struct. */
  static final int BYTE = 7;

  /** The number in the struct that the unit makes. */
  long made() {
    return unit.number * 10L + 1;
  }

  /** What the variable starts as; all constants must be known. */
  long variable() {
    return unit.facts.constant() * 2 + start().map(use -> use.owner().facts.constant()).orElse(0L);
  }
}
