package org.pinklang.frontend.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names that were probably meant, among names that stay the same. Immutable.
 *
 * <p>Among few names any that differ in up to a third of their letters are found. Among many, where
 * as much would be found by chance and comparing each with each of many wrong names would take
 * long, only those one edit away.
 */
public final class SimilarNames {
  private static final int MOST = 3;
  private static final int FEW = 1000;

  /** Nobody misspells a longer one, and comparing takes the product of two lengths. */
  private static final int LONGEST = 200;

  /** Nobody makes one mistake only in a longer one of many. */
  private static final int LONGEST_OF_MANY = 60;

  private final List<String> names;

  /** Finds those one edit away; null where there are few. */
  private final @Nullable EditIndex index;

  private record Candidate(String name, int distance) {}

  private SimilarNames(List<String> names) {
    this.names = names;
    this.index = names.size() <= FEW ? null : new EditIndex(names);
  }

  /** The names to look among; longer ones than anybody misspells are never found. */
  public static SimilarNames among(Iterable<String> names) {
    return new SimilarNames(comparable(names));
  }

  private static List<String> comparable(Iterable<String> names) {
    List<String> some = new ArrayList<>();
    for (String name : names) {
      if (name.length() <= LONGEST) {
        some.add(name);
      }
    }
    if (some.size() > FEW) {
      some.removeIf(name -> name.length() > LONGEST_OF_MANY);
    }
    return some;
  }

  /** The same as looking once among some names, for which nothing is prepared. */
  public static List<String> of(String wanted, Iterable<String> names) {
    return find(wanted, comparable(names), null);
  }

  /** Up to three names that look like one that was not found, best first. */
  public List<String> to(String wanted) {
    return find(wanted, names, index);
  }

  private static List<String> find(String wanted, List<String> names, @Nullable EditIndex index) {
    if (wanted.length() > LONGEST) {
      return List.of();
    }
    // Every name of one letter is one edit away from every other, and seldom meant.
    int limit = wanted.length() == 1 ? 0 : Math.max(1, wanted.length() / 3);
    return best(
        wanted,
        index == null ? names : index.near(wanted),
        names.size() > FEW ? Math.min(limit, 1) : limit);
  }

  private static List<String> best(String wanted, List<String> names, int limit) {
    List<Candidate> candidates = new ArrayList<>();
    for (String name : names) {
      int distance = distance(wanted, name, limit);
      if (distance <= limit && !name.equals(wanted)) {
        candidates.add(new Candidate(name, distance));
      }
    }
    return candidates.stream()
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .limit(MOST)
        .map(Candidate::name)
        .toList();
  }

  /** A question for a note: did you mean … */
  public static String question(List<String> names) {
    return names.stream().collect(Collectors.joining("` or `", "did you mean `", "`?"));
  }

  /** The number of edits between two names, letter case counting as none; stops past a limit. */
  private static int distance(String left, String right, int limit) {
    if (Math.abs(left.length() - right.length()) > limit) {
      return limit + 1;
    }
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] before = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    int[] next = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    int leastBefore = 0;
    for (int i = 1; i <= a.length(); i++) {
      next[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        next[j] = Math.min(Math.min(next[j - 1], row[j]) + 1, row[j - 1] + same);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
        least = Math.min(least, next[j]);
      }
      // An exchange of two letters is one more than what stands two rows above.
      if (least > limit && leastBefore >= limit) {
        return limit + 1;
      }
      leastBefore = least;
      int[] oldest = before;
      before = row;
      row = next;
      next = oldest;
    }
    return row[b.length()];
  }
}
