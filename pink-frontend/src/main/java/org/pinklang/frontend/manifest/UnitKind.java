package org.pinklang.frontend.manifest;

/** The kinds of unit; read from the head of the text, never from the name of a file. */
public enum UnitKind {
  /** {@code module m;}. */
  PRIMARY_INTERFACE,
  /** {@code module m:p;}. */
  INTERFACE_PARTITION,
  /** {@code implement m;}. */
  IMPLEMENTATION,
  /** {@code implement m:p;}. */
  INTERNAL_PARTITION,
  /** No unit declaration. */
  PROGRAM;

  /** Whether other units can import this one. */
  public boolean isImportable() {
    return this == PRIMARY_INTERFACE || this == INTERFACE_PARTITION || this == INTERNAL_PARTITION;
  }

  /** Whether this is part of its module's interface, so that it can export. */
  public boolean isInterface() {
    return this == PRIMARY_INTERFACE || this == INTERFACE_PARTITION;
  }
}
