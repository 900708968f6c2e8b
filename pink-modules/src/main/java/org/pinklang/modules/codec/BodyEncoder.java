package org.pinklang.modules.codec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.OfferedFunction;
import org.pinklang.frontend.typed.TypedChildren;
import org.pinklang.frontend.typed.TypedExpression;

/**
 * Writes one body: expressions after what is directly in them, so that neither writing nor reading
 * needs a stack for what is nested. Places are numbers into the offsets that the body has. For one
 * thread, once.
 */
final class BodyEncoder {
  private final CheckedFunction function;
  private final Map<SymbolId, ConstantValue> constants;
  private final BodyTables tables = new BodyTables();
  private final List<TypedExpression> postorder = new ArrayList<>();
  private final List<Integer> offsets;

  BodyEncoder(OfferedFunction offered) {
    this.function = offered.function();
    this.constants = offered.constants();
    listNodes();
    this.offsets = findOffsets();
  }

  /** The offsets in the text whose lines and columns belong to the body, ascending. */
  List<Integer> offsets() {
    return offsets;
  }

  /** An expression and whether all in it has been listed. */
  private record Pending(TypedExpression expression, boolean isEntered) {}

  private void listNodes() {
    Deque<Pending> open = new ArrayDeque<>();
    open.push(new Pending(function.body(), false));
    while (!open.isEmpty()) {
      Pending next = open.pop();
      if (next.isEntered()) {
        postorder.add(next.expression());
        continue;
      }
      open.push(new Pending(next.expression(), true));
      List<TypedExpression> children = new ArrayList<>();
      TypedChildren.visit(next.expression(), children::add);
      children.reversed().forEach(child -> open.push(new Pending(child, false)));
    }
  }

  private List<Integer> findOffsets() {
    SortedSet<Integer> found = new TreeSet<>();
    found.add(function.offset());
    found.add(function.end());
    function.locals().forEach(local -> found.add(local.offset()));
    postorder.forEach(expression -> found.add(expression.offset()));
    return List.copyOf(found);
  }

  private int place(int offset) {
    int index = Collections.binarySearch(offsets, offset);
    if (index < 0) {
      throw new IllegalArgumentException("an offset that the body does not have");
    }
    return index;
  }

  byte[] encode() {
    ByteWriter content = new ByteWriter();
    head(content);
    panics(content);
    content.putNumber(postorder.size());
    BodyNodeEncoder nodes = new BodyNodeEncoder(tables, content);
    for (TypedExpression expression : postorder) {
      nodes.write(withValue(expression), place(expression.offset()));
    }
    ByteWriter out = new ByteWriter();
    tables.write(out);
    out.put(content);
    return out.toByteArray();
  }

  private void head(ByteWriter out) {
    tables.symbol(function.symbol(), out);
    out.putNumber(tables.type(function.type()));
    out.put(function.inline() ? 1 : 0);
    out.putNumber(place(function.offset()));
    out.putNumber(place(function.end()));
    out.putNumber(function.locals().size());
    out.putNumber(function.parameters().size());
    for (Local local : function.locals()) {
      out.putNumber(tables.text(local.name()));
      out.putNumber(tables.type(local.type()));
      out.putNumber(place(local.offset()));
      out.put(function.addressTaken().contains(local) ? 1 : 0);
    }
  }

  private void panics(ByteWriter out) {
    SortedSet<Integer> places = new TreeSet<>();
    for (TypedExpression expression : postorder) {
      if (PanicPlaces.mayPanic(expression)) {
        places.add(place(expression.offset()));
      }
    }
    out.putNumber(places.size());
    places.forEach(out::putNumber);
  }

  /** An expression, a constant that is read being its value. */
  private TypedExpression withValue(TypedExpression expression) {
    if (expression instanceof TypedExpression.GlobalPlace place) {
      ConstantValue value = constants.get(place.symbol());
      if (value != null) {
        return new TypedExpression.Constant(value, place.offset());
      }
    }
    return expression;
  }
}
