package org.pinklang.frontend.manifest;

/**
 * What an importable unit is asked for by.
 *
 * @param module the module's full name
 * @param partition the partition's name; empty for the primary interface unit
 */
public record UnitName(String module, String partition) implements Comparable<UnitName> {

  /** The primary interface unit of a module. */
  public static UnitName primary(String module) {
    return new UnitName(module, "");
  }

  /** Whether this names a primary interface unit. */
  public boolean isPrimary() {
    return partition.isEmpty();
  }

  /** {@code m} or {@code m:p}. */
  public String display() {
    return partition.isEmpty() ? module : module + ":" + partition;
  }

  /** Orders by module, then by partition. */
  @Override
  public int compareTo(UnitName other) {
    int byModule = module.compareTo(other.module);
    return byModule != 0 ? byModule : partition.compareTo(other.partition);
  }
}
