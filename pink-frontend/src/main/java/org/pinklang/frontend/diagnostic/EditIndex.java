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

  private final String[] names;

  /** For each name and all that is left of it: the hash, above the index of the name; sorted. */
  private final long[] entries;

  EditIndex(String[] names) {
    this.names = names;
    long[] unsorted = new long[Arrays.stream(names).mapToInt(name -> name.length() + 1).sum()];
    int end = 0;
    for (int i = 0; i < names.length; i++) {
      for (int hash : hashes(names[i])) {
        unsorted[end++] = entry(hash, i);
      }
    }
    Arrays.sort(unsorted);
    this.entries = unsorted;
  }

  /** The names that are at most one edit away from another, and a few that are not. */
  List<String> near(String wanted) {
    SortedSet<Integer> found = new TreeSet<>();
    for (int hash : hashes(wanted)) {
      int at = Arrays.binarySearch(entries, entry(hash, 0));
      for (int i = at < 0 ? -at - 1 : at; i < entries.length && isOf(entries[i], hash); i++) {
        found.add((int) entries[i]);
      }
    }
    List<String> near = new ArrayList<>(found.size());
    found.forEach(index -> near.add(names[index]));
    return near;
  }

  private static long entry(int hash, int index) {
    return (long) hash << HASH_SHIFT | index;
  }

  private static boolean isOf(long entry, int hash) {
    return (int) (entry >> HASH_SHIFT) == hash;
  }

  /** The hash of a name, letter case left out, and those of what is left without any one letter. */
  private static int[] hashes(String name) {
    String letters = name.toLowerCase(Locale.ROOT);
    int[] hashes = new int[name.length() + 1];
    for (int without = 0; without < hashes.length; without++) {
      int hash = 0;
      for (int i = 0; i < letters.length(); i++) {
        if (i != without) {
          hash = 31 * hash + letters.charAt(i);
        }
      }
      hashes[without] = hash;
    }
    return hashes;
  }
}
