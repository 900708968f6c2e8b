package org.pinklang.link.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who defines and who needs which symbol, over all objects of one link. Not changed after it was
 * made.
 */
public final class LinkSymbols {
  private final SortedMap<String, List<String>> stronglyDefinedBy = new TreeMap<>();
  private final SortedMap<String, List<String>> neededBy = new TreeMap<>();
  private final Set<String> defined = new TreeSet<>();

  private LinkSymbols() {}

  /**
   * Reads the objects' symbol tables.
   *
   * @throws IOException if one is damaged or no object, naming it
   */
  public static LinkSymbols of(List<LinkObject> objects) throws IOException {
    LinkSymbols symbols = new LinkSymbols();
    for (LinkObject object : objects) {
      try {
        symbols.add(object.name(), ObjectSymbols.of(object.bytes()));
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

  /** Whether one of the objects defines the symbol. */
  public boolean defines(String symbol) {
    return defined.contains(symbol);
  }

  /** All symbols the objects define. */
  public Set<String> defined() {
    return Collections.unmodifiableSet(defined);
  }

  /** The symbols the objects need and neither define themselves nor find among the given ones. */
  public Set<String> missing(Set<String> given) {
    Set<String> missing = new TreeSet<>(neededBy.keySet());
    missing.removeAll(defined);
    missing.removeAll(given);
    return missing;
  }

  /** The problem that nobody defines a symbol, with the objects that need it. */
  public LinkProblem.UndefinedSymbol undefined(String symbol) {
    return new LinkProblem.UndefinedSymbol(
        symbol, List.copyOf(neededBy.getOrDefault(symbol, List.of())));
  }

  /** A problem for each symbol that several objects define. */
  public List<LinkProblem> duplicates() {
    List<LinkProblem> problems = new ArrayList<>();
    stronglyDefinedBy.forEach(
        (symbol, objects) -> {
          if (objects.size() > 1) {
            problems.add(new LinkProblem.DuplicateSymbol(symbol, List.copyOf(objects)));
          }
        });
    return problems;
  }

  /** A problem for each symbol that was defined before and that an object defines again. */
  public List<LinkProblem> redefinitions(Set<String> before) {
    List<LinkProblem> problems = new ArrayList<>();
    stronglyDefinedBy.forEach(
        (symbol, objects) -> {
          if (before.contains(symbol)) {
            problems.add(new LinkProblem.DuplicateSymbol(symbol, List.copyOf(objects)));
          }
        });
    return problems;
  }
}
