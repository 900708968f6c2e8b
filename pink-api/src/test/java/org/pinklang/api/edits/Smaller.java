package org.pinklang.api.edits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Makes a sequence that fails smaller: fewer steps, fewer files, fewer lines. */
final class Smaller {
  private final Predicate<List<Step>> fails;

  private Smaller(Predicate<List<Step>> fails) {
    this.fails = fails;
  }

  static List<Step> of(List<Step> steps, Predicate<List<Step>> fails) {
    Smaller smaller = new Smaller(fails);
    List<Step> best = steps;
    List<Step> before = List.of();
    while (!best.equals(before)) {
      before = best;
      best = smaller.lines(smaller.files(smaller.steps(best)));
    }
    return best;
  }

  private List<Step> steps(List<Step> steps) {
    List<Step> best = steps;
    for (int i = best.size() - 1; i >= 0 && best.size() > 1; i--) {
      List<Step> fewer = new ArrayList<>(best);
      fewer.remove(i);
      best = better(fewer, best);
    }
    return best;
  }

  private List<Step> better(List<Step> candidate, List<Step> best) {
    return candidate.stream().allMatch(Step::isBuildable) && fails.test(candidate)
        ? candidate
        : best;
  }

  private List<Step> files(List<Step> steps) {
    Set<String> paths = new TreeSet<>();
    steps.forEach(step -> paths.addAll(step.texts().keySet()));
    List<Step> best = steps;
    for (String path : paths) {
      best = better(best.stream().map(step -> without(step, path)).toList(), best);
    }
    return best;
  }

  private static Step without(Step step, String path) {
    Map<String, String> texts = new TreeMap<>(step.texts());
    texts.remove(path);
    return step.with(texts);
  }

  private List<Step> lines(List<Step> steps) {
    Set<String> lines = new TreeSet<>();
    steps.forEach(
        step ->
            step.texts().values().forEach(text -> lines.addAll(Arrays.asList(text.split("\n")))));
    List<Step> best = steps;
    for (String line : lines) {
      best = better(best.stream().map(step -> withoutLine(step, line)).toList(), best);
    }
    return best;
  }

  private static Step withoutLine(Step step, String line) {
    Map<String, String> texts = new TreeMap<>();
    step.texts()
        .forEach(
            (path, text) -> {
              List<String> kept = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
              kept.removeIf(line::equals);
              texts.put(path, String.join("\n", kept));
            });
    return step.with(texts);
  }
}
