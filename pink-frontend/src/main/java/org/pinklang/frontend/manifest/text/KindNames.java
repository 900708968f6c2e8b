package org.pinklang.frontend.manifest.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.UnitKind;

/** What the kinds of unit are called in manifests. */
public final class KindNames {
  private KindNames() {}

  /** The name of a kind. */
  public static String of(UnitKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static @Nullable UnitKind find(String name) {
    return Arrays.stream(UnitKind.values())
        .filter(kind -> of(kind).equals(name))
        .findFirst()
        .orElse(null);
  }

  /** The names of all kinds, for a message. */
  static String all() {
    return Arrays.stream(UnitKind.values())
        .map(kind -> "`" + of(kind) + "`")
        .collect(Collectors.joining(", "));
  }
}
