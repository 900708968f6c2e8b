package org.pinklang.modules.codec;

import static org.pinklang.frontend.tree.NodeFlags.FIRST;
import static org.pinklang.frontend.tree.NodeFlags.OPTIONAL;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.Literal;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.tree.NodeKind;
import org.pinklang.frontend.tree.PrefixOperator;
import org.pinklang.frontend.tree.Suffix;
import org.pinklang.frontend.tree.Term;
import org.pinklang.frontend.tree.TypeTree;

/** Builds expressions from their linear form; the rest of {@link NodeReader}. For one thread. */
final class ExpressionReader {
  private static final BinaryOperator[] OPERATORS = BinaryOperator.values();
  private static final PrefixOperator[] PREFIXES = PrefixOperator.values();

  private final TreeInput in;
  private final NodeStack stack;
  private final LiteralReader literals;
  private final TermReader terms;

  ExpressionReader(TreeInput in, NodeStack stack) {
    this.in = in;
    this.stack = stack;
    this.literals = new LiteralReader(in);
    this.terms = new TermReader(in, stack);
  }

  /** Reads a node of a kind that can only stand in an expression. */
  void read(NodeKind kind) {
    switch (kind) {
      case INTEGER, FLOAT, CHARACTER, STRING, BOOLEAN, NIL -> {
        Literal literal = literals.read(kind);
        stack.push(literal, false);
      }
      case PATH -> {
        int flags = in.flags(OPTIONAL);
        Identifier name = stack.pop(Identifier.class);
        ModuleName qualifier = optional(flags, OPTIONAL, ModuleName.class);
        in.place();
        stack.push(new Expression.Path(qualifier, name, in.start(), in.end()), false);
      }
      case FIELD_VALUE -> {
        Expression value = stack.pop(Expression.class);
        Identifier name = stack.pop(Identifier.class);
        in.place();
        stack.push(new Expression.FieldValue(name, value, in.start(), in.end()), false);
      }
      case STRUCT_LITERAL, SIZE_OF, ARRAY, REPEATED_ARRAY, TUPLE, PARENTHESIZED, BLOCK ->
          enclosed(kind);
      case CONDITIONAL, BRANCH, MATCH, ARM -> branches(kind);
      case OPERATOR_CHAIN, OPERATOR_STEP, CAST_CHAIN, POSTFIX_CHAIN, ASSIGNMENT -> chain(kind);
      case PREFIX_CHAIN -> prefixes();
      case MEMBER, TUPLE_INDEX, INDEX, SLICE, CALL, UNWRAP -> suffix(kind);
      case MALFORMED_EXPRESSION -> {
        in.place();
        stack.push(new Expression.Malformed(in.start(), in.end()), false);
      }
      default -> terms.read(kind);
    }
  }

  private <T extends Node> @Nullable T optional(int flags, int flag, Class<T> type) {
    return (flags & flag) == 0 ? null : stack.pop(type);
  }

  private void enclosed(NodeKind kind) {
    Expression expression =
        switch (kind) {
          case STRUCT_LITERAL -> structLiteral();
          case SIZE_OF -> {
            int alignment = in.flags(1);
            TypeTree type = stack.pop(TypeTree.class);
            in.place();
            yield new Expression.SizeOf(alignment == 1, type, in.start(), in.end());
          }
          case ARRAY -> {
            List<Expression> elements = stack.popAll(Expression.class, in.count());
            in.place();
            yield new Expression.Array(elements, in.start(), in.end());
          }
          case REPEATED_ARRAY -> {
            Expression length = stack.pop(Expression.class);
            Expression element = stack.pop(Expression.class);
            in.place();
            yield new Expression.RepeatedArray(element, length, in.start(), in.end());
          }
          case TUPLE -> {
            List<Expression> elements = stack.popAll(Expression.class, in.atLeast(2));
            in.place();
            yield new Expression.Tuple(elements, in.start(), in.end());
          }
          case PARENTHESIZED -> {
            Expression inner = stack.pop(Expression.class);
            in.place();
            yield new Expression.Parenthesized(inner, in.start(), in.end());
          }
          default -> {
            List<Term> inner = stack.popAll(Term.class, in.count());
            in.place();
            yield new Expression.Block(inner, in.start(), in.end());
          }
        };
    stack.push(expression, true);
  }

  private Expression structLiteral() {
    List<Expression.FieldValue> fields = stack.popAll(Expression.FieldValue.class, in.count());
    Expression.Path path = stack.pop(Expression.Path.class);
    in.place();
    return new Expression.StructLiteral(path, fields, in.start(), in.end());
  }

