package org.pinklang.api;

import java.util.Optional;
import org.pinklang.frontend.type.LinkageNames;

/** The names that declarations have in object files. */
public final class LinkageName {

  private LinkageName() {}

  /**
   * What a linkage name stands for, as the language writes it: {@code math.vector::dot}. Empty for
   * what is no linkage name of a Pink declaration.
   */
  public static Optional<String> demangle(String linkageName) {
    return LinkageNames.demangle(Arguments.present(linkageName, "linkageName"));
  }
}
