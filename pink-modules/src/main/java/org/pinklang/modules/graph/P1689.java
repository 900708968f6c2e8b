package org.pinklang.modules.graph;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pinklang.frontend.diagnostic.JsonRenderer;
import org.pinklang.frontend.manifest.UnitName;

/** Writes what units provide and require in the JSON of the C++ committee's paper P1689. */
public final class P1689 {

  private P1689() {}

  /**
   * The units as a P1689 document. A unit provides what it can be imported as and requires what it
   * imports, each once and not itself; an implementation unit requires its module.
   *
   * @param units one rule for each, in this order
   * @param output the name of the file a unit is compiled to
   */
  public static String write(List<GraphUnit> units, Function<GraphUnit, String> output) {
    String rules =
        units.stream().map(unit -> rule(unit, output)).collect(Collectors.joining(",\n", "\n", ""));
    return "{\n  \"version\": 1,\n  \"revision\": 0,\n  \"rules\": [" + rules + "\n  ]\n}\n";
  }

  private static String rule(GraphUnit unit, Function<GraphUnit, String> output) {
    StringJoiner members = new StringJoiner(",\n", "    {\n", "\n    }");
    members.add("      \"primary-output\": " + JsonRenderer.quote(output.apply(unit)));
    if (unit.kind().isImportable()) {
      members.add("      \"provides\": [\n        " + provided(unit) + "\n      ]");
    }
    List<UnitName> required = required(unit);
    if (!required.isEmpty()) {
      members.add(
          required.stream()
              .map(name -> "        {\"logical-name\": " + quoted(name) + "}")
              .collect(Collectors.joining(",\n", "      \"requires\": [\n", "\n      ]")));
    }
    return members.toString();
  }

  private static List<UnitName> required(GraphUnit unit) {
    return unit.imports().stream()
        .map(ImportEdge::target)
        .filter(target -> !unit.kind().isImportable() || !target.equals(unit.name()))
        .distinct()
        .toList();
  }

  private static String provided(GraphUnit unit) {
    return String.format(
        Locale.ROOT,
        "{\"logical-name\": %s, \"is-interface\": %s, \"source-path\": %s}",
        quoted(unit.name()),
        unit.kind().isInterface(),
        JsonRenderer.quote(unit.origin()));
  }

  private static String quoted(UnitName name) {
    return JsonRenderer.quote(name.display());
  }
}
