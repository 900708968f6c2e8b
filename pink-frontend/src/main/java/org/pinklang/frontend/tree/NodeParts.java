package org.pinklang.frontend.tree;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Visits the direct parts of a node, documentation left out, in the order of the text. */
public final class NodeParts {
  private final Consumer<Node> visitor;

  /** Parts are given to {@code visitor}. */
  public NodeParts(Consumer<Node> visitor) {
    this.visitor = visitor;
  }

  /**
   * Visits the parts of a node.
   *
   * @throws IllegalArgumentException for a whole unit and a unit declaration
   */
  public void of(Node node) {
    switch (node) {
      case Identifier identifier -> {} // first, as no node is more common
      case Declaration declaration -> declaration(declaration);
      case TypeTree type -> type(type);
      case Expression expression -> expression(expression);
      case Term term -> term(term);
      case Suffix suffix -> suffix(suffix);
      case ModuleName name -> all(name.segments());
      case ImportDeclaration imported -> imported(imported);
      case Declaration.Parameter parameter -> pair(parameter.name(), parameter.type());
      case Declaration.Field field -> pair(field.name(), field.type());
      case Declaration.Alternative alternative -> pair(alternative.name(), alternative.type());
      case Expression.OperatorStep step -> one(step.operand());
      case Expression.FieldValue field -> pair(field.name(), field.value());
      case Expression.Branch branch -> pair(branch.condition(), branch.body());
      case Expression.Arm arm -> {
        pair(arm.alternative(), arm.binder());
        one(arm.body());
      }
      case Documentation documentation -> {}
      case UnitDeclaration unit -> throw PostorderWriter.unsupported(node);
      case UnitTree unit -> throw PostorderWriter.unsupported(node);
    }
  }

  private void imported(ImportDeclaration imported) {
    pair(imported.module(), imported.partition());
    one(imported.alias());
    if (imported.names() != null) {
      all(imported.names());
    }
  }

  private void declaration(Declaration declaration) {
    one(declaration.name());
    switch (declaration) {
      case Declaration.Function function -> {
        all(function.parameters());
        pair(function.result(), function.body());
      }
      case Declaration.Global global -> pair(global.type(), global.initializer());
      case Declaration.Struct struct -> all(struct.fields());
      case Declaration.Union union -> all(union.alternatives());
      case Declaration.Extern extern -> {
        all(extern.parameters());
        one(extern.result());
      }
      case Declaration.Malformed malformed -> {}
    }
  }

  private void type(TypeTree type) {
    switch (type) {
      case TypeTree.Named named -> pair(named.qualifier(), named.name());
      case TypeTree.Tuple tuple -> all(tuple.elements());
      case TypeTree.Array array -> pair(array.element(), array.length());
      case TypeTree.Pointer pointer -> one(pointer.target());
      case TypeTree.Function function -> {
        all(function.parameters());
        one(function.result());
      }
      case TypeTree.Malformed malformed -> {}
    }
  }

  private void expression(Expression expression) {
    switch (expression) {
      case Literal literal -> {}
      case Expression.Malformed malformed -> {}
      case Expression.Path path -> pair(path.qualifier(), path.name());
      case Expression.StructLiteral literal -> headed(literal.path(), literal.fields());
      case Expression.SizeOf size -> one(size.type());
      case Expression.Array array -> all(array.elements());
      case Expression.RepeatedArray array -> pair(array.element(), array.length());
      case Expression.Tuple tuple -> all(tuple.elements());
      case Expression.Parenthesized inner -> one(inner.expression());
      case Expression.Block block -> all(block.terms());
      case Expression.Conditional conditional -> {
        all(conditional.branches());
        one(conditional.otherwise());
      }
      case Expression.Match match -> {
        headed(match.subject(), match.arms());
        one(match.otherwise());
      }
      case Expression.OperatorChain chain -> headed(chain.first(), chain.steps());
      case Expression.PrefixChain chain -> one(chain.operand());
      case Expression.CastChain chain -> headed(chain.operand(), chain.types());
      case Expression.PostfixChain chain -> headed(chain.primary(), chain.suffixes());
      case Expression.Assignment assignment -> {
        all(assignment.places());
        one(assignment.value());
      }
    }
  }

  private void term(Term term) {
    switch (term) {
      case Term.Evaluation evaluation -> one(evaluation.expression());
      case Term.Local local -> {
        all(local.names());
        pair(local.type(), local.initializer());
      }
      case Term.While loop -> pair(loop.condition(), loop.body());
      case Term.For loop -> {
        pair(loop.variable(), loop.from());
        pair(loop.to(), loop.body());
      }
      case Term.Return returned -> one(returned.value());
      case Term.Break jump -> {}
      case Term.Continue jump -> {}
      case Term.Malformed malformed -> {}
    }
  }

  private void suffix(Suffix suffix) {
    switch (suffix) {
      case Suffix.Member member -> one(member.name());
      case Suffix.Index index -> one(index.index());
      case Suffix.Slice slice -> pair(slice.from(), slice.to());
      case Suffix.Call call -> all(call.arguments());
      case Suffix.TupleIndex index -> {}
      case Suffix.Unwrap unwrap -> {}
    }
  }

  private void headed(Node head, List<? extends Node> rest) {
    one(head);
    all(rest);
  }

  private void pair(@Nullable Node first, @Nullable Node second) {
    one(first);
    one(second);
  }

  private void all(List<? extends Node> nodes) {
    nodes.forEach(this::one);
  }

  private void one(@Nullable Node node) {
    if (node != null) {
      visitor.accept(node);
    }
  }
}
