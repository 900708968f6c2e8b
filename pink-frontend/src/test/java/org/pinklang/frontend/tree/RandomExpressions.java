package org.pinklang.frontend.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.pinklang.frontend.tree.Expression.Arm;
import org.pinklang.frontend.tree.Expression.Block;
import org.pinklang.frontend.tree.Expression.Branch;
import org.pinklang.frontend.tree.Expression.FieldValue;
import org.pinklang.frontend.tree.Expression.OperatorStep;

/** Makes random expressions, terms and types in the form a parser gives them. */
final class RandomExpressions {
  private static final int CAST_LEVEL = 8;
  private static final int PREFIX_LEVEL = 9;
  private static final int POSTFIX_LEVEL = 10;

  private final RandomTrees trees;
  private final Random random;
  private int depth;

  RandomExpressions(RandomTrees trees, Random random, int depth) {
    this.trees = trees;
    this.random = random;
    this.depth = depth;
  }

  Expression expression() {
    return random.nextInt(8) == 0
        ? deeper(() -> new Expression.Assignment(trees.list(1, 2, () -> level(0)), level(0), 0, 0))
        : level(0);
  }

  private <T> T deeper(Supplier<T> part) {
    depth--;
    T made = part.get();
    depth++;
    return made;
  }

  /** An expression whose operators are at least as tight as a level. */
  private Expression level(int loosest) {
    if (depth <= 0 || random.nextInt(3) == 0) {
      return primary();
    }
    int level = loosest + random.nextInt(POSTFIX_LEVEL + 1 - loosest);
    return deeper(
        () ->
            switch (level) {
              case CAST_LEVEL ->
                  new Expression.CastChain(level(PREFIX_LEVEL), trees.list(1, 2, this::type), 0, 0);
              case PREFIX_LEVEL -> prefixes();
              case POSTFIX_LEVEL ->
                  new Expression.PostfixChain(primary(), trees.list(1, 3, this::suffix), 0, 0);
              default -> operators(level);
            });
  }

  private Expression operators(int level) {
    List<BinaryOperator> operators = new ArrayList<>();
    for (BinaryOperator operator : BinaryOperator.values()) {
      if (operator.level() == level) {
        operators.add(operator);
      }
    }
    List<OperatorStep> steps =
        trees.list(
            1,
            3,
            () ->
                new OperatorStep(
                    operators.get(random.nextInt(operators.size())), level(level + 1), 0, 0));
    return new Expression.OperatorChain(level(level + 1), steps, 0, 0);
  }

  private Expression prefixes() {
    PrefixOperator[] all = PrefixOperator.values();
    List<PrefixOperator> operators = trees.list(1, 3, () -> all[random.nextInt(all.length)]);
    Expression operand =
        random.nextBoolean()
            ? primary()
            : new Expression.PostfixChain(primary(), trees.list(1, 2, this::suffix), 0, 0);
    List<Integer> offsets = operators.stream().map(operator -> 0).toList();
    return new Expression.PrefixChain(operators, offsets, operand, 0, 0);
  }

  private Suffix suffix() {
    return deeper(
        () ->
            switch (random.nextInt(6)) {
              case 0 -> new Suffix.Member(trees.name(), 0, 0);
              case 1 -> new Suffix.TupleIndex(random.nextInt(12), 0, 0);
              case 2 -> new Suffix.Index(expression(), 0, 0);
              case 3 ->
                  new Suffix.Slice(
                      trees.maybe(this::expression), trees.maybe(this::expression), 0, 0);
              case 4 -> new Suffix.Call(trees.list(0, 3, this::expression), 0, 0);
              default -> new Suffix.Unwrap(0, 0);
            });
  }

  private Expression primary() {
    if (depth <= 0) {
      return random.nextBoolean() ? literal() : path();
    }
    return deeper(
        () ->
            switch (random.nextInt(13)) {
              case 0, 1 -> literal();
              case 2, 3 -> path();
              case 4 ->
                  new Expression.StructLiteral(path(), trees.list(0, 2, this::fieldValue), 0, 0);
              case 5 -> new Expression.SizeOf(random.nextBoolean(), type(), 0, 0);
              case 6 -> new Expression.Array(trees.list(0, 3, this::expression), 0, 0);
              case 7 -> new Expression.RepeatedArray(expression(), expression(), 0, 0);
              case 8 -> new Expression.Tuple(trees.list(2, 3, this::expression), 0, 0);
              case 9 -> new Expression.Parenthesized(expression(), 0, 0);
              case 10 -> block();
              case 11 -> conditional();
              default -> match();
            });
  }

