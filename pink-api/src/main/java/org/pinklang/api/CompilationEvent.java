package org.pinklang.api;

/**
 * A piece of work on one unit has ended.
 *
 * @param phase what was done
 * @param unit logical name of the unit; where its head was not read yet, the name of its file
 */
public record CompilationEvent(Phase phase, String unit) {

  /** What is done to a unit, in order. */
  public enum Phase {
    /** Its text was read and the head scanned. */
    SCANNED,
    /** Its text was parsed. */
    PARSED,
    /** Its manifest was made. */
    OUTLINED,
    /** Its bodies were checked. */
    CHECKED,
    /** Code was generated. */
    COMPILED,
    /** The program was linked. */
    LINKED
  }
}
