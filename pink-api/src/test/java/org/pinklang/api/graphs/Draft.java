package org.pinklang.api.graphs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The texts of a graph while faults are put in. */
final class Draft {
  private final Map<String, UnitText> units = new LinkedHashMap<>();

  /** The parts of one text. */
  static final class UnitText {
    private final String head;
    private final List<String> imports = new ArrayList<>();
    private final List<String> declarations = new ArrayList<>();

    UnitText(String head) {
      this.head = head;
    }

    void addImport(String line) {
      imports.add(line);
    }

    void addDeclaration(String lines) {
      declarations.add(lines);
    }

    private String text() {
      List<String> parts = new ArrayList<>();
      if (!head.isEmpty()) {
        parts.add(head);
      }
      if (!imports.isEmpty()) {
        parts.add(String.join("\n", imports));
      }
      parts.addAll(declarations);
      return String.join("\n\n", parts) + "\n";
    }
  }

  /** The text of a file, which is begun if there is none. */
  UnitText unit(String path, String head) {
    return units.computeIfAbsent(path, ignored -> new UnitText(head));
  }

  /** Every text by its path. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    units.forEach((path, unit) -> texts.put(path, unit.text()));
    return texts;
  }
}
