package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/** Functions as messages show them. */
final class Signatures {
  private Signatures() {}

  /** {@code fn dot(a: Point, b: Point) -> Integer}. */
  static String of(Entity.Function function) {
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < function.type().parameters().size(); i++) {
      String type = function.type().parameters().get(i).display();
      parameters.add(
          i < function.parameterNames().size()
              ? function.parameterNames().get(i) + ": " + type
              : type);
    }
    if (function.type().variadic()) {
      parameters.add("...");
    }
    PinkType result = function.type().result();
    String arrow = result == Scalar.NIL ? "" : " -> " + result.display();
    return "fn " + function.symbol().name() + "(" + String.join(", ", parameters) + ")" + arrow;
  }
}
