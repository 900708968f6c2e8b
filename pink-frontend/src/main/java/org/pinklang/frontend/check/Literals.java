package org.pinklang.frontend.check;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Literal;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.tree.PrefixOperator;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.TypedExpression;

/** Literals, which take the type that is wanted of them, and operands built of nothing else. */
final class Literals {
  private static final BigInteger CONVERTIBLE_END = BigInteger.ONE.shiftLeft(64);

  private final BodyContext context;

  Literals(BodyContext context) {
    this.context = context;
  }

  /** A literal, of the hinted type where it can have it. */
  TypedExpression literal(Literal tree, @Nullable PinkType hint) {
    return switch (tree) {
      case Literal.IntegerLiteral integer -> integer(integer, false, integer, hint);
      case Literal.FloatLiteral real -> real(real, false, real, hint);
      case Literal.CharacterLiteral character ->
          constant(
              new ConstantValue.IntegerConstant(Scalar.UNSIGNED8, character.value()), character);
      case Literal.StringLiteral string ->
          new TypedExpression.StringValue(string.bytes(), string.start());
      case Literal.BooleanLiteral bool ->
          constant(new ConstantValue.BooleanConstant(bool.value()), bool);
      case Literal.NilLiteral nil ->
          hint instanceof PinkType.Pointer pointer && pointer.nullable()
              ? NameUses.nullOf(pointer, nil.start())
              : constant(new ConstantValue.NilConstant(), nil);
    };
  }

  /** {@code -n} where the literal is the whole operand; null for any other operand. */
  @Nullable TypedExpression negative(Expression operand, Node tree, @Nullable PinkType hint) {
    return switch (operand) {
      case Literal.IntegerLiteral integer -> integer(integer, true, tree, hint);
      case Literal.FloatLiteral real -> real(real, true, tree, hint);
      default -> null;
    };
  }

  /**
   * A literal that stands alone in an integer conversion: any number from −2^63 to 2^64−1, wrapped.
   *
   * @return null where the argument is anything else
   */
  @Nullable TypedExpression converted(Expression argument, Scalar target) {
    boolean negative = isNegated(argument);
    Expression literal = negative ? ((Expression.PrefixChain) argument).operand() : argument;
    if (!(literal instanceof Literal.IntegerLiteral integer)) {
      return null;
    }
    if (negative && Long.compareUnsigned(integer.value(), Long.MIN_VALUE) > 0) {
      reportRange(
          argument, "-" + integer.text(), "an integer conversion", "-2^63", "2^64 - 1", integer);
    }
    long value = negative ? -integer.value() : integer.value();
    return constant(new ConstantValue.IntegerConstant(target, target.wrap(value)), argument);
  }

  /** Whether an operand is built only of literals, parentheses and operators. */
  static boolean isLiteralOnly(Expression tree) {
    // Asked of every operand, and most are names or calls.
    if (tree instanceof Expression.Path || tree instanceof Expression.PostfixChain) {
      return false;
    }
    return switch (tree) {
      case Literal literal -> true;
      case Expression.Parenthesized inner -> isLiteralOnly(inner.expression());
      case Expression.PrefixChain chain ->
          !chain.operators().contains(PrefixOperator.ADDRESS_OF)
              && !chain.operators().contains(PrefixOperator.DEREFERENCE)
              && isLiteralOnly(chain.operand());
      case Expression.OperatorChain chain -> isLiteralOnlyChain(chain);
      default -> false;
    };
  }

  private static boolean isLiteralOnlyChain(Expression.OperatorChain chain) {
    if (!isLiteralOnly(chain.first())) {
      return false;
    }
    for (Expression.OperatorStep step : chain.steps()) {
      if (step.operator().isShift()) {
        continue; // a count has no say in the type
      }
      if (!isLiteralOnly(step.operand())) {
        return false;
      }
    }
    return true;
  }

  /** The type an operand built only of literals has where none is wanted. */
  static PinkType defaultType(Expression tree) {
    return switch (tree) {
      case Literal.FloatLiteral real -> Scalar.FLOAT64;
      case Literal.CharacterLiteral character -> Scalar.UNSIGNED8;
      case Literal.StringLiteral string -> PinkType.Slice.OF_BYTES;
      case Literal.BooleanLiteral bool -> Scalar.BOOLEAN;
      case Literal.NilLiteral nil -> Scalar.NIL;
      case Expression.Parenthesized inner -> defaultType(inner.expression());
      case Expression.PrefixChain chain -> defaultType(chain.operand());
      case Expression.OperatorChain chain -> defaultTypeOfChain(chain);
      default -> Scalar.INTEGER64;
    };
  }

