package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pointers are known not to be nil at the place being checked. Changes are logged, so that
 * leaving a branch costs what changed in it.
 */
final class Narrowing {
  private final List<LocalSymbol> changes = new ArrayList<>();
  private final Set<Integer> excluded;

  /**
   * Nothing narrowed.
   *
   * @param excluded offsets of the declarations of locals that are never narrowed, their address
   *     being taken
   */
  Narrowing(Set<Integer> excluded) {
    this.excluded = excluded;
  }

  /**
   * That a pointer is not nil, as long as it is not assigned.
   *
   * @param assignments how often the pointer had been assigned when this was found
   */
  record Fact(LocalSymbol local, int assignments) {

    /** What is known of a local from now on. */
    static Fact of(LocalSymbol local) {
      return new Fact(local, local.assignments());
    }

    boolean holds() {
      return assignments == local.assignments();
    }
  }

  /** The present state, for {@link #undo}. */
  int mark() {
    return changes.size();
  }

  /** Goes back to the state at a mark. */
  void undo(int mark) {
    for (int i = changes.size() - 1; i >= mark; i--) {
      LocalSymbol local = changes.remove(i);
      local.setNarrowed(!local.isNarrowed());
    }
  }

  /** Sets whether a pointer is known not to be nil. */
  void set(LocalSymbol local, boolean narrowed) {
    if (local.isNarrowed() != narrowed && !(narrowed && isExcluded(local))) {
      local.setNarrowed(narrowed);
      changes.add(local);
    }
  }

  private boolean isExcluded(LocalSymbol local) {
    return !local.isNullablePointer() || excluded.contains(local.local().offset());
  }

  /** The facts that hold at the place being checked. */
  static List<Fact> holding(List<Fact> facts) {
    if (facts.isEmpty()) {
      return facts;
    }
    List<Fact> known = new ArrayList<>(facts);
    known.removeIf(fact -> !fact.holds());
    return known;
  }

  /** Narrows by facts that hold. */
  void apply(List<Fact> facts) {
    for (Fact fact : facts) {
      set(fact.local(), true);
    }
  }

  /** An assignment: narrows where a {@code *T} is assigned. */
  void assign(LocalSymbol local, boolean narrowed) {
    local.markAssigned();
    set(local, narrowed);
  }

  /** Starts to collect the ways out of a construct with branches. */
  Join join() {
    return new Join(mark());
  }

  /** What holds after a construct with branches: what holds at every way out. */
  final class Join {
    private final int start;
    private @Nullable List<LocalSymbol> gained;
    private final List<LocalSymbol> lost = new ArrayList<>(0);

    private Join(int start) {
      this.start = start;
    }

    /**
     * The present state leads out of the construct.
     *
     * @param branch the mark where its branch began
     */
    void exit(int branch) {
      if (gained == null) {
        gained = narrowedSince(start);
      } else if (!gained.isEmpty()) {
        gained.removeIf(local -> !local.isNarrowed());
      }
      collectLost(branch);
    }

    /** Goes on after the construct; the state of the start where there is no way out. */
    void finish() {
      if (gained != null) {
        collectLost(start);
      }
      undo(start);
      for (LocalSymbol local : lost) {
        set(local, false);
      }
      if (gained != null) {
        for (LocalSymbol local : gained) {
          set(local, true);
        }
      }
    }

    private void collectLost(int since) {
      for (int i = since; i < changes.size(); i++) {
        LocalSymbol local = changes.get(i);
        if (!local.isNarrowed()) {
          lost.add(local);
        }
      }
    }

    private List<LocalSymbol> narrowedSince(int since) {
      List<LocalSymbol> narrowed = new ArrayList<>(0);
      for (int i = since; i < changes.size(); i++) {
        LocalSymbol local = changes.get(i);
        if (local.isNarrowed()) {
          narrowed.add(local);
        }
      }
      return narrowed;
    }
  }
}
