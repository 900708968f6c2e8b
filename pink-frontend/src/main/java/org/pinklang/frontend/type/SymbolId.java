package org.pinklang.frontend.type;

import org.jspecify.annotations.Nullable;

/**
 * The identity of a top-level declaration: nothing but where it belongs and its name.
 *
 * @param module the module's full name; empty in a program unit
 * @param unit empty for a name that all units of the module share; the logical name of its unit for
 *     a declaration of a program unit and for a private one of an implementation unit
 * @param name the declared name
 */
public record SymbolId(String module, String unit, String name) implements Comparable<SymbolId> {

  /** A declaration whose name is shared by the units of its module. */
  public static SymbolId of(String module, String name) {
    return new SymbolId(module, "", name);
  }

  /** As diagnostics write it: {@code math.vector::dot}, or {@code main} in a program unit. */
  public String display() {
    return module.isEmpty() ? name : module + "::" + name;
  }

  // Maps are asked with these all the time, too often for what is generated for records.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SymbolId that
        && name.equals(that.name)
        && module.equals(that.module)
        && unit.equals(that.unit);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * module.hashCode() + name.hashCode()) + unit.hashCode();
  }

  /** Orders by module, name and unit. */
  @Override
  public int compareTo(SymbolId other) {
    int byModule = module.compareTo(other.module);
    if (byModule != 0) {
      return byModule;
    }
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : unit.compareTo(other.unit);
  }
}
