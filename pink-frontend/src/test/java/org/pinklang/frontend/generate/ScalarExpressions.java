package org.pinklang.frontend.generate;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/** Operators, conversions and what else gives a number or a Boolean. */
final class ScalarExpressions {
  /** In a hundred operations that might panic, how many are left to chance. */
  private static final int UNGUARDED = 3;

  private final ExpressionGenerator all;
  private final Choices choices;

  ScalarExpressions(ExpressionGenerator all) {
    this.all = all;
    this.choices = all.choices;
  }

  Fragment expression(Scalar type, Mode mode, int depth, Scope scope) {
    return switch (type.kind()) {
      case NIL -> Fragment.postfix("nil");
      case BOOLEAN -> truth(depth, scope);
      case FLOAT -> floating(type, mode, depth, scope);
      default -> integer(type, mode, depth, scope);
    };
  }

  private Fragment integer(Scalar type, Mode mode, int depth, Scope scope) {
    return switch (choices.below(14)) {
      case 0, 1 -> chain(type, "+", 6, mode, depth, scope);
      case 2 -> chain(type, "-", 6, mode, depth, scope);
      case 3 -> chain(type, "*", 7, mode, depth, scope);
      case 4 -> chain(type, choices.oneOf("&", "|", "^"), 4, mode, depth, scope);
      case 5, 6 -> division(type, mode, depth, scope);
      case 7, 8 -> shift(type, mode, depth, scope);
      case 9 -> prefix("-", all.expression(type, Mode.FREE, depth - 1, scope));
      case 10 -> prefix("~", all.expression(type, operandOfPrefix(mode), depth - 1, scope));
      case 11 -> measured(type, depth, scope);
      default -> conversion(type, depth, scope);
    };
  }

  private static Mode operandOfPrefix(Mode mode) {
    return mode == Mode.FREE ? Mode.FREE : Mode.OPERAND;
  }

  private static Fragment prefix(String operator, Fragment operand) {
    String text = operand.at(Fragment.PREFIX);
    return Fragment.of(operator + (text.startsWith("-") ? " " : "") + text, Fragment.PREFIX);
  }

  /** Operands of which one at least has the type by itself, unless it is wanted. */
  private Fragment chain(
      Scalar type, String operator, int level, Mode mode, int depth, Scope scope) {
    boolean leftIsFree = mode == Mode.FREE && choices.chance(60);
    boolean rightIsFree = mode == Mode.FREE && !leftIsFree;
    Fragment left = all.expression(type, leftIsFree ? Mode.FREE : Mode.OPERAND, depth - 1, scope);
    Fragment right = all.expression(type, rightIsFree ? Mode.FREE : Mode.OPERAND, depth - 1, scope);
    return binary(left, operator, right, level);
  }

  private Fragment binary(Fragment left, String operator, Fragment right, int level) {
    String text = left.at(level) + " " + operator + " " + right.at(level + 1);
    return choices.chance(10) ? Fragment.postfix("(" + text + ")") : Fragment.of(text, level);
  }

  private Fragment division(Scalar type, Mode mode, int depth, Scope scope) {
    Fragment left = all.expression(type, mode == Mode.FREE ? mode : Mode.OPERAND, depth - 1, scope);
    Fragment right = divisor(type, depth, scope);
    return binary(left, choices.oneOf("/", "%"), right, 7);
  }

  private Fragment divisor(Scalar type, int depth, Scope scope) {
    if (all.constant || choices.chance(30)) {
      return Fragment.postfix(choices.oneOf("1", "2", "3", "7", "10", "100"));
    }
    Fragment any = all.expression(type, Mode.FREE, depth - 1, scope);
    return choices.chance(UNGUARDED) ? any : Fragment.of(any.at(4) + " | 1", 4);
  }

  private Fragment shift(Scalar type, Mode mode, int depth, Scope scope) {
    Mode leftMode = mode == Mode.WANTED ? Mode.OPERAND : Mode.FREE;
    Fragment left = all.expression(type, leftMode, depth - 1, scope);
    return binary(left, choices.oneOf("<<", ">>"), count(type, depth, scope), 5);
  }

  private Fragment count(Scalar type, int depth, Scope scope) {
    if (choices.chance(50)) {
      return all.literals.small(type.bits());
    }
    Fragment any = all.expression(all.types.integer(), Mode.FREE, depth - 1, scope);
    boolean unguarded = !all.constant && choices.chance(UNGUARDED);
    return unguarded ? any : Fragment.of(any.at(4) + " & 7", 4);
  }

