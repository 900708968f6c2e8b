package org.pinklang.benchmarks.builds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.pinklang.benchmarks.generated.Edit;
import org.pinklang.benchmarks.generated.GeneratedProgram;

/**
 * All that one run measured.
 *
 * @param program what all contestants built
 * @param rounds what they took, by their names, in turn
 * @param lines how many lines the program has in Pink
 */
record Measurements(
    GeneratedProgram program,
    int lines,
    Map<String, Rounds> rounds,
    Startup startup,
    Sizes sizes,
    Shapes shapes) {

  static Measurements of(
      GeneratedProgram program,
      int lines,
      List<Rounds> all,
      Startup start,
      Sizes sizes,
      Shapes shapes) {
    Map<String, Rounds> byName = new LinkedHashMap<>();
    all.forEach(rounds -> byName.put(rounds.contestant().name(), rounds));
    return new Measurements(program, lines, byName, start, sizes, shapes);
  }

  /** The median of a contestant's builds from nothing, in milliseconds. */
  OptionalDouble full(String contestant) {
    return of(contestant, rounds -> rounds.full().millis());
  }

  /** The median of a contestant's links, in milliseconds. */
  OptionalDouble linking(String contestant) {
    return of(contestant, rounds -> rounds.linking().millis());
  }

  /** The median of a contestant's builds after an edit, in milliseconds. */
  OptionalDouble after(Edit edit, String contestant) {
    Rounds found = rounds.get(contestant);
    return found == null || found.after(edit).isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(found.after(edit).millis());
  }

  /** What phases of a contestant took, in milliseconds, added up; empty where it has none. */
  OptionalDouble phases(String contestant, String... names) {
    Rounds found = rounds.get(contestant);
    if (found == null) {
      return OptionalDouble.empty();
    }
    List<Samples> phases =
        Stream.of(names).flatMap(name -> Stream.ofNullable(found.phases().get(name))).toList();
    return phases.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(phases.stream().mapToDouble(Samples::millis).sum());
  }

  /** A figure of a contestant; empty where it does not take part. */
  OptionalDouble of(String contestant, ToDoubleFunction<Rounds> figure) {
    Rounds found = rounds.get(contestant);
    return found == null ? OptionalDouble.empty() : OptionalDouble.of(figure.applyAsDouble(found));
  }
}
