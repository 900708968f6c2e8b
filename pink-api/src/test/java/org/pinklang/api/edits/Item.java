package org.pinklang.api.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A declaration of a described program.
 *
 * @param id greater than those of all that were there when it was made; it uses only such, so that
 *     there are no circles
 * @param number of a constant its value, of a struct how many fields more than one, of a function a
 *     number it adds
 * @param type the type of a function's parameter
 * @param marked of a struct whether it is opaque, of a function whether it can panic, of a constant
 *     whether its number is written in another way
 */
record Item(
    Kind kind,
    String name,
    int id,
    boolean exported,
    int number,
    String type,
    boolean marked,
    List<Use> uses) {

  /** The kinds of declarations. */
  enum Kind {
    CONSTANT("c"),
    STRUCT("S"),
    VARIABLE("v"),
    /** A function that others call, with calls, values and sizes in its body. */
    FUNCTION("f"),
    /** A function that reads a field of a struct through a pointer. */
    PEEK("peek"),
    /** A function that gives the pointer it takes. */
    PASS("pass"),
    /** A function that calls another one as a method of a struct. */
    METHOD("call");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    String name(int id) {
      return prefix + id;
    }
  }

  /** How a declaration uses another one. */
  enum How {
    CALL,
    VALUE,
    VARIABLE,
    SIZE,
    HOLD,
    LENGTH,
    POINT,
    /** The fields of a struct behind a pointer. */
    FIELD,
    /** A function by the type of its first argument. */
    METHOD;

    /** What a use of this kind means. */
    boolean fits(Kind kind) {
      return switch (this) {
        case CALL -> kind == Kind.FUNCTION;
        case VALUE, LENGTH -> kind == Kind.CONSTANT;
        case VARIABLE -> kind == Kind.VARIABLE;
        case SIZE, HOLD, POINT, FIELD -> kind == Kind.STRUCT;
        case METHOD -> kind == Kind.PEEK;
      };
    }

    boolean isCall() {
      return this == CALL || this == METHOD;
    }

    /** Whether the size or the fields of a struct are used. */
    boolean needsLayout() {
      return this == SIZE || this == HOLD || this == FIELD;
    }
  }

  /**
   * A use.
   *
   * @param module under whose name the other declaration is used
   */
  record Use(How how, String module, String name) {}

  /** Copies the list. */
  Item {
    uses = List.copyOf(uses);
  }

  Item withNumber(int other) {
    return new Item(kind, name, id, exported, other, type, marked, uses);
  }

  Item withType(String other) {
    return new Item(kind, name, id, exported, number, other, marked, uses);
  }

  Item withName(String other) {
    return new Item(kind, other, id, exported, number, type, marked, uses);
  }

  Item withUses(List<Use> others) {
    return new Item(kind, name, id, exported, number, type, marked, others);
  }

  Item exported(boolean now) {
    return new Item(kind, name, id, now, number, type, marked, uses);
  }

  Item toggled() {
    return new Item(kind, name, id, exported, number, type, !marked, uses);
  }

  /** The same with every use rewritten. */
  Item rewritten(UnaryOperator<Use> rewriting) {
    List<Use> others = new ArrayList<>();
    uses.forEach(use -> others.add(rewriting.apply(use)));
    return withUses(others);
  }
}
