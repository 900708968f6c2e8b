package org.pinklang.frontend.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.TypeDefinition;

/** Struct, union, tuple and array values. */
final class AggregateExpressions {
  private final ExpressionGenerator all;
  private final Choices choices;

  AggregateExpressions(ExpressionGenerator all) {
    this.all = all;
    this.choices = all.choices;
  }

  Fragment expression(PinkType type, Mode mode, int depth, Scope scope) {
    return switch (type) {
      case PinkType.Tuple tuple -> tuple(tuple.elements(), mode, depth, scope);
      case PinkType.Array array -> array(array, mode, depth, scope);
      case PinkType.Nominal nominal -> nominal(nominal, depth, scope);
      default -> throw new IllegalArgumentException(type.display());
    };
  }

  private Fragment part(PinkType type, Mode mode, int depth, Scope scope) {
    return all.expression(type, mode.inside(), Math.min(depth - 1, 2), scope);
  }

  Fragment tuple(List<PinkType> elements, Mode mode, int depth, Scope scope) {
    StringJoiner joiner = new StringJoiner(", ", "(", ")");
    for (PinkType element : elements) {
      joiner.add(part(element, mode, depth, scope).anywhere());
    }
    return Fragment.postfix(joiner.toString());
  }

  Fragment array(PinkType.Array array, Mode mode, int depth, Scope scope) {
    if (choices.chance(25)) {
      String element = part(array.element(), mode, depth, scope).anywhere();
      return Fragment.postfix("[" + element + "; " + array.length() + "]");
    }
    StringJoiner joiner = new StringJoiner(", ", "[", "]");
    for (long i = 0; i < array.length(); i++) {
      joiner.add(part(array.element(), mode, depth, scope).anywhere());
    }
    return Fragment.postfix(joiner.toString());
  }

  private Fragment nominal(PinkType.Nominal type, int depth, Scope scope) {
    return switch (all.world.definition(type)) {
      case TypeDefinition.Struct struct -> struct(struct, depth, scope);
      case TypeDefinition.Union union -> union(union, depth, scope);
    };
  }

  private Fragment struct(TypeDefinition.Struct struct, int depth, Scope scope) {
    List<TypeDefinition.Field> order = new ArrayList<>(struct.fields());
    StringJoiner joiner = new StringJoiner(", ", " { ", choices.chance(10) ? ", }" : " }");
    for (TypeDefinition.Field field : choices.chance(50) ? order : choices.shuffled(order)) {
      Fragment value = part(field.type(), Mode.WANTED, depth, scope);
      joiner.add(field.name() + ": " + value.anywhere());
    }
    return Fragment.postfix(all.module.spell(struct.symbol()) + joiner);
  }

  private Fragment union(TypeDefinition.Union union, int depth, Scope scope) {
    TypeDefinition.Alternative alternative = choices.pick(union.alternatives());
    String name = all.module.spell(union.symbol()) + "." + alternative.name();
    PinkType payload = alternative.type();
    if (payload == null) {
      return Fragment.postfix(name);
    }
    return Fragment.postfix(name + "(" + part(payload, Mode.WANTED, depth, scope).anywhere() + ")");
  }
}
