package org.pinklang.frontend.check;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.Span;

/**
 * What a value is for: how its type is used, and what a message calls it.
 *
 * @param name of the parameter, field or local it goes to; empty for none
 * @param declared where the wanted type is written
 */
record Purpose(Kind kind, String name, @Nullable Span declared) {

  /** The value is dropped, so that branches need not agree. */
  static final Purpose UNUSED = new Purpose(Kind.UNUSED, "", null);

  /** The value is used and any type will do. */
  static final Purpose VALUE = new Purpose(Kind.VALUE, "", null);

  /** The value of a body whose result is being inferred. */
  static final Purpose INFERRED_RESULT = new Purpose(Kind.INFERRED_RESULT, "", null);

  /** Decides what is evaluated next. */
  static final Purpose CONDITION = new Purpose(Kind.CONDITION, "", null);

  /** Is written to a place. */
  static final Purpose ASSIGNED = new Purpose(Kind.ASSIGNED, "", null);

  /** Is an element of an array or tuple. */
  static final Purpose ELEMENT = new Purpose(Kind.ELEMENT, "", null);

  /** The kinds of purpose. */
  enum Kind {
    UNUSED,
    VALUE,
    INFERRED_RESULT,
    CONDITION,
    ASSIGNED,
    ELEMENT,
    OPERAND,
    ARGUMENT,
    INITIALIZER,
    RESULT,
    FIELD,
    PAYLOAD
  }

  static Purpose operand(String operator) {
    return new Purpose(Kind.OPERAND, operator, null);
  }

  static Purpose argument(String name) {
    return new Purpose(Kind.ARGUMENT, name, null);
  }

  static Purpose initializer(String name, @Nullable Span declared) {
    return new Purpose(Kind.INITIALIZER, name, declared);
  }

  static Purpose field(String name) {
    return new Purpose(Kind.FIELD, name, null);
  }

  static Purpose payload(String alternative) {
    return new Purpose(Kind.PAYLOAD, alternative, null);
  }

  /** The value as the subject of a sentence. */
  String subject() {
    return switch (kind) {
      case UNUSED, VALUE, INFERRED_RESULT -> "this value";
      case CONDITION -> "a condition";
      case ASSIGNED -> "what is assigned";
      case ELEMENT -> "this element";
      case OPERAND -> "an operand of `" + name + "`";
      case ARGUMENT -> name.isEmpty() ? "this argument" : "argument `" + name + "`";
      case INITIALIZER -> name.isEmpty() ? "the value" : "the value of `" + name + "`";
      case RESULT -> "the result of `" + name + "`";
      case FIELD -> "field `" + name + "`";
      case PAYLOAD -> "the value of alternative `" + name + "`";
    };
  }
}
