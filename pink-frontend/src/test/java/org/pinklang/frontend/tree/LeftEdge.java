package org.pinklang.frontend.tree;

/** What the position of an expression in a text forbids at its edges. */
final class LeftEdge {
  private LeftEdge() {}

  /** Whether the text of an expression begins with a block, an {@code if} or a {@code match}. */
  static boolean isBlockLike(Expression expression) {
    return switch (expression) {
      case Expression.Block block -> true;
      case Expression.Conditional conditional -> true;
      case Expression.Match match -> true;
      case Expression.OperatorChain chain -> isBlockLike(chain.first());
      case Expression.CastChain chain -> isBlockLike(chain.operand());
      case Expression.PostfixChain chain -> isBlockLike(chain.primary());
      case Expression.Assignment assignment -> isBlockLike(assignment.places().get(0));
      default -> false;
    };
  }

  /** Whether a struct literal stands in an expression outside all brackets. */
  static boolean holdsBareLiteral(Expression expression) {
    return switch (expression) {
      case Expression.StructLiteral literal -> true;
      case Expression.OperatorChain chain ->
          holdsBareLiteral(chain.first())
              || chain.steps().stream().anyMatch(step -> holdsBareLiteral(step.operand()));
      case Expression.PrefixChain chain -> holdsBareLiteral(chain.operand());
      case Expression.CastChain chain -> holdsBareLiteral(chain.operand());
      case Expression.PostfixChain chain -> holdsBareLiteral(chain.primary());
      case Expression.Assignment assignment ->
          holdsBareLiteral(assignment.value())
              || assignment.places().stream().anyMatch(LeftEdge::holdsBareLiteral);
      default -> false;
    };
  }
}
