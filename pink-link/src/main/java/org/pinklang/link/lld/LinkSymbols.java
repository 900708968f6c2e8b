package org.pinklang.link.lld;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.MalformedObjectException;
import org.pinklang.link.object.ObjectSymbols;

/** Who defines and who needs which symbol, over all objects of one link. */
final class LinkSymbols {
  private final SortedMap<String, List<String>> stronglyDefinedBy = new TreeMap<>();
  private final SortedMap<String, List<String>> neededBy = new TreeMap<>();
  private final Set<String> defined = new TreeSet<>();

  static LinkSymbols of(List<LinkObject> objects) throws IOException {
    LinkSymbols symbols = new LinkSymbols();
    for (LinkObject object : objects) {
      try {
        symbols.add(object.name(), ObjectSymbols.ofElf(object.bytes()));
      } catch (MalformedObjectException e) {
        throw new IOException(object.name() + " is not an object file: " + e.getMessage(), e);
      }
    }
    return symbols;
  }

  private void add(String object, ObjectSymbols symbols) {
    for (String symbol : symbols.defined()) {
      defined.add(symbol);
      if (!symbols.weak().contains(symbol)) {
        stronglyDefinedBy.computeIfAbsent(symbol, any -> new ArrayList<>()).add(object);
      }
    }
    for (String symbol : symbols.undefined()) {
      neededBy.computeIfAbsent(symbol, any -> new ArrayList<>()).add(object);
    }
  }

  boolean defines(String symbol) {
    return defined.contains(symbol);
  }

  /** The symbols the objects need and neither define themselves nor find among the given ones. */
  Set<String> missing(Set<String> given) {
    Set<String> missing = new TreeSet<>(neededBy.keySet());
    missing.removeAll(defined);
    missing.removeAll(given);
    return missing;
  }

  LinkProblem.UndefinedSymbol undefined(String symbol) {
    return new LinkProblem.UndefinedSymbol(
        symbol, List.copyOf(neededBy.getOrDefault(symbol, List.of())));
  }

  List<LinkProblem> duplicates() {
    List<LinkProblem> problems = new ArrayList<>();
    stronglyDefinedBy.forEach(
        (symbol, objects) -> {
          if (objects.size() > 1) {
            problems.add(new LinkProblem.DuplicateSymbol(symbol, List.copyOf(objects)));
          }
        });
    return problems;
  }
}
