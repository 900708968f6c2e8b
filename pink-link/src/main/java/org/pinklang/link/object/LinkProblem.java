package org.pinklang.link.object;

import java.util.List;

/** Why objects cannot be linked: something the user can mend. Names are linkage names. */
public sealed interface LinkProblem {
  /**
   * No object and no library of the system defines a symbol that objects need.
   *
   * @param symbol its linkage name
   * @param neededBy the objects that need it, in the order they were given
   */
  record UndefinedSymbol(String symbol, List<String> neededBy) implements LinkProblem {}

  /**
   * Several objects define the same symbol.
   *
   * @param symbol its linkage name
   * @param definedBy the objects that define it, in the order they were given
   */
  record DuplicateSymbol(String symbol, List<String> definedBy) implements LinkProblem {}

  /** No object defines {@code main}, and an executable was asked for. */
  record NoEntry() implements LinkProblem {}

  /**
   * C functions are called, but the system's C library was not found.
   *
   * @param symbols what it was needed for
   * @param searched the folders it was looked for in
   */
  record NoLibrary(List<String> symbols, List<String> searched) implements LinkProblem {}

  /** What was asked for cannot be linked for the target. */
  record UnsupportedTarget(String triple, List<String> supported) implements LinkProblem {}

  /** A program is for another target than this process. */
  record OtherHost(String triple, String host) implements LinkProblem {}

  /**
   * Something given as an object, archive or shared library is none, not all of one, or cannot be
   * part of what is made.
   *
   * @param object what it is called
   * @param reason half a sentence that says what is wrong
   */
  record UnusableObject(String object, String reason) implements LinkProblem {}

  /**
   * An object is for another machine.
   *
   * @param object what it is called
   * @param machine what it is for
   * @param wanted what it should be for
   */
  record OtherMachine(String object, String machine, String wanted) implements LinkProblem {}
}
