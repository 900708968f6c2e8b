package org.pinklang.codegen.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM that crashes says of it on standard output. */
final class CrashText {
  private static final Pattern CAUSE = Pattern.compile("#  (SIG[A-Z]+|EXCEPTION_[A-Z_]+)");
  private static final String OUT_OF_MEMORY = "There is insufficient memory";

  private CrashText() {}

  /** How the process ended, as the end of a sentence about it. */
  static String describe(String text) {
    if (text.contains(OUT_OF_MEMORY)) {
      return "ran out of memory";
    }
    Matcher cause = CAUSE.matcher(text);
    return cause.find() ? "crashed (" + cause.group(1) + ")" : "crashed";
  }
}
