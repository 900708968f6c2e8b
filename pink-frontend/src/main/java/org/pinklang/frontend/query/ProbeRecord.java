package org.pinklang.frontend.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.check.Referent;
import org.pinklang.frontend.check.ScopeProbe;
import org.pinklang.frontend.check.UnitChecker;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;

/** What the checker tells about the place of a mark. For one thread. */
final class ProbeRecord implements ScopeProbe {
  private final int offset;
  private List<VisibleLocal> locals = List.of();
  private List<Method> methods = List.of();
  private @Nullable PinkType object;
  private @Nullable SymbolId owner;

  private ProbeRecord(int offset) {
    this.offset = offset;
  }

  /** Asks the checker. */
  static ProbeRecord of(MarkedUnit marked) {
    ProbeRecord probe = new ProbeRecord(marked.offset());
    QueriedUnit unit = marked.unit();
    UnitChecker.probe(unit.text(), unit.tree(), unit.outline(), unit.build(), probe);
    return probe;
  }

  /** The locals in scope, innermost first. */
  List<VisibleLocal> locals() {
    return locals;
  }

  /** The functions that can be called on what stands before the dot. */
  List<Method> methods() {
    return methods;
  }

  /** The type whose members can be named behind the dot; null where there is no dot. */
  @Nullable PinkType object() {
    return object;
  }

  /** The type whose field or alternative the mark is; null for none. */
  @Nullable SymbolId owner() {
    return owner;
  }

  @Override
  public int offset() {
    return offset;
  }

  @Override
  public void scope(List<VisibleLocal> visible) {
    locals = visible;
  }

  @Override
  public void members(PinkType type, List<Method> applicable) {
    if (object == null || type != PinkType.Erroneous.ERRONEOUS) {
      object = type;
      methods = applicable;
    }
  }

  @Override
  public void named(int start, int end, Referent referent) {
    if (start == offset && referent instanceof Referent.Member member) {
      owner = member.owner();
    }
  }

  @Override
  public void declared(int start, int end, Referent.Local local, LocalKind kind, PinkType type) {}

  @Override
  public void typed(int start, int end, PinkType type) {}
}
