package org.pinklang.frontend.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints expressions and terms. */
final class ExpressionPrinter {
  private final PrintBuffer out;
  private final PrintStyle style;
  private final TypePrinter types;

  ExpressionPrinter(PrintBuffer out, PrintStyle style) {
    this.out = out;
    this.style = style;
    this.types = new TypePrinter(out, this, style);
  }

  TypePrinter types() {
    return types;
  }

  void expression(Expression expression) {
    switch (expression) {
      case Literal.IntegerLiteral integer -> out.put(style.integer(integer));
      case Literal literal -> out.put(LiteralPrinter.print(literal));
      case Expression.Path path -> types.path(path.qualifier(), path.name());
      case Expression.StructLiteral struct -> structLiteral(struct);
      case Expression.SizeOf size -> {
        out.put(size.alignment() ? "align_of(" : "size_of(");
        types.type(size.type());
        out.put(")");
      }
      case Expression.Array array -> between("[", array.elements(), "]");
      case Expression.RepeatedArray array -> {
        out.put("[");
        expression(array.element());
        out.put("; ");
        expression(array.length());
        out.put("]");
      }
      case Expression.Tuple tuple -> between("(", tuple.elements(), ")");
      case Expression.Parenthesized inner -> {
        out.put("(");
        expression(inner.expression());
        out.put(")");
      }
      case Expression.Block block -> block(block);
      case Expression.Conditional conditional -> conditional(conditional);
      case Expression.Match match -> match(match);
      case Expression.OperatorChain chain -> operators(chain);
      case Expression.PrefixChain chain -> prefixes(chain);
      case Expression.CastChain chain -> casts(chain);
      case Expression.PostfixChain chain -> suffixes(chain);
      case Expression.Assignment assignment -> assignment(assignment);
      case Expression.Malformed malformed -> out.put(TreePrinter.MALFORMED);
    }
  }

  private void between(String opener, List<Expression> elements, String closer) {
    out.put(opener);
    out.list(elements, this::expression);
    out.put(closer);
  }

  private void structLiteral(Expression.StructLiteral struct) {
    expression(struct.path());
    if (struct.fields().isEmpty()) {
      out.put(" {}");
      return;
    }
    out.put(" { ");
    out.list(
        struct.fields(),
        field -> {
          out.put(field.name().text()).put(": ");
          expression(field.value());
        });
    out.put(" }");
  }

  // Chains.

  private void operators(Expression.OperatorChain chain) {
    expression(chain.first());
    for (Expression.OperatorStep step : chain.steps()) {
      out.put(" ").put(step.operator().spelling()).put(" ");
      expression(step.operand());
    }
  }

  private void prefixes(Expression.PrefixChain chain) {
    PrefixOperator before = null;
    for (PrefixOperator operator : chain.operators()) {
      boolean reserved =
          operator == PrefixOperator.ADDRESS_OF && before == PrefixOperator.ADDRESS_OF;
      out.put(reserved ? " " : "").put(operator.spelling());
      before = operator;
    }
    expression(chain.operand());
  }

  private void casts(Expression.CastChain chain) {
    expression(chain.operand());
    for (TypeTree type : chain.types()) {
      out.put(" as ");
      types.type(type);
    }
  }

  private void assignment(Expression.Assignment assignment) {
    for (Expression place : assignment.places()) {
      expression(place);
      out.put(" = ");
    }
    expression(assignment.value());
  }

  private void suffixes(Expression.PostfixChain chain) {
    expression(chain.primary());
    boolean afterInteger = chain.primary() instanceof Literal.IntegerLiteral;
    for (Suffix suffix : chain.suffixes()) {
      // A dot between digits would make a float of them.
      out.put(afterInteger && suffix instanceof Suffix.TupleIndex ? " " : "");
      suffix(suffix);
      afterInteger = false;
    }
  }

