package org.pinklang.frontend.check;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.Local;

/** What constant expressions at top level may refer to. */
final class GlobalConstants implements ConstantEvaluator.Environment {
  private final FactReader facts;

  GlobalConstants(FactReader facts) {
    this.facts = facts;
  }

  @Override
  public boolean isConstant(SymbolId global) {
    Declared declared = facts.find(global);
    return declared != null && declared.isConstant();
  }

  @Override
  public @Nullable ConstantValue constant(SymbolId global) {
    Declared declared = facts.find(global);
    ConstantValue value = declared == null ? null : facts.value(declared);
    if (value == null
        && (declared == null || !facts.isHidden(BuildFacts.FactKey.Kind.VALUE, declared))) {
      facts.noteError();
    }
    return value;
  }

  @Override
  public Runnable checkpoint() {
    return facts.checkpoint();
  }

  @Override
  public @Nullable ConstantValue local(Local local) {
    return null;
  }
}
