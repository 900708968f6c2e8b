package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.Local;

/**
 * The locals of one function, and which of them a name means at the place being checked. Entering
 * and leaving a scope costs what is declared in it.
 */
final class LocalScopes {
  private final Map<String, LocalSymbol> visible = new HashMap<>();
  private final List<LocalSymbol> inScope = new ArrayList<>();
  private final List<LocalSymbol> all = new ArrayList<>();
  private int depth;

  /** Opens a scope; gives what {@link #leave} takes. */
  int enter() {
    depth++;
    return inScope.size();
  }

  /** Closes the scope that {@code mark} was given for. */
  void leave(int mark) {
    depth--;
    for (int i = inScope.size() - 1; i >= mark; i--) {
      LocalSymbol symbol = inScope.remove(i);
      LocalSymbol shadowed = symbol.shadowed();
      if (shadowed == null) {
        visible.remove(symbol.local().name());
      } else {
        visible.put(symbol.local().name(), shadowed);
      }
    }
  }

  /** The locals declared since a scope was opened, which {@code mark} was given for. */
  List<LocalSymbol> declaredSince(int mark) {
    return inScope.subList(mark, inScope.size());
  }

  /** The local a name means; null for none. */
  @Nullable LocalSymbol find(String name) {
    return visible.get(name);
  }

  /** The local of a name in the innermost scope. */
  @Nullable LocalSymbol findInnermost(String name) {
    LocalSymbol symbol = visible.get(name);
    return symbol != null && symbol.depth() == depth ? symbol : null;
  }

  /** Declares a local in the innermost scope; one named {@code _} cannot be found. */
  LocalSymbol declare(Identifier name, PinkType type, LocalSymbol.Role role) {
    Local local = new Local(all.size(), name.text(), type, name.start());
    LocalSymbol symbol = new LocalSymbol(local, role, depth, visible.get(name.text()));
    all.add(symbol);
    if (!name.isDiscard()) {
      visible.put(name.text(), symbol);
      inScope.add(symbol);
    }
    return symbol;
  }

  /** What is known of a local. */
  LocalSymbol symbol(Local local) {
    return all.get(local.id());
  }

  /** The locals that are visible, hidden ones included, outermost first. */
  List<LocalSymbol> inScope() {
    return inScope;
  }

  /** Every local of the function, in the order of their ids. */
  List<LocalSymbol> all() {
    return all;
  }

  /** Every local as code generation sees it. */
  List<Local> locals() {
    List<Local> locals = new ArrayList<>(all.size());
    for (LocalSymbol symbol : all) {
      locals.add(symbol.local());
    }
    return locals;
  }

  /** The locals whose address is taken. */
  Set<Local> addressTaken() {
    Set<Local> taken = new HashSet<>();
    for (LocalSymbol symbol : all) {
      if (symbol.isAddressTaken()) {
        taken.add(symbol.local());
      }
    }
    return taken;
  }
}
