package org.pinklang.link.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.MalformedObjectException;
import org.pinklang.link.object.ObjectSymbols;

/** Chooses of the members of archives those that define what is needed and not defined. */
public final class NeededMembers {
  private final Map<String, Integer> definedBy = new HashMap<>();
  private final List<ObjectSymbols> symbols = new ArrayList<>();
  private final Set<String> defined;
  private final Deque<String> wanted = new ArrayDeque<>();
  private final SortedSet<Integer> chosen = new TreeSet<>();

  private NeededMembers(Set<String> given) {
    this.defined = new HashSet<>(given);
  }

  /**
   * The members that a link takes, in their order: of several that define a symbol the first.
   *
   * @param objects what is linked anyway
   * @param members of all archives in the order of the archives
   * @param entries symbols that are wanted though no object needs them
   * @param given symbols that are defined elsewhere
   * @throws MalformedObjectException if an object or a member is damaged
   */
  public static List<LinkObject> of(
      List<LinkObject> objects,
      List<LinkObject> members,
      Collection<String> entries,
      Set<String> given)
      throws MalformedObjectException {
    NeededMembers needed = new NeededMembers(given);
    for (LinkObject object : objects) {
      needed.take(ObjectSymbols.of(object.bytes()));
    }
    needed.wanted.addAll(entries);
    for (int i = 0; i < members.size(); i++) {
      needed.offer(i, ObjectSymbols.of(members.get(i).bytes()));
    }
    needed.choose();
    return needed.chosen.stream().map(members::get).toList();
  }

  private void take(ObjectSymbols object) {
    defined.addAll(object.defined());
    wanted.addAll(object.undefined());
  }

  private void offer(int index, ObjectSymbols member) {
    symbols.add(member);
    member.defined().forEach(symbol -> definedBy.putIfAbsent(symbol, index));
  }

  private void choose() {
    while (!wanted.isEmpty()) {
      String symbol = wanted.remove();
      Integer member = defined.contains(symbol) ? null : definedBy.get(symbol);
      if (member != null && chosen.add(member)) {
        take(symbols.get(member));
      }
    }
  }
}
