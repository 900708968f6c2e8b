package org.pinklang.frontend.diagnostic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Many names by what is left of them without any one letter: of two names that are one edit apart
 * (a letter more, less or other, two exchanged) something left is the same. Immutable.
 */
final class EditIndex {
  private static final int HASH_SHIFT = 32;
  private static final int FACTOR = 31;

  private final List<String> names;

  /** For each name and all that is left of it: the hash, above the index of the name; sorted. */
  private final long[] entries;

  EditIndex(List<String> names) {
    this.names = names;
    List<String> letters = names.stream().map(EditIndex::letters).toList();
    long[] unsorted = new long[letters.stream().mapToInt(name -> name.length() + 1).sum()];
    int end = 0;
    for (int i = 0; i < names.size(); i++) {
      for (int hash : hashes(letters.get(i))) {
        unsorted[end++] = entry(hash, i);
      }
    }
    Arrays.sort(unsorted);
    this.entries = unsorted;
  }

  /** The names that are at most one edit away from another, and a few that are not. */
  List<String> near(String wanted) {
    SortedSet<Integer> found = new TreeSet<>();
    for (int hash : hashes(letters(wanted))) {
      int at = Arrays.binarySearch(entries, entry(hash, 0));
      for (int i = at < 0 ? -at - 1 : at; i < entries.length && isOf(entries[i], hash); i++) {
        found.add((int) entries[i]);
      }
    }
    List<String> near = new ArrayList<>(found.size());
    found.forEach(index -> near.add(names.get(index)));
    return near;
  }

  private static long entry(int hash, int index) {
    return (long) hash << HASH_SHIFT | index;
  }

  private static boolean isOf(long entry, int hash) {
    return (int) (entry >> HASH_SHIFT) == hash;
  }

  /** A name with its letter case left out, which may change how many letters there are. */
  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The hashes of what is left of a name without any one letter, then that of the name. */
  private static int[] hashes(String letters) {
    int[] hashes = new int[letters.length() + 1];
    int prefix = 0;
    for (int i = 0; i < letters.length(); i++) {
      hashes[i] = prefix;
      prefix = FACTOR * prefix + letters.charAt(i);
    }
    hashes[letters.length()] = prefix;
    int suffix = 0;
    int power = 1;
    for (int i = letters.length() - 1; i >= 0; i--) {
      hashes[i] = hashes[i] * power + suffix;
      suffix += letters.charAt(i) * power;
      power *= FACTOR;
    }
    return hashes;
  }
}
