package org.pinklang.api;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Whether a build gave what a build from nothing gives. Immutable.
 *
 * @param result of the build as usual
 * @param difference the first difference, in the order of units and then of artefacts, what is
 *     linked last; empty where there is none
 * @param linkProblems what keeps a program that has a {@code main} from being linked
 */
public record Verification(
    CompilationResult result, Optional<Difference> difference, List<Diagnostic> linkProblems) {

  /** Copies the list. */
  public Verification {
    linkProblems = List.copyOf(linkProblems);
  }

  /** Whether there is no difference; also of a program with errors. */
  public boolean succeeded() {
    return difference.isEmpty();
  }

  /** What is compared. */
  public enum Artefact {
    /** The text itself, which somebody changed between the two builds. */
    TEXT("text"),
    /** The manifest. */
    MANIFEST("manifest"),
    /** The diagnostics, as JSON, one a line. */
    DIAGNOSTICS("list of diagnostics"),
    /** The object, or what else was compiled. */
    CODE("compiled code"),
    /** The executable, of a program that has a {@code main}. */
    PROGRAM("executable"),
    /** The shared library, where there is no {@code main}. */
    LIBRARY("shared library"),
    /** The static archive, where there is no {@code main}. */
    ARCHIVE("static archive"),
    /** The hash by which a file is known to be the executable. */
    LINK_RECORD("record of the executable"),
    /** The hash by which a file is known to be the shared library. */
    LIBRARY_RECORD("record of the shared library");

    private final String words;

    Artefact(String words) {
      this.words = words;
    }
  }

  /**
   * The first difference.
   *
   * @param unit the unit's logical name; empty for what is linked
   * @param file the path or name of its text, as it was given or found; empty for what is linked
   * @param artefact what differs
   * @param offset of the first byte that differs, from 0; the shorter one's length where it is the
   *     beginning of the other
   * @param place what that byte belongs to, in words: the section and the declaration, or the line
   */
  public record Difference(
      String unit, String file, Artefact artefact, long offset, Optional<String> place) {

    /** A sentence without a full stop. */
    public String toText() {
      return toText(UnaryOperator.identity());
    }

    /**
     * A sentence without a full stop.
     *
     * @param shown the path of a file as it is to be shown
     */
    public String toText(UnaryOperator<String> shown) {
      String whose = file.isEmpty() ? "" : shown.apply(file) + ": ";
      if (artefact == Artefact.TEXT) {
        return whose + "the text was changed meanwhile; verify again";
      }
      String where = place.map(words -> ", in " + words).orElse("");
      return "%sthe %s is not what a build from nothing gives, from byte %d on%s"
          .formatted(whose, artefact.words, offset, where);
    }
  }
}
