package org.pinklang.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Where the functions of a unit are cut into groups whose machine code is kept and found again: by
 * their names and order alone. So an edited function changes its own group, and one that is added,
 * removed or moved those it leaves and joins; where the cuts move with it, they are back in their
 * places after a group or two.
 *
 * @param fewest units of fewer functions stay whole
 * @param average about how many functions a group has: from half as many to twice as many
 */
public record Grouping(int fewest, int average) {

  /** Leaves every unit whole. */
  public static final Grouping NONE = new Grouping(Integer.MAX_VALUE, 1);

  /** Refuses groups of no function. */
  public Grouping {
    if (average < 1) {
      throw new IllegalArgumentException("groups of " + average + " functions");
    }
  }

  /**
   * Things in their order, in one group or several; at least one group.
   *
   * @param functions how many functions a thing counts as
   */
  public <T> List<List<T>> cut(
      List<T> things, Function<? super T, String> name, ToIntFunction<? super T> functions) {
    if (things.stream().mapToInt(functions).sum() < fewest) {
      return List.of(things);
    }
    List<List<T>> groups = new ArrayList<>();
    int start = 0;
    int size = 0;
    for (int i = 0; i < things.size(); i++) {
      boolean isLong = size >= 2 * average;
      if (isLong || size * 2 >= average && isFirst(name.apply(things.get(i)))) {
        groups.add(things.subList(start, i));
        start = i;
        size = 0;
      }
      size += functions.applyAsInt(things.get(i));
    }
    groups.add(things.subList(start, things.size()));
    return groups;
  }

  /** Whether a group may begin with the function of a name: about two in {@code average} may. */
  private boolean isFirst(String name) {
    return Math.floorMod(mix(name.hashCode()), average) < 2;
  }

  /** Spreads what tells names apart over all bits: many differ in their last letter only. */
  private static int mix(int hash) {
    int mixed = (hash ^ hash >>> 16) * 0x7feb352d;
    mixed = (mixed ^ mixed >>> 15) * 0x846ca68b;
    return mixed ^ mixed >>> 16;
  }
}
