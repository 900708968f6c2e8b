package org.pinklang.frontend.check;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.SuggestedEdit;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.type.PinkType;

/** The types that the unit's own declarations leave out, as edits that write them. */
final class InferredTypes {
  private static final String DESCRIPTION = "write the type";

  private final FactReader facts;

  InferredTypes(FactReader facts) {
    this.facts = facts;
  }

  /** The type to be written; null where it is written, or where nothing can be inferred. */
  @Nullable PinkType of(Declared declared) {
    PinkType type =
        switch (declared.writesTypes() ? null : facts.entity(declared)) {
          case Entity.Function function -> function.type().result();
          case Entity.Global global -> global.type();
          case null, default -> null;
        };
    return type == null || type == PinkType.Never.NEVER || TypeParts.isErroneous(type)
        ? null
        : type;
  }

  /** The edit that writes the type of a declaration; null where there is none to be written. */
  @Nullable SuggestedEdit edit(Declared declared, Declaration tree) {
    PinkType type = of(declared);
    if (type == null) {
      return null;
    }
    return switch (tree) {
      case Declaration.Function function when function.body() != null ->
          edit(function.body().start(), "-> " + type.display() + " ");
      case Declaration.Global global -> edit(global.name().end(), ": " + type.display());
      default -> null;
    };
  }

  private SuggestedEdit edit(int at, String text) {
    return new SuggestedEdit(facts.own().logicalName(), new Span(at, at), text, DESCRIPTION);
  }
}
