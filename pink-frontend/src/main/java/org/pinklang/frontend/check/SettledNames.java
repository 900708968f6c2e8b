package org.pinklang.frontend.check;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ModuleName;

/**
 * What names of one unit were found to stand for, each with all that its first use has noted, so
 * that a later use need not be looked up and noted again. For one thread.
 */
final class SettledNames {
  private final Map<String, Settled> unqualified = new HashMap<>();
  private final Map<String, Map<String, Settled>> qualified = new HashMap<>(0);

  /** One name that was found, and the earliest of its uses. */
  static final class Settled {
    final Entity entity;

    /** Null for what is predeclared. */
    final @Nullable Declared declared;

    private int earliest;

    private Settled(Entity entity, @Nullable Declared declared, int earliest) {
      this.entity = entity;
      this.declared = declared;
      this.earliest = earliest;
    }

    /** Notes a use; whether it stands before all others there were so far. */
    boolean noteUse(Identifier use) {
      boolean first = use.start() < earliest;
      earliest = Math.min(earliest, use.start());
      return first;
    }
  }

  /** What a name stands for; null where that has not been kept. */
  @Nullable Settled find(@Nullable ModuleName qualifier, Identifier name) {
    if (qualifier == null) {
      return unqualified.get(name.text());
    }
    Map<String, Settled> names = qualified.get(qualifier.text());
    return names == null ? null : names.get(name.text());
  }

  /** Keeps what a name stands for, and that it stands here. */
  void keep(
      @Nullable ModuleName qualifier, Identifier name, Entity entity, @Nullable Declared declared) {
    Map<String, Settled> names =
        qualifier == null
            ? unqualified
            : qualified.computeIfAbsent(qualifier.text(), text -> new HashMap<>());
    names.put(name.text(), new Settled(entity, declared, name.start()));
  }
}