  private void suffix(Suffix suffix) {
    switch (suffix) {
      case Suffix.Member member -> out.put(".").put(member.name().text());
      case Suffix.TupleIndex index -> out.put(".").put(String.valueOf(index.index()));
      case Suffix.Index index -> {
        out.put("[");
        expression(index.index());
        out.put("]");
      }
      case Suffix.Slice slice -> {
        out.put("[");
        optional(slice.from());
        out.put("..");
        optional(slice.to());
        out.put("]");
      }
      case Suffix.Call call -> between("(", call.arguments(), ")");
      case Suffix.Unwrap unwrap -> out.put("!");
    }
  }

  private void optional(@Nullable Expression expression) {
    if (expression != null) {
      expression(expression);
    }
  }

  // Blocks.

  void block(Expression.Block block) {
    if (block.terms().isEmpty()) {
      out.put("{}");
      return;
    }
    out.put("{");
    out.line();
    out.indent();
    for (Term term : block.terms()) {
      term(term);
      out.line();
    }
    out.outdent();
    out.put("}");
  }

  private void conditional(Expression.Conditional conditional) {
    String before = "if (";
    for (Expression.Branch branch : conditional.branches()) {
      out.put(before);
      expression(branch.condition());
      out.put(") ");
      block(branch.body());
      before = " else if (";
    }
    if (conditional.otherwise() != null) {
      out.put(" else ");
      block(conditional.otherwise());
    }
  }

  private void match(Expression.Match match) {
    out.put("match (");
    expression(match.subject());
    out.put(") {");
    out.line();
    out.indent();
    for (Expression.Arm arm : match.arms()) {
      out.put(arm.alternative().text());
      if (arm.binder() != null) {
        out.put("(").put(arm.binder().text()).put(")");
      }
      arm(arm.body());
    }
    if (match.otherwise() != null) {
      out.put("else");
      arm(match.otherwise());
    }
    out.outdent();
    out.put("}");
  }

  private void arm(Expression.Block body) {
    out.put(" => ");
    block(body);
    out.line();
  }

  // Terms.

  private void term(Term term) {
    switch (term) {
      case Term.Evaluation evaluation -> evaluation(evaluation.expression());
      case Term.Local local -> local(local);
      case Term.While loop -> {
        out.put("while (");
        expression(loop.condition());
        out.put(") ");
        block(loop.body());
      }
      case Term.For loop -> forLoop(loop);
      case Term.Return returned -> {
        out.put(returned.value() == null ? "return" : "return ");
        optional(returned.value());
        out.put(";");
      }
      case Term.Break jump -> out.put("break;");
      case Term.Continue jump -> out.put("continue;");
      case Term.Malformed malformed -> out.put(TreePrinter.MALFORMED);
    }
  }

  private void evaluation(Expression expression) {
    expression(expression);
    switch (expression) {
      case Expression.Block block -> {}
      case Expression.Conditional conditional -> {}
      case Expression.Match match -> {}
      default -> out.put(";");
    }
  }

  private void local(Term.Local local) {
    out.put(binding(local.kind()));
    boolean several = local.names().size() > 1;
    out.put(several ? "(" : "");
    out.list(local.names(), name -> out.put(name.text()));
    out.put(several ? ")" : "");
    value(local.type(), local.initializer());
  }

  /** The rest of a local or a global. */
  void value(@Nullable TypeTree type, Expression initializer) {
    types.written(type);
    out.put(" := ");
    expression(initializer);
    out.put(";");
  }

  static String binding(BindingKind kind) {
    return switch (kind) {
      case PLAIN -> "";
      case VAR -> "var ";
      case CONST -> "const ";
    };
  }

  private void forLoop(Term.For loop) {
    out.put("for ").put(loop.variable().text()).put(" in ");
    expression(loop.from());
    if (loop.to() != null) {
      out.put("..");
      expression(loop.to());
    }
    out.put(" ");
    block(loop.body());
  }
}
