package org.pinklang.frontend.check;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.typed.HeldBody;

/**
 * The bodies that one unit offers, by the names of their functions. Safe for any number of threads.
 */
public interface OfferedBodies {

  /** Offers nothing. */
  OfferedBodies NONE =
      new OfferedBodies() {
        @Override
        public @Nullable HeldBody find(String name) {
          return null;
        }

        @Override
        public @Nullable ContentHash fingerprint(String name) {
          return null;
        }
      };

  /**
   * A body as somebody wrote it down; whether it fits the present build is not known. Null where
   * none is offered, or what is there is none.
   */
  @Nullable HeldBody find(String name);

  /**
   * The hash of what code a body becomes depends on, beside other declarations: its expressions and
   * the lines and columns that its panics name. Null where none is offered.
   */
  @Nullable ContentHash fingerprint(String name);
}
