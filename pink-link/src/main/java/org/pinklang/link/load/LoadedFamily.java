package org.pinklang.link.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program and all that has been loaded on top of it. It is the lock under which its members are
 * made, asked for addresses and freed.
 */
final class LoadedFamily {
  private final List<LoadedCode> members = new ArrayList<>();

  void add(LoadedCode member) {
    members.add(member);
  }

  void remove(LoadedCode member) {
    members.remove(member);
  }

  /** Those that can be used, in the order they were loaded in. */
  List<LoadedCode> open() {
    return members.stream().filter(LoadedCode::isOpen).toList();
  }

  /** Those whose code is in memory. */
  List<LoadedCode> members() {
    return List.copyOf(members);
  }

  /** Who can be used and defines a symbol; null for nobody. */
  @Nullable LoadedCode definer(String symbol) {
    for (LoadedCode member : members) {
      if (member.isOpen() && member.defines(symbol)) {
        return member;
      }
    }
    return null;
  }

  /** All that those define who can be used. */
  Set<String> defined() {
    Set<String> defined = new HashSet<>();
    open().forEach(member -> member.addDefinedTo(defined));
    return defined;
  }
}
