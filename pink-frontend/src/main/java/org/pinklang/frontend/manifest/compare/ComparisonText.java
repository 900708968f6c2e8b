package org.pinklang.frontend.manifest.compare;

import java.util.Locale;

/** Shows comparisons to people. */
public final class ComparisonText {
  private static final String MARGIN = "       ";

  private ComparisonText() {}

  /**
   * A paragraph for each change, with what was there after {@code -} and what is there after {@code
   * +}, and the verdict in the last line.
   */
  public static String print(ManifestComparison comparison) {
    StringBuilder out = new StringBuilder();
    for (Change change : comparison.changes()) {
      print(change, out);
    }
    if (comparison.changes().isEmpty()) {
      out.append("no change that an importer or a unit of the module can see\n\n");
    }
    return out.append("verdict: ").append(lower(comparison.verdict())).append('\n').toString();
  }

  private static void print(Change change, StringBuilder out) {
    out.append(String.format(Locale.ROOT, "%-5s  ", lower(change.impact())));
    out.append(change.name().isEmpty() ? "the unit" : change.name());
    out.append(": ").append(title(change)).append('\n');
    if (change.older().equals(change.newer())) {
      lines("  ", change.newer(), out);
    } else {
      lines("- ", change.older(), out);
      lines("+ ", change.newer(), out);
    }
    out.append(MARGIN).append(change.consequence()).append("\n\n");
  }

  private static void lines(String mark, String text, StringBuilder out) {
    if (!text.isEmpty()) {
      text.lines().forEach(line -> out.append(MARGIN).append(mark).append(line).append('\n'));
    }
  }

  private static String title(Change change) {
    boolean added = change.older().isEmpty();
    boolean removed = change.newer().isEmpty();
    return switch (change.kind()) {
      case UNIT_KIND -> "another kind of unit";
      case EXPORT_REMOVED -> "export removed";
      case EXPORT_ADDED -> "export added";
      case DECLARATION_KIND -> "another kind of declaration";
      case SIGNATURE -> "signature changed";
      case TYPE -> "type changed";
      case VALUE -> "value changed";
      case FIELDS -> "fields changed";
      case ALTERNATIVES -> "alternatives changed";
      case OPACITY -> change.impact() == Impact.MAJOR ? "now opaque" : "no longer opaque";
      case INLINE -> "inlining changed";
      case NEEDED_DECLARATION -> "needed by exports, " + (removed ? "removed" : "changed");
      case REEXPORT_REMOVED -> "re-export removed";
      case REEXPORT_ADDED -> "re-export added";
      case PARAMETER_NAMES -> "parameters renamed";
      case DEFINITION -> "body moved";
      case DOCUMENTATION -> "documentation changed";
      case MODULE_DECLARATION ->
          "declaration of the module " + (added ? "added" : removed ? "removed" : "changed");
      case IMPORT -> "import " + (added ? "added" : removed ? "removed" : "changed");
    };
  }

  private static String lower(Impact impact) {
    return impact.name().toLowerCase(Locale.ROOT);
  }
}
