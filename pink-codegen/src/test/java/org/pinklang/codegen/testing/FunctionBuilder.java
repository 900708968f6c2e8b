package org.pinklang.codegen.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.Linkage;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;

/** A function and its locals, in the order in which they are asked for. */
public final class FunctionBuilder {
  private final String name;
  private final PinkType result;
  private final List<Local> parameters = new ArrayList<>();
  private final List<Local> locals = new ArrayList<>();
  private Linkage linkage = Linkage.INTERNAL;
  private int offset;

  public FunctionBuilder(String name, PinkType result) {
    this.name = name;
    this.result = result;
  }

  public FunctionBuilder visible() {
    linkage = Linkage.PUBLIC;
    return this;
  }

  public FunctionBuilder at(int nameOffset) {
    offset = nameOffset;
    return this;
  }

  public Local parameter(PinkType type) {
    Local local = local(type);
    parameters.add(local);
    return local;
  }

  public Local local(PinkType type) {
    Local local = new Local(locals.size(), "v" + locals.size(), type, 0);
    locals.add(local);
    return local;
  }

  public PinkType.Function type() {
    return new PinkType.Function(parameters.stream().map(Local::type).toList(), result, false);
  }

  public TypedExpression.FunctionReference reference() {
    return new TypedExpression.FunctionReference(SymbolId.of("", name), type(), false, linkage, 0);
  }

  public CheckedFunction body(TypedExpression... terms) {
    return new CheckedFunction(
        SymbolId.of("", name),
        type(),
        linkage,
        false,
        parameters,
        locals,
        Set.of(),
        Trees.block(terms),
        offset,
        offset);
  }
}