  private Fragment conversion(Scalar type, int depth, Scope scope) {
    Scalar from = choices.chance(15) && type.isInteger() ? Scalar.BOOLEAN : all.types.number();
    Fragment operand = all.expression(from, Mode.FREE, depth - 1, scope);
    return Fragment.postfix(all.module.spell(type) + "(" + operand.anywhere() + ")");
  }

  /** Sizes, lengths and bytes of text, converted where the type is another one. */
  private Fragment measured(Scalar type, int depth, Scope scope) {
    if (type == Scalar.UNSIGNED8) {
      String index = choices.oneOf("0", "1", "2");
      return Fragment.postfix(
          choices.oneOf("\"pink\"", "\"\\x00\\xff\\u{e4}\"") + "[" + index + "]");
    }
    PinkType any = all.types.plain();
    Fragment size =
        switch (choices.below(3)) {
          case 0 -> Fragment.postfix("size_of(" + all.module.spell(any) + ")");
          case 1 -> Fragment.postfix("align_of(" + all.module.spell(any) + ")");
          default -> length(scope);
        };
    return type == Scalar.INTEGER64
        ? size
        : Fragment.postfix(all.module.spell(type) + "(" + size.anywhere() + ")");
  }

  private Fragment length(Scope scope) {
    Path slice = all.paths.find(scope, path -> path.type() instanceof PinkType.Slice);
    return slice == null
        ? Fragment.postfix("\"caf\\u{e9}\"[1..4].length")
        : Fragment.postfix(slice.text() + ".length");
  }

  // ---- floats ----------------------------------------------------------------------------------

  private Fragment floating(Scalar type, Mode mode, int depth, Scope scope) {
    return switch (choices.below(7)) {
      case 0 -> chain(type, "+", 6, mode, depth, scope);
      case 1 -> chain(type, "-", 6, mode, depth, scope);
      case 2 -> chain(type, "*", 7, mode, depth, scope);
      case 3 -> chain(type, "/", 7, mode, depth, scope);
      case 4 -> prefix("-", all.expression(type, Mode.FREE, depth - 1, scope));
      default -> conversion(type, depth, scope);
    };
  }

  // ---- Booleans --------------------------------------------------------------------------------

  private Fragment truth(int depth, Scope scope) {
    return switch (choices.below(9)) {
      case 0 -> logical("and", 1, depth, scope);
      case 1 -> logical("or", 0, depth, scope);
      case 2 -> logical(choices.oneOf("&", "|", "^"), 4, depth, scope);
      case 3 -> prefix("!", all.expression(Scalar.BOOLEAN, Mode.FREE, depth - 1, scope));
      case 4 -> equality(depth, scope);
      case 5 -> pointersCompared(depth, scope);
      default -> ordering(depth, scope);
    };
  }

  private Fragment logical(String operator, int level, int depth, Scope scope) {
    return binary(
        all.expression(Scalar.BOOLEAN, Mode.WANTED, depth - 1, scope),
        operator,
        all.expression(Scalar.BOOLEAN, Mode.WANTED, depth - 1, scope),
        level);
  }

  private Fragment ordering(int depth, Scope scope) {
    Scalar type = all.types.number();
    return binary(
        all.expression(type, Mode.FREE, depth - 1, scope),
        choices.oneOf("<", "<=", ">", ">="),
        all.expression(type, Mode.OPERAND, depth - 1, scope),
        3);
  }

  private Fragment equality(int depth, Scope scope) {
    PinkType type = all.types.plain();
    if (!all.world.isComparable(type)) {
      return ordering(depth, scope);
    }
    return binary(
        all.expression(type, Mode.FREE, depth - 1, scope),
        choices.oneOf("==", "!="),
        all.expression(type, type instanceof Scalar ? Mode.OPERAND : Mode.FREE, depth - 1, scope),
        2);
  }

  private Fragment pointersCompared(int depth, Scope scope) {
    Path left = all.constant ? null : pointer(scope);
    if (left == null) {
      return ordering(depth, scope);
    }
    boolean nullable = left.type() instanceof PinkType.Pointer p && p.nullable();
    Path right = all.paths.find(left.type(), scope, path -> true);
    String operator = choices.oneOf("==", "!=");
    return Fragment.of(
        left.text() + " " + operator + " " + (nullable || right == null ? "nil" : right.text()), 2);
  }

  private @Nullable Path pointer(Scope scope) {
    return all.paths.find(
        scope,
        path ->
            path.type() instanceof PinkType.Pointer pointer
                && (pointer.nullable() || path.depth() >= 0));
  }
}
