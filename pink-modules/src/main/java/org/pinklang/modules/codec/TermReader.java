package org.pinklang.modules.codec;

import static org.pinklang.frontend.tree.NodeFlags.OPTIONAL;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.tree.NodeKind;
import org.pinklang.frontend.tree.Term;
import org.pinklang.frontend.tree.TypeTree;

/** Builds the terms of blocks; the rest of {@link ExpressionReader}. For one thread. */
final class TermReader {
  private static final BindingKind[] BINDINGS = BindingKind.values();

  private final TreeInput in;
  private final NodeStack stack;

  TermReader(TreeInput in, NodeStack stack) {
    this.in = in;
    this.stack = stack;
  }

  void read(NodeKind kind) {
    Term term =
        switch (kind) {
          case EVALUATION -> {
            Expression expression = stack.pop(Expression.class);
            in.place();
            yield new Term.Evaluation(expression, in.start(), in.end());
          }
          case LOCAL -> local();
          case WHILE -> {
            Expression.Block body = stack.pop(Expression.Block.class);
            Expression condition = stack.pop(Expression.class);
            in.place();
            yield new Term.While(condition, body, in.start(), in.end());
          }
          case FOR -> loop();
          case RETURN -> {
            Expression value = optional(in.flags(OPTIONAL), Expression.class);
            in.place();
            yield new Term.Return(value, in.start(), in.end());
          }
          case BREAK -> {
            in.place();
            yield new Term.Break(in.start(), in.end());
          }
          case CONTINUE -> {
            in.place();
            yield new Term.Continue(in.start(), in.end());
          }
          case MALFORMED_TERM -> {
            in.place();
            yield new Term.Malformed(in.start(), in.end());
          }
          default -> throw new DamagedManifestException("an unknown kind of node");
        };
    stack.push(term, false);
  }

  private <T extends Node> @Nullable T optional(int flags, Class<T> type) {
    return flags == 0 ? null : stack.pop(type);
  }

  private Term local() {
    int flags = in.flags(OPTIONAL);
    BindingKind kind = in.ordinal(BINDINGS);
    int count = in.count();
    Expression initializer = stack.pop(Expression.class);
    TypeTree type = optional(flags, TypeTree.class);
    List<Identifier> names = stack.popAll(Identifier.class, count);
    in.place();
    return new Term.Local(kind, names, type, initializer, in.start(), in.end());
  }

  private Term loop() {
    int flags = in.flags(OPTIONAL);
    Expression.Block body = stack.pop(Expression.Block.class);
    Expression to = optional(flags, Expression.class);
    Expression from = stack.pop(Expression.class);
    Identifier variable = stack.pop(Identifier.class);
    in.place();
    return new Term.For(variable, from, to, body, in.start(), in.end());
  }
}
