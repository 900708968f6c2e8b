package org.pinklang.frontend.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.Linkage;

/** What a top-level or predeclared name stands for, its types resolved. */
sealed interface Entity {

  /**
   * A function.
   *
   * @param parameterNames as written, for messages
   * @param external whether it is an {@code extern fn}
   */
  record Function(
      SymbolId symbol,
      PinkType.Function type,
      List<String> parameterNames,
      boolean external,
      Linkage linkage)
      implements Entity {}

  /**
   * A global.
   *
   * @param constant whether it is a {@code const}
   */
  record Global(SymbolId symbol, PinkType type, boolean constant, Linkage linkage)
      implements Entity {}

  /** A type: predeclared, struct or union. */
  record Type(PinkType type) implements Entity {}

  /** {@code panic}, {@code assert}, {@code size_of} or {@code align_of}. */
  record Builtin(Name name) implements Entity {

    /** The predeclared functions. */
    enum Name {
      PANIC,
      ASSERT,
      SIZE_OF,
      ALIGN_OF
    }
  }

  /**
   * A name that is not there or has errors; whoever asked has had it reported.
   *
   * @param symbol which declaration it would be, where that is known
   */
  record Broken(@Nullable SymbolId symbol) implements Entity {}
}
