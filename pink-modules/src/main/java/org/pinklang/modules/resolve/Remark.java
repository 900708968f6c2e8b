package org.pinklang.modules.resolve;

/**
 * A manifest that a resolver found and did not use; the next one was asked.
 *
 * @param kind why it was not used
 * @param name what the file of the unit that it was looked at for is called, {@code a.b.pmi}
 * @param file what the user knows the file by
 * @param detail what exactly is wrong: a name or half a sentence, as {@code kind} says
 */
public record Remark(Kind kind, String name, String file, String detail) {

  /** Why a manifest is not used. */
  public enum Kind {
    /** The source in the place that the detail names is another text than it was made from. */
    STALE,
    /** The bytes are no manifest; the detail says what is wrong with them and what to do. */
    DAMAGED,
    /** It was written by another version of the compiler; the detail says which and what to do. */
    OTHER_VERSION,
    /** It is the manifest of the unit that the detail names. */
    OTHER_NAME,
    /** The policy wants the source in the place that the detail names, and it is not there. */
    SOURCE_MISSING,
    /** The file cannot be read, for the reason in the detail. */
    UNREADABLE
  }

  /** Whether the next resolver must not be asked where the user named this very file. */
  boolean isError() {
    return kind != Kind.STALE && kind != Kind.SOURCE_MISSING;
  }

  /** What is wrong and what to do, for a manifest that nothing else can stand in for. */
  String refusal() {
    return "`"
        + file
        + switch (kind) {
          case STALE -> "` was made from another text than `" + detail + "`";
          case DAMAGED, OTHER_VERSION, UNREADABLE -> "` cannot be read: " + detail;
          case OTHER_NAME -> "` is the manifest of " + detail + "; name the file of this one";
          case SOURCE_MISSING -> "` has no source in `" + detail + "`";
        };
  }
}
