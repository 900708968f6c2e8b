package org.pinklang.api;

/**
 * A piece of work on one unit has ended.
 *
 * @param phase what was done
 * @param unit logical name of the unit; when a program unit is scanned, the name of its file; when
 *     a program is linked, the path of what is written
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