  private static PinkType defaultTypeOfChain(Expression.OperatorChain chain) {
    BinaryOperator operator = chain.steps().getFirst().operator();
    if (operator.isComparison() || operator.level() <= BinaryOperator.AND.level()) {
      return Scalar.BOOLEAN;
    }
    PinkType type = defaultType(chain.first());
    for (Expression.OperatorStep step : chain.steps()) {
      if (type != Scalar.INTEGER64 || operator.isShift()) {
        break;
      }
      type = defaultType(step.operand());
    }
    return type;
  }

  /**
   * Whether an operand built only of literals can take a wanted type, or is to be told why not: an
   * integer where a float is wanted.
   */
  static boolean takes(PinkType defaultType, PinkType wanted) {
    if (!(defaultType instanceof Scalar from && wanted instanceof Scalar to)) {
      return defaultType.equals(wanted);
    }
    return switch (from) {
      case INTEGER64 -> to.isNumeric();
      case FLOAT64 -> to.isFloat();
      default -> from == to;
    };
  }

  /** An integer literal as written, with its minus; null for any other node. */
  static @Nullable String integerText(Node tree) {
    if (tree instanceof Literal.IntegerLiteral integer) {
      return integer.text();
    }
    return tree instanceof Expression.PrefixChain chain
            && isNegated(chain)
            && chain.operand() instanceof Literal.IntegerLiteral integer
        ? "-" + integer.text()
        : null;
  }

  private static boolean isNegated(Expression tree) {
    return tree instanceof Expression.PrefixChain chain
        && chain.operators().size() == 1
        && chain.operators().getFirst() == PrefixOperator.NEGATE;
  }

  private TypedExpression integer(
      Literal.IntegerLiteral literal, boolean negative, Node tree, @Nullable PinkType hint) {
    Scalar type = hint instanceof Scalar wanted && wanted.isInteger() ? wanted : Scalar.INTEGER64;
    if (!fits(literal.value(), negative, type)) {
      String text = negative ? "-" + literal.text() : literal.text();
      reportRange(tree, text, quoted(type), minimum(type), maximum(type), literal);
    }
    long value = negative ? -literal.value() : literal.value();
    return constant(new ConstantValue.IntegerConstant(type, type.wrap(value)), tree);
  }

  private static boolean fits(long magnitude, boolean negative, Scalar type) {
    if (negative) {
      long limit = type.isSigned() ? 1L << (type.bits() - 1) : 0;
      return Long.compareUnsigned(magnitude, limit) <= 0;
    }
    int bits = type.isSigned() ? type.bits() - 1 : type.bits();
    return bits == 64 || magnitude >>> bits == 0;
  }

  private static String quoted(Scalar type) {
    return "`" + type.display() + "`";
  }

  private static String minimum(Scalar type) {
    return type.isSigned() ? Long.toString(-1L << (type.bits() - 1)) : "0";
  }

  private static String maximum(Scalar type) {
    int bits = type.isSigned() ? type.bits() - 1 : type.bits();
    return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE).toString();
  }

  /** Reports a literal that does not fit; the lexer has reported those past 64 bits. */
  private void reportRange(
      Node tree,
      String text,
      String holder,
      String from,
      String to,
      Literal.IntegerLiteral literal) {
    if (magnitude(literal.text()).compareTo(CONVERTIBLE_END) < 0) {
      context.report(context.finding(TypeCode.LITERAL_OUT_OF_RANGE, tree, text, holder, from, to));
    }
  }

  private static BigInteger magnitude(String text) {
    String digits = text.replace("_", "");
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return new BigInteger(digits);
    }
    return switch (digits.charAt(1)) {
      case 'x' -> new BigInteger(digits.substring(2), 16);
      case 'o' -> new BigInteger(digits.substring(2), 8);
      case 'b' -> new BigInteger(digits.substring(2), 2);
      default -> new BigInteger(digits);
    };
  }

  private TypedExpression real(
      Literal.FloatLiteral literal, boolean negative, Node tree, @Nullable PinkType hint) {
    Scalar type = hint == Scalar.FLOAT32 ? Scalar.FLOAT32 : Scalar.FLOAT64;
    double value =
        type == Scalar.FLOAT32
            ? Float.parseFloat(literal.text())
            : Double.parseDouble(literal.text());
    if (Double.isInfinite(value)) {
      String most = type == Scalar.FLOAT32 ? "3.4028235e38" : "1.7976931348623157e308";
      context.report(
          context.finding(
              TypeCode.LITERAL_OUT_OF_RANGE, tree, literal.text(), quoted(type), "-" + most, most));
    }
    return constant(new ConstantValue.FloatConstant(type, negative ? -value : value), tree);
  }

  private static TypedExpression constant(ConstantValue value, Node tree) {
    return new TypedExpression.Constant(value, tree.start());
  }
}