  private FieldValue fieldValue() {
    return new FieldValue(trees.name(), expression(), 0, 0);
  }

  private Expression.Path path() {
    return new Expression.Path(
        random.nextInt(4) == 0 ? trees.moduleName() : null, trees.name(), 0, 0);
  }

  private Literal literal() {
    return switch (random.nextInt(7)) {
      case 0 -> new Literal.IntegerLiteral("42", 42, 0, 0);
      case 1 -> new Literal.IntegerLiteral("0xFFFF_FFFF_FFFF_FFFF", -1, 0, 0);
      case 2 -> new Literal.FloatLiteral(random.nextBoolean() ? "1.5" : "6.02e-23", 0, 0);
      case 3 -> new Literal.CharacterLiteral(random.nextInt(256), 0, 0);
      case 4 -> new Literal.StringLiteral(bytes(), 0, 0);
      case 5 -> new Literal.BooleanLiteral(random.nextBoolean(), 0, 0);
      default -> new Literal.NilLiteral(0, 0);
    };
  }

  private String bytes() {
    StringBuilder bytes = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      bytes.append((char) (random.nextBoolean() ? random.nextInt(256) : 'a' + random.nextInt(26)));
    }
    return random.nextBoolean() ? bytes.toString() : "\u00C3\u00A9\"'\\\n\0";
  }

  private Expression.Conditional conditional() {
    return new Expression.Conditional(
        trees.list(1, 3, () -> new Branch(expression(), block(), 0, 0)),
        trees.maybe(this::block),
        0,
        0);
  }

  private Expression.Match match() {
    return new Expression.Match(
        expression(),
        trees.list(
            0, 3, () -> new Arm(trees.name(), trees.maybe(trees::nameOrDiscard), block(), 0, 0)),
        trees.maybe(this::block),
        0,
        0);
  }

  // Terms.

  Block block() {
    return deeper(() -> new Block(depth < 0 ? List.of() : trees.list(0, 3, this::term), 0, 0));
  }

  private Term term() {
    return switch (random.nextInt(10)) {
      case 0, 1 -> local();
      case 2 -> new Term.While(expression(), block(), 0, 0);
      case 3 ->
          new Term.For(trees.nameOrDiscard(), bound(), trees.maybe(this::bound), block(), 0, 0);
      case 4 -> new Term.Return(trees.maybe(this::expression), 0, 0);
      case 5 -> random.nextBoolean() ? new Term.Break(0, 0) : new Term.Continue(0, 0);
      case 6 -> new Term.Evaluation(blockLike(), 0, 0);
      default -> new Term.Evaluation(plain(), 0, 0);
    };
  }

  private Term local() {
    BindingKind[] kinds = BindingKind.values();
    return new Term.Local(
        kinds[random.nextInt(kinds.length)],
        trees.list(1, 3, trees::nameOrDiscard),
        trees.maybe(this::type),
        expression(),
        0,
        0);
  }

  private Expression blockLike() {
    return switch (random.nextInt(3)) {
      case 0 -> block();
      case 1 -> conditional();
      default -> match();
    };
  }

  /** An expression that can stand as a term: one that does not begin with a block. */
  private Expression plain() {
    Expression expression = expression();
    return LeftEdge.isBlockLike(expression) ? parenthesized(expression) : expression;
  }

  /** An expression that can stand in the head of a {@code for}: no bare struct literal in it. */
  private Expression bound() {
    Expression expression = expression();
    return LeftEdge.holdsBareLiteral(expression) ? parenthesized(expression) : expression;
  }

  private static Expression parenthesized(Expression expression) {
    return new Expression.Parenthesized(expression, 0, 0);
  }

  // Types.

  TypeTree type() {
    if (depth <= 0) {
      return named();
    }
    return deeper(
        () ->
            switch (random.nextInt(7)) {
              case 0 -> new TypeTree.Tuple(trees.list(2, 3, this::type), 0, 0);
              case 1 -> new TypeTree.Array(type(), expression(), 0, 0);
              case 2, 3 -> {
                TypeTree.PointerKind[] kinds = TypeTree.PointerKind.values();
                yield new TypeTree.Pointer(kinds[random.nextInt(kinds.length)], type(), 0, 0);
              }
              case 4 ->
                  new TypeTree.Function(
                      trees.list(0, 3, this::type), trees.maybe(this::type), 0, 0);
              default -> named();
            });
  }

  private TypeTree named() {
    return new TypeTree.Named(
        random.nextInt(4) == 0 ? trees.moduleName() : null, trees.name(), 0, 0);
  }
}
