package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.Suffix;
import org.pinklang.frontend.tree.Term;

/**
 * Where the locals of a body are assigned. Found in one walk over the tree, the first time a loop
 * asks: most bodies never do.
 */
final class LoopAssignments {
  private static final int PARAMETER = -1;

  private final Expression root;
  private @Nullable Map<Integer, List<Integer>> byDeclaration;
  private final Map<String, List<Integer>> visible = new HashMap<>();
  private final List<String> declared = new ArrayList<>();
  private final Map<String, List<Integer>> ofParameters = new HashMap<>();

  /** The assignments in a body. */
  LoopAssignments(Expression root) {
    this.root = root;
  }

  /** Whether a local is assigned in a part of the text. */
  boolean assigns(LocalSymbol local, int start, int end) {
    Map<Integer, List<Integer>> assignments = byDeclaration;
    if (assignments == null) {
      assignments = new HashMap<>();
      byDeclaration = assignments;
      expression(root);
    }
    List<Integer> offsets =
        local.role() == LocalSymbol.Role.PARAMETER
            ? ofParameters.get(local.local().name())
            : assignments.get(local.local().offset());
    if (offsets == null) {
      return false;
    }
    int first = firstAtOrAfter(offsets, start);
    return first < offsets.size() && offsets.get(first) < end;
  }

  private static int firstAtOrAfter(List<Integer> sorted, int offset) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void declare(Identifier name) {
    visible.computeIfAbsent(name.text(), unused -> new ArrayList<>(2)).add(name.start());
    declared.add(name.text());
  }

  private void leave(int mark) {
    for (int i = declared.size() - 1; i >= mark; i--) {
      List<Integer> declarations = visible.get(declared.remove(i));
      if (declarations != null) {
        declarations.removeLast();
      }
    }
  }

  private void assigned(Identifier name) {
    List<Integer> declarations = visible.get(name.text());
    int declaration =
        declarations == null || declarations.isEmpty() ? PARAMETER : declarations.getLast();
    Map<Integer, List<Integer>> assignments = byDeclaration;
    if (declaration == PARAMETER || assignments == null) {
      ofParameters.computeIfAbsent(name.text(), unused -> new ArrayList<>()).add(name.start());
    } else {
      assignments.computeIfAbsent(declaration, unused -> new ArrayList<>()).add(name.start());
    }
  }

  private void optional(@Nullable Expression tree) {
    if (tree != null) {
      expression(tree);
    }
  }

  private void expressions(List<Expression> trees) {
    for (Expression tree : trees) {
      expression(tree);
    }
  }

  private void expression(Expression tree) {
    switch (tree) {
      case Expression.Block block -> block(block);
      case Expression.Assignment assignment -> assignment(assignment);
      case Expression.Parenthesized inner -> expression(inner.expression());
      case Expression.OperatorChain chain -> {
        expression(chain.first());
        chain.steps().forEach(step -> expression(step.operand()));
      }
      case Expression.PrefixChain chain -> expression(chain.operand());
      case Expression.CastChain chain -> expression(chain.operand());
      case Expression.PostfixChain chain -> {
        expression(chain.primary());
        chain.suffixes().forEach(this::suffix);
      }
      case Expression.Array array -> expressions(array.elements());
      case Expression.RepeatedArray array -> expression(array.element());
      case Expression.Tuple tuple -> expressions(tuple.elements());
      case Expression.StructLiteral literal ->
          literal.fields().forEach(field -> expression(field.value()));
      case Expression.Conditional conditional -> {
        for (Expression.Branch branch : conditional.branches()) {
          expression(branch.condition());
          block(branch.body());
        }
        optional(conditional.otherwise());
      }
      case Expression.Match match -> match(match);
      default -> {}
    }
  }

  private void suffix(Suffix suffix) {
    switch (suffix) {
      case Suffix.Call call -> expressions(call.arguments());
      case Suffix.Index index -> expression(index.index());
      case Suffix.Slice slice -> {
        optional(slice.from());
        optional(slice.to());
      }
      default -> {}
    }
  }

  private void assignment(Expression.Assignment tree) {
    for (Expression place : tree.places()) {
      if (Expressions.withoutParentheses(place) instanceof Expression.Path path) {
        if (path.qualifier() == null) {
          assigned(path.name());
        }
      } else {
        expression(place);
      }
    }
    expression(tree.value());
  }

  private void match(Expression.Match tree) {
    expression(tree.subject());
    for (Expression.Arm arm : tree.arms()) {
      int mark = declared.size();
      Identifier binder = arm.binder();
      if (binder != null) {
        declare(binder);
      }
      block(arm.body());
      leave(mark);
    }
    optional(tree.otherwise());
  }

  private void block(Expression.Block tree) {
    int mark = declared.size();
    for (Term term : tree.terms()) {
      term(term);
    }
    leave(mark);
  }

  private void term(Term term) {
    switch (term) {
      case Term.Evaluation evaluation -> expression(evaluation.expression());
      case Term.Local local -> {
        expression(local.initializer());
        local.names().forEach(this::declare);
      }
      case Term.While loop -> {
        expression(loop.condition());
        block(loop.body());
      }
      case Term.For loop -> {
        expression(loop.from());
        optional(loop.to());
        int mark = declared.size();
        declare(loop.variable());
        block(loop.body());
        leave(mark);
      }
      case Term.Return jump -> optional(jump.value());
      default -> {}
    }
  }
}
