package org.pinklang.api.graphs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.pinklang.api.graphs.UnitPlan.Declared;
import org.pinklang.api.graphs.UnitPlan.Kind;
import org.pinklang.api.graphs.UnitPlan.Link;
import org.pinklang.api.graphs.UnitPlan.Role;

/**
 * What one link shows to a unit, and how to write it there.
 *
 * @param unit who looks
 * @param link through which
 */
record Sight(UnitPlan unit, Link link) {

  /** Everything that can be named. */
  Set<Declared> visible() {
    if (link.module() != null) {
      return link.module().exports;
    }
    Set<Declared> all = new LinkedHashSet<>();
    link.siblings().forEach(sibling -> all.addAll(sibling.declared()));
    return all;
  }

  /**
   * A unit all of whose declarations of some roles can be named.
   *
   * @param accepted which units will do
   */
  Optional<UnitPlan> owner(Predicate<UnitPlan> accepted, int pick, Role... roles) {
    Set<Declared> visible = visible();
    List<UnitPlan> owners =
        visible.stream()
            .map(Declared::owner)
            .distinct()
            .filter(accepted)
            .filter(owner -> showsAll(visible, owner, roles))
            .toList();
    return owners.isEmpty() ? Optional.empty() : Optional.of(owners.get(pick % owners.size()));
  }

  private static boolean showsAll(Set<Declared> visible, UnitPlan owner, Role... roles) {
    for (Role role : roles) {
      if (!visible.contains(new Declared(role, owner))) {
        return false;
      }
    }
    return true;
  }

  /** One of the ways to write a name. */
  String write(UnitPlan owner, Role role) {
    Declared declared = new Declared(role, owner);
    List<String> ways = new ArrayList<>();
    ModulePlan module = link.module();
    if (module == null) {
      ways.add(declared.name());
      if (owner.kind.isInterface() && owner.module != null) {
        ways.add(owner.module.name + "::" + declared.name());
      }
    } else {
      ways.add(module.name + "::" + declared.name());
      if (!link.alias().isEmpty()) {
        ways.add(link.alias() + "::" + declared.name());
      } else if (lastSegmentIsClear(module)) {
        ways.add(module.lastSegment() + "::" + declared.name());
      }
      if (link.listed().contains(declared)) {
        ways.add(declared.name());
      }
    }
    return ways.get((link.pick() + role.ordinal()) % ways.size());
  }

  private boolean lastSegmentIsClear(ModulePlan module) {
    String last = module.lastSegment();
    if (unit.module != null
        && (unit.module.name.equals(last) || unit.module.lastSegment().equals(last))) {
      return false;
    }
    return unit.links.stream()
        .filter(other -> other != link)
        .flatMap(other -> Optional.ofNullable(other.module()).stream())
        .noneMatch(other -> other.name.equals(last) || other.lastSegment().equals(last));
  }

  /** Whether what is seen may stand in a signature that the unit exports. */
  boolean mayBeExported(UnitPlan owner) {
    return unit.kind == Kind.INTERNAL || owner.kind.isInterface();
  }
}
