package org.pinklang.link.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who defines and who needs which symbol, over all objects of one link. Not changed after it was
 * made.
 */
public final class LinkSymbols {
  private record Member(
      String object, Collection<String> defined, Set<String> weak, Collection<String> undefined) {

    Member(String object, ObjectSymbols symbols) {
      this(object, symbols.defined(), symbols.weak(), symbols.undefined());
    }

    /** What it needs of its own is among what it needs. */
    Member(String object, LoadableObject loadable) {
      this(
          object,
          loadable.definitions().stream().map(LoadableObject.Definition::symbol).toList(),
          Set.of(),
          loadable.names());
    }
  }

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
    return read(objects, object -> new Member(object.name(), known.symbols(object.bytes())));
  }

  /**
   * The symbols of objects that are to be loaded, which are read to be loaded at once.
   *
   * @throws UnusableObjectException if one is damaged or no object
   */
  public static LinkSymbols ofLoadable(List<LinkObject> objects, KnownObjects known)
      throws UnusableObjectException {
    return read(
        objects,
        object -> {
          Optional<LoadableObject> loadable = known.loadable(object.bytes());
          return loadable.isPresent()
              ? new Member(object.name(), loadable.get())
              : new Member(object.name(), known.symbols(object.bytes()));
        });
  }

  private interface Reader {
    Member read(LinkObject object) throws MalformedObjectException;
  }

  private static LinkSymbols read(List<LinkObject> objects, Reader reader)
      throws UnusableObjectException {
    LinkSymbols symbols = new LinkSymbols();
    for (LinkObject object : objects) {
      try {
        symbols.add(reader.read(object));
      } catch (MalformedObjectException e) {
        throw new UnusableObjectException(object.name(), String.valueOf(e.getMessage()), e);
      }
    }
    return symbols;
  }

  private void add(Member member) {
    members.add(member);
    for (String symbol : member.defined()) {
      String before =
          member.weak().contains(symbol)
              ? null
              : stronglyDefinedBy.putIfAbsent(symbol, member.object());
      if (before != null) {
        clashes
            .computeIfAbsent(symbol, any -> new ArrayList<>(List.of(before)))
            .add(member.object());
      }
    }
    weak.addAll(member.weak());
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
      for (String symbol : member.undefined()) {
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
            .filter(member -> member.undefined().contains(symbol))
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
