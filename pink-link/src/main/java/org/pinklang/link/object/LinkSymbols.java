package org.pinklang.link.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who defines and who needs which symbol, over all objects of one link. Not changed after it was
 * made.
 */
public final class LinkSymbols {
  private record Member(String object, ObjectSymbols symbols) {}

  private final List<Member> members = new ArrayList<>();

  /** The first object that defines a symbol so that no other may. */
  private final Map<String, String> stronglyDefinedBy = new HashMap<>();

  /** What gives way to another definition; mostly none. */
  private final Set<String> weak = new HashSet<>();

  /** All objects that define a symbol so, where there are several. */
  private final SortedMap<String, List<String>> clashes = new TreeMap<>();

  private LinkSymbols() {}

  /**
   * Reads the objects' symbol tables.
   *
   * @throws IOException if one is damaged or no object, naming it
   */
  public static LinkSymbols of(List<LinkObject> objects) throws IOException {
    return of(objects, new KnownObjects());
  }

  /**
   * Reads those of the objects' symbol tables that are not known yet.
   *
   * @throws IOException if one is damaged or no object, naming it
   */
  public static LinkSymbols of(List<LinkObject> objects, KnownObjects known) throws IOException {
    LinkSymbols symbols = new LinkSymbols();
    for (LinkObject object : objects) {
      try {
        symbols.add(new Member(object.name(), known.symbols(object.bytes())));
      } catch (MalformedObjectException e) {
        throw new IOException(object.name() + " is not an object file: " + e.getMessage(), e);
      }
    }
    return symbols;
  }

  private void add(Member member) {
    members.add(member);
    ObjectSymbols symbols = member.symbols();
    for (String symbol : symbols.defined()) {
      String before =
          symbols.weak().contains(symbol)
              ? null
              : stronglyDefinedBy.putIfAbsent(symbol, member.object());
      if (before != null) {
        clashes
            .computeIfAbsent(symbol, any -> new ArrayList<>(List.of(before)))
            .add(member.object());
      }
    }
    weak.addAll(symbols.weak());
  }

  /** Whether one of the objects defines the symbol. */
  public boolean defines(String symbol) {
    return stronglyDefinedBy.containsKey(symbol) || weak.contains(symbol);
  }

  /** All symbols the objects define. */
  public Set<String> defined() {
    Set<String> defined = new HashSet<>(stronglyDefinedBy.keySet());
    defined.addAll(weak);
    return defined;
  }

  /** The symbols the objects need and neither define themselves nor find among the given ones. */
  public Set<String> missing(Set<String> given) {
    Set<String> missing = new TreeSet<>();
    for (Member member : members) {
      for (String symbol : member.symbols().undefined()) {
        if (!defines(symbol) && !given.contains(symbol)) {
          missing.add(symbol);
        }
      }
    }
    return missing;
  }

  /** The problem that nobody defines a symbol, with the objects that need it. */
  public LinkProblem.UndefinedSymbol undefined(String symbol) {
    List<String> neededBy =
        members.stream()
            .filter(member -> member.symbols().undefined().contains(symbol))
            .map(Member::object)
            .toList();
    return new LinkProblem.UndefinedSymbol(symbol, neededBy);
  }

  /** A problem for each symbol that several objects define. */
  public List<LinkProblem> duplicates() {
    List<LinkProblem> problems = new ArrayList<>();
    clashes.forEach(
        (symbol, objects) ->
            problems.add(new LinkProblem.DuplicateSymbol(symbol, List.copyOf(objects))));
    return problems;
  }

  /** A problem for each symbol that was defined before and that an object defines again. */
  public List<LinkProblem> redefinitions(Set<String> before) {
    List<LinkProblem> problems = new ArrayList<>();
    for (String symbol : new TreeSet<>(before)) {
      String object = stronglyDefinedBy.get(symbol);
      if (object != null) {
        problems.add(
            new LinkProblem.DuplicateSymbol(
                symbol, List.copyOf(clashes.getOrDefault(symbol, List.of(object)))));
      }
    }
    return problems;
  }
}
