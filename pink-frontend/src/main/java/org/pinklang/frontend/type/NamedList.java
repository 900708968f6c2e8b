package org.pinklang.frontend.type;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.RandomAccess;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of a struct or union in the order of their declaration: an immutable list that also
 * finds a member by its name, however many there are.
 *
 * @param <E> a field or an alternative
 */
public final class NamedList<E> extends AbstractList<E> implements RandomAccess {
  /** Up to so many names are compared one by one, which takes less than a table of them. */
  private static final int FEW = 8;

  /** 2^32 by the golden ratio: names that differ in a last digit have hashes close together. */
  private static final int SPREAD = 0x9E3779B9;

  private final E[] members;
  private final Function<E, String> nameOf;

  /** By the hash of its name, one more than a member's index; 0 where there is none. */
  private final int @Nullable [] table;

  /**
   * Copies members.
   *
   * @param nameOf the name of a member; of equal ones the first is found
   */
  @SuppressWarnings("unchecked") // only elements of the collection are put into the array
  NamedList(Collection<? extends E> members, Function<E, String> nameOf) {
    this.members = (E[]) members.toArray();
    this.nameOf = nameOf;
    this.table = this.members.length <= FEW ? null : table(this.members, nameOf);
  }

  private static <E> int[] table(E[] members, Function<E, String> nameOf) {
    int[] table = new int[Integer.highestOneBit(members.length) << 2];
    // From the last to the first, so that of equal names the first is met last and stays.
    for (int i = members.length - 1; i >= 0; i--) {
      String name = nameOf.apply(members[i]);
      int slot = slot(name, table);
      while (table[slot] != 0 && !nameOf.apply(members[table[slot] - 1]).equals(name)) {
        slot = slot + 1 & table.length - 1;
      }
      table[slot] = i + 1;
    }
    return table;
  }

  private static int slot(String name, int[] table) {
    return name.hashCode() * SPREAD >>> Integer.numberOfLeadingZeros(table.length) + 1;
  }

  /** Index of the first member of a name, −1 for none. */
  int indexOfName(String name) {
    return table == null ? amongFew(name) : inTable(table, name);
  }

  private int amongFew(String name) {
    for (int i = 0; i < members.length; i++) {
      if (nameOf.apply(members[i]).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private int inTable(int[] table, String name) {
    int slot = slot(name, table);
    while (table[slot] != 0) {
      int index = table[slot] - 1;
      if (nameOf.apply(members[index]).equals(name)) {
        return index;
      }
      slot = slot + 1 & table.length - 1;
    }
    return -1;
  }

  @Override
  public E get(int index) {
    return members[index];
  }

  @Override
  public int size() {
    return members.length;
  }

  @Override
  public Object[] toArray() {
    return Arrays.copyOf(members, members.length, Object[].class);
  }
}
