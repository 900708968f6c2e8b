package org.pinklang.benchmarks.generated;

/** What is done to the first module between two builds. */
public enum Edit {
  NOTHING("nothing"),
  COMMENT("a comment"),
  BODY("a body"),
  NEW_EXPORT("a new export"),
  SIGNATURE("a signature");

  /** Above every constant of the program as it is generated. */
  private static final int FIRST_START = 10_000;

  private final String words;

  Edit(String words) {
    this.words = words;
  }

  /** The edit for a reader. */
  public String words() {
    return words;
  }

  /** A constant in the body of a function of the first module, which an edit of a body changes. */
  int start(GeneratedProgram.Function function, int index, int round) {
    return this == BODY && index == 0 ? FIRST_START + round : function.start();
  }

  /** How many times the linker must run: an export that nobody uses is in the program, too. */
  public int linked() {
    return this == NOTHING || this == COMMENT ? 0 : 1;
  }

  /** How many units must be compiled again, where one declaration is used by so many others. */
  public int compiled(int users) {
    return switch (this) {
      case NOTHING, COMMENT -> 0;
      case BODY, NEW_EXPORT -> 1;
      case SIGNATURE -> 1 + users;
    };
  }
}
