package org.pinklang.api;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.pinklang.frontend.manifest.UnitName;

/** The names that importable units are asked for by, as users write them. */
final class UnitNames {
  private static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]*";
  private static final String MODULE = IDENTIFIER + "(\\." + IDENTIFIER + ")*";
  private static final Pattern NAME = Pattern.compile(MODULE + "(:" + IDENTIFIER + ")?");

  private UnitNames() {}

  /**
   * Reads {@code m} or {@code m:p}.
   *
   * @throws IllegalArgumentException if this is anything else
   */
  static UnitName parse(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "`" + name + "` is not the name of a module or partition, as `a.b` or `a.b:p`");
    }
    int colon = name.indexOf(':');
    return colon < 0
        ? UnitName.primary(name)
        : new UnitName(name.substring(0, colon), name.substring(colon + 1));
  }

  /** Reads the keys of a map. */
  static <V> Map<UnitName, V> parse(Map<String, V> byName) {
    Map<UnitName, V> parsed = new TreeMap<>();
    Arguments.present(byName, "files")
        .forEach(
            (name, value) ->
                parsed.put(
                    parse(Arguments.present(name, "name")), Arguments.present(value, "file")));
    return parsed;
  }
}