  private void branches(NodeKind kind) {
    Node node =
        switch (kind) {
          case CONDITIONAL -> {
            int flags = in.flags(OPTIONAL);
            int count = in.atLeast(1);
            Expression.Block otherwise = optional(flags, OPTIONAL, Expression.Block.class);
            List<Expression.Branch> branches = stack.popAll(Expression.Branch.class, count);
            in.place();
            yield new Expression.Conditional(branches, otherwise, in.start(), in.end());
          }
          case BRANCH -> {
            Expression.Block body = stack.pop(Expression.Block.class);
            Expression condition = stack.pop(Expression.class);
            in.place();
            yield new Expression.Branch(condition, body, in.start(), in.end());
          }
          case MATCH -> {
            int flags = in.flags(OPTIONAL);
            int count = in.count();
            Expression.Block otherwise = optional(flags, OPTIONAL, Expression.Block.class);
            List<Expression.Arm> arms = stack.popAll(Expression.Arm.class, count);
            Expression subject = stack.pop(Expression.class);
            in.place();
            yield new Expression.Match(subject, arms, otherwise, in.start(), in.end());
          }
          default -> {
            int flags = in.flags(OPTIONAL);
            Expression.Block body = stack.pop(Expression.Block.class);
            Identifier binder = optional(flags, OPTIONAL, Identifier.class);
            Identifier alternative = stack.pop(Identifier.class);
            in.place();
            yield new Expression.Arm(alternative, binder, body, in.start(), in.end());
          }
        };
    stack.push(node, false);
  }

  private void chain(NodeKind kind) {
    Node node =
        switch (kind) {
          case OPERATOR_CHAIN -> operators();
          case OPERATOR_STEP -> {
            BinaryOperator operator = in.ordinal(OPERATORS);
            Expression operand = stack.pop(Expression.class);
            in.place();
            yield new Expression.OperatorStep(operator, operand, in.start(), in.end());
          }
          case CAST_CHAIN -> {
            List<TypeTree> types = stack.popAll(TypeTree.class, in.atLeast(1));
            Expression operand = stack.pop(Expression.class);
            in.place();
            yield new Expression.CastChain(operand, types, in.start(), in.end());
          }
          case POSTFIX_CHAIN -> {
            List<Suffix> suffixes = stack.popAll(Suffix.class, in.atLeast(1));
            Expression primary = stack.pop(Expression.class);
            in.place();
            yield new Expression.PostfixChain(primary, suffixes, in.start(), in.end());
          }
          default -> {
            int count = in.atLeast(1);
            Expression value = stack.pop(Expression.class);
            List<Expression> places = stack.popAll(Expression.class, count);
            in.place();
            yield new Expression.Assignment(places, value, in.start(), in.end());
          }
        };
    stack.push(node, false);
  }

  private Expression operators() {
    List<Expression.OperatorStep> steps =
        stack.popAll(Expression.OperatorStep.class, in.atLeast(1));
    Expression first = stack.pop(Expression.class);
    int level = steps.get(0).operator().level();
    for (Expression.OperatorStep step : steps) {
      if (step.operator().level() != level) {
        throw new DamagedManifestException("operators of different levels are in one chain");
      }
    }
    in.place();
    return new Expression.OperatorChain(first, steps, in.start(), in.end());
  }

  private void prefixes() {
    int count = in.atLeast(1);
    if (count > in.mostNodes()) {
      throw new DamagedManifestException("a part ends too early");
    }
    List<PrefixOperator> operators = new ArrayList<>(count);
    List<Integer> offsets = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      operators.add(in.ordinal(PREFIXES));
      in.place();
      offsets.add(in.start());
    }
    Expression operand = stack.pop(Expression.class);
    in.place();
    stack.push(
        new Expression.PrefixChain(operators, offsets, operand, in.start(), in.end()), false);
  }

  private void suffix(NodeKind kind) {
    Suffix suffix =
        switch (kind) {
          case MEMBER -> {
            Identifier name = stack.pop(Identifier.class);
            in.place();
            yield new Suffix.Member(name, in.start(), in.end());
          }
          case TUPLE_INDEX -> {
            int index = in.count();
            in.place();
            yield new Suffix.TupleIndex(index, in.start(), in.end());
          }
          case INDEX -> {
            Expression index = stack.pop(Expression.class);
            in.place();
            yield new Suffix.Index(index, in.start(), in.end());
          }
          case SLICE -> {
            int flags = in.flags(FIRST | OPTIONAL);
            Expression to = optional(flags, OPTIONAL, Expression.class);
            Expression from = optional(flags, FIRST, Expression.class);
            in.place();
            yield new Suffix.Slice(from, to, in.start(), in.end());
          }
          case CALL -> {
            List<Expression> arguments = stack.popAll(Expression.class, in.count());
            in.place();
            yield new Suffix.Call(arguments, in.start(), in.end());
          }
          default -> {
            in.place();
            yield new Suffix.Unwrap(in.start(), in.end());
          }
        };
    boolean nests = !(suffix instanceof Suffix.Member) && !(suffix instanceof Suffix.Unwrap);
    stack.push(suffix, nests && !(suffix instanceof Suffix.TupleIndex));
  }
}
