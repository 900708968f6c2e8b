package org.pinklang.modules.history;

/** Bytes that were to be a record are none; whoever reads records takes it for a missing one. */
final class MalformedRecordException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MalformedRecordException(String message) {
    super(message);
  }
}
