package org.pinklang.frontend.manifest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.Literal;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.tree.PrefixOperator;
import org.pinklang.frontend.tree.Suffix;
import org.pinklang.frontend.tree.Term;
import org.pinklang.frontend.tree.TypeTree;

/**
 * Visits every name in a type or an expression that may be one of a top-level declaration, in the
 * order of the text. Locals are not told apart: a name a local hides is visited too. The depth of a
 * tree costs no stack of the thread.
 */
public final class FreeNames {

  /** What is told of each name. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * One name.
     *
     * @param qualifier what stands before {@code ::}
     * @param use how the name is used
     */
    void visit(@Nullable ModuleName qualifier, Identifier name, Use use);
  }

  /** How a name is used where it stands. */
  public enum Use {
    /** As a type that is held by value. */
    TYPE,
    /** As a type behind a pointer, or in a function type. */
    POINTED_TYPE,
    /** As a value. */
    VALUE,
    /** As a place whose address is taken, or which is sliced. */
    ADDRESS,
    /** After a dot: a field, an alternative, or a function called like a method. */
    MEMBER
  }

  private final Visitor visitor;
  private final Deque<Step> waiting = new ArrayDeque<>();
  private final List<Step> parts = new ArrayList<>();

  /** A part of the tree that is still to be visited, and how it is used. */
  private record Step(Node node, Use use) {}

  private FreeNames(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Visits the names in a type, lengths of arrays included. */
  public static void ofType(@Nullable TypeTree type, Visitor visitor) {
    if (type instanceof TypeTree.Named named) {
      visitor.visit(named.qualifier(), named.name(), Use.TYPE);
    } else if (type != null) {
      new FreeNames(visitor).walk(type, Use.TYPE);
    }
  }

  /** Visits the names in an expression, its types included. */
  public static void ofExpression(Expression expression, Visitor visitor) {
    new FreeNames(visitor).walk(expression, Use.VALUE);
  }

  /** Visits every name by which other units need more than the declaration itself to use it. */
  public static void ofInterface(Declaration declaration, Visitor visitor) {
    switch (declaration) {
      case Declaration.Function function ->
          ofSignature(function.parameters(), function.result(), visitor);
      case Declaration.Extern extern -> ofSignature(extern.parameters(), extern.result(), visitor);
      case Declaration.Global global -> {
        ofType(global.type(), visitor);
        if (global.kind() == BindingKind.CONST) {
          ofExpression(global.initializer(), visitor);
        }
      }
      case Declaration.Struct struct ->
          struct.fields().forEach(field -> ofType(field.type(), visitor));
      case Declaration.Union union ->
          union.alternatives().forEach(part -> ofType(part.type(), visitor));
      case Declaration.Malformed malformed -> {}
    }
  }

  /** Visits the names in the types of a function's parameters and result. */
  private static void ofSignature(
      List<Declaration.Parameter> parameters, @Nullable TypeTree result, Visitor visitor) {
    for (Declaration.Parameter parameter : parameters) {
      ofType(parameter.type(), visitor);
    }
    ofType(result, visitor);
  }

  private void walk(@Nullable Node root, Use use) {
    add(root, use);
    plan();
    while (!waiting.isEmpty()) {
      Step step = waiting.pop();
      visit(step.node(), step.use());
      plan();
    }
  }

  /** What was added since the last call comes next, in the order in which it was added. */
  private void plan() {
    for (int i = parts.size() - 1; i >= 0; i--) {
      waiting.push(parts.get(i));
    }
    parts.clear();
  }

  private void add(@Nullable Node node, Use use) {
    if (node != null) {
      parts.add(new Step(node, use));
    }
  }

  private void all(List<? extends Node> nodes) {
    nodes.forEach(node -> add(node, Use.VALUE));
  }

  private void visit(Node node, Use use) {
    switch (node) {
      case TypeTree type -> type(type, use);
      case Expression expression -> expression(expression, use);
      case Term term -> term(term);
      case Suffix suffix -> suffix(suffix);
      case Expression.OperatorStep step -> add(step.operand(), Use.VALUE);
      case Expression.FieldValue field -> add(field.value(), Use.VALUE);
      case Expression.Branch branch -> {
        add(branch.condition(), Use.VALUE);
        add(branch.body(), Use.VALUE);
      }
      case Expression.Arm arm -> add(arm.body(), Use.VALUE);
      default -> throw new IllegalArgumentException("no part of a type or expression: " + node);
    }
  }

  private void type(TypeTree tree, Use use) {
    switch (tree) {
      case TypeTree.Malformed malformed -> {}
      case TypeTree.Named named -> visitor.visit(named.qualifier(), named.name(), use);
      case TypeTree.Tuple tuple -> tuple.elements().forEach(element -> add(element, use));
      case TypeTree.Array array -> {
        add(array.element(), use);
        add(array.length(), Use.VALUE);
      }
      case TypeTree.Pointer pointer -> add(pointer.target(), Use.POINTED_TYPE);
      case TypeTree.Function function -> {
        function.parameters().forEach(parameter -> add(parameter, Use.POINTED_TYPE));
        add(function.result(), Use.POINTED_TYPE);
      }
    }
  }

  private void expression(Expression tree, Use use) {
    switch (tree) {
      case Literal literal -> {}
      case Expression.Malformed malformed -> {}
      case Expression.Path path -> visitor.visit(path.qualifier(), path.name(), use);
      case Expression.StructLiteral literal -> {
        visitor.visit(literal.path().qualifier(), literal.path().name(), Use.TYPE);
        all(literal.fields());
      }
      case Expression.SizeOf sizeOf -> add(sizeOf.type(), Use.TYPE);
      case Expression.Array array -> all(array.elements());
      case Expression.RepeatedArray array -> {
        add(array.element(), Use.VALUE);
        add(array.length(), Use.VALUE);
      }
      case Expression.Tuple tuple -> all(tuple.elements());
      case Expression.Parenthesized parenthesized -> add(parenthesized.expression(), use);
      case Expression.Block block -> all(block.terms());
      case Expression.Conditional conditional -> {
        all(conditional.branches());
        add(conditional.otherwise(), Use.VALUE);
      }
      case Expression.Match match -> {
        add(match.subject(), Use.VALUE);
        all(match.arms());
        add(match.otherwise(), Use.VALUE);
      }
      case Expression.OperatorChain chain -> {
        add(chain.first(), Use.VALUE);
        all(chain.steps());
      }
      case Expression.PrefixChain chain -> prefixChain(chain);
      case Expression.CastChain chain -> {
        add(chain.operand(), Use.VALUE);
        chain.types().forEach(type -> add(type, Use.TYPE));
      }
      case Expression.PostfixChain chain -> {
        boolean sliced = chain.suffixes().stream().anyMatch(Suffix.Slice.class::isInstance);
        add(chain.primary(), sliced ? Use.ADDRESS : use);
        all(chain.suffixes());
      }
      case Expression.Assignment assignment -> {
        all(assignment.places());
        add(assignment.value(), Use.VALUE);
      }
    }
  }

  private void prefixChain(Expression.PrefixChain chain) {
    PrefixOperator innermost = chain.operators().get(chain.operators().size() - 1);
    add(chain.operand(), innermost == PrefixOperator.ADDRESS_OF ? Use.ADDRESS : Use.VALUE);
  }

  private void suffix(Suffix suffix) {
    switch (suffix) {
      case Suffix.Index index -> add(index.index(), Use.VALUE);
      case Suffix.Slice slice -> {
        add(slice.from(), Use.VALUE);
        add(slice.to(), Use.VALUE);
      }
      case Suffix.Call call -> all(call.arguments());
      case Suffix.Member member -> visitor.visit(null, member.name(), Use.MEMBER);
      case Suffix.TupleIndex index -> {}
      case Suffix.Unwrap unwrap -> {}
    }
  }

  private void term(Term term) {
    switch (term) {
      case Term.Evaluation evaluation -> add(evaluation.expression(), Use.VALUE);
      case Term.Local local -> {
        add(local.type(), Use.TYPE);
        add(local.initializer(), Use.VALUE);
      }
      case Term.While loop -> {
        add(loop.condition(), Use.VALUE);
        add(loop.body(), Use.VALUE);
      }
      case Term.For loop -> {
        add(loop.from(), Use.VALUE);
        add(loop.to(), Use.VALUE);
        add(loop.body(), Use.VALUE);
      }
      case Term.Return result -> add(result.value(), Use.VALUE);
      case Term.Break jump -> {}
      case Term.Continue jump -> {}
      case Term.Malformed malformed -> {}
    }
  }
}
