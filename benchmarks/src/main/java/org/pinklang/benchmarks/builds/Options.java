package org.pinklang.benchmarks.builds;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants measured.
 *
 * @param words as they were given
 * @param write whether the figures go into the documentation, too
 */
record Options(List<String> words, Plan plan, boolean write) {
  private static final String QUICK = "--quick";
  private static final String WRITE = "--write";
  private static final String MODULES = "--modules";
  private static final String ROUNDS = "--rounds";
  private static final String SIZES = "--sizes";
  private static final Set<String> WITHOUT_VALUE = Set.of(QUICK, WRITE);
  private static final Set<String> WITH_VALUE = Set.of(MODULES, ROUNDS, SIZES);

  /**
   * Reads the words of a command line.
   *
   * @throws IllegalArgumentException where they make no sense, with a message for the user
   */
  static Options of(List<String> words) {
    Map<String, List<Integer>> given = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String option = words.get(i);
      if (WITHOUT_VALUE.contains(option)) {
        given.put(option, List.of());
      } else if (WITH_VALUE.contains(option)) {
        i++;
        given.put(option, numbers(option, i < words.size() ? words.get(i) : ""));
      } else {
        throw new IllegalArgumentException("there is no option `" + option + "`");
      }
    }
    return new Options(List.copyOf(words), plan(given), given.containsKey(WRITE));
  }

  private static Plan plan(Map<String, List<Integer>> given) {
    Plan plan = given.containsKey(QUICK) ? Plan.quick() : Plan.full();
    return plan.with(
        number(given.get(MODULES), plan.modules()),
        number(given.get(ROUNDS), plan.rounds()),
        given.getOrDefault(SIZES, plan.sizes()));
  }

  private static int number(@Nullable List<Integer> given, int otherwise) {
    return given == null ? otherwise : given.get(0);
  }

  /** The numbers above zero after an option, of which only one wants several. */
  private static List<Integer> numbers(String option, String text) {
    boolean isList = option.equals(SIZES);
    if (!text.matches(isList ? "[1-9]\\d{0,8}(,[1-9]\\d{0,8})*" : "[1-9]\\d{0,8}")) {
      String wanted = isList ? "numbers with commas between them" : "a number";
      throw new IllegalArgumentException(
          "`%s` needs %s above 0, not `%s`".formatted(option, wanted, text));
    }
    return Stream.of(text.split(",", -1)).map(Integer::valueOf).toList();
  }
}
