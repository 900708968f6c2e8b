package org.pinklang.frontend.typed;

import java.util.List;
import java.util.Set;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;

/**
 * A function with its body checked.
 *
 * @param symbol its identity
 * @param type parameters and result
 * @param linkage who can see it
 * @param inline whether it was marked {@code inline}
 * @param parameters the locals that hold the arguments, those named {@code _} included
 * @param locals every local, parameters first, in the order of their ids
 * @param addressTaken the locals whose address is taken
 * @param body the body; its type is the function's result, Never, or anything where the result is
 *     {@code Nil} and the value is dropped
 * @param offset where the function's name stands
 * @param end where the brace stands that closes the body
 */
public record CheckedFunction(
    SymbolId symbol,
    PinkType.Function type,
    Linkage linkage,
    boolean inline,
    List<Local> parameters,
    List<Local> locals,
    Set<Local> addressTaken,
    TypedExpression body,
    int offset,
    int end) {

  /** Copies the collections. */
  public CheckedFunction {
    parameters = List.copyOf(parameters);
    locals = List.copyOf(locals);
    addressTaken = Set.copyOf(addressTaken);
  }

  /** The same, seen by others. */
  public CheckedFunction withLinkage(Linkage other) {
    return new CheckedFunction(
        symbol, type, other, inline, parameters, locals, addressTaken, body, offset, end);
  }
}
