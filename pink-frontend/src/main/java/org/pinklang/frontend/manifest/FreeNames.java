package org.pinklang.frontend.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.Literal;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.PrefixOperator;
import org.pinklang.frontend.tree.Suffix;
import org.pinklang.frontend.tree.Term;
import org.pinklang.frontend.tree.TypeTree;

/**
 * Visits every name in a type or an expression that may be one of a top-level declaration, in the
 * order of the text. Locals are not told apart: a name a local hides is visited too. Goes as deep
 * as the text is nested.
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

  private FreeNames(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Visits the names in a type, lengths of arrays included. */
  public static void ofType(@Nullable TypeTree type, Visitor visitor) {
    new FreeNames(visitor).type(type, Use.TYPE);
  }

  /** Visits the names in an expression, its types included. */
  public static void ofExpression(Expression expression, Visitor visitor) {
    new FreeNames(visitor).expression(expression, Use.VALUE);
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
    FreeNames names = new FreeNames(visitor);
    for (Declaration.Parameter parameter : parameters) {
      names.type(parameter.type(), Use.TYPE);
    }
    names.type(result, Use.TYPE);
  }

  private void type(@Nullable TypeTree tree, Use use) {
    switch (tree) {
      case null -> {}
      case TypeTree.Malformed malformed -> {}
      case TypeTree.Named named -> visitor.visit(named.qualifier(), named.name(), use);
      case TypeTree.Tuple tuple -> tuple.elements().forEach(element -> type(element, use));
      case TypeTree.Array array -> {
        type(array.element(), use);
        expression(array.length(), Use.VALUE);
      }
      case TypeTree.Pointer pointer -> type(pointer.target(), Use.POINTED_TYPE);
      case TypeTree.Function function -> {
        function.parameters().forEach(parameter -> type(parameter, Use.POINTED_TYPE));
        type(function.result(), Use.POINTED_TYPE);
      }
    }
  }

  private void expression(@Nullable Expression tree, Use use) {
    switch (tree) {
      case null -> {}
      case Literal literal -> {}
      case Expression.Malformed malformed -> {}
      case Expression.Path path -> visitor.visit(path.qualifier(), path.name(), use);
      case Expression.StructLiteral literal -> {
        visitor.visit(literal.path().qualifier(), literal.path().name(), Use.TYPE);
        literal.fields().forEach(field -> expression(field.value(), Use.VALUE));
      }
      case Expression.SizeOf sizeOf -> type(sizeOf.type(), Use.TYPE);
      case Expression.Array array -> all(array.elements());
      case Expression.RepeatedArray array -> {
        expression(array.element(), Use.VALUE);
        expression(array.length(), Use.VALUE);
      }
      case Expression.Tuple tuple -> all(tuple.elements());
      case Expression.Parenthesized parenthesized -> expression(parenthesized.expression(), use);
      case Expression.Block block -> block(block);
      case Expression.Conditional conditional -> conditional(conditional);
      case Expression.Match match -> match(match);
      case Expression.OperatorChain chain -> {
        expression(chain.first(), Use.VALUE);
        chain.steps().forEach(step -> expression(step.operand(), Use.VALUE));
      }
      case Expression.PrefixChain chain -> prefixChain(chain);
      case Expression.CastChain chain -> {
        expression(chain.operand(), Use.VALUE);
        chain.types().forEach(type -> type(type, Use.TYPE));
      }
      case Expression.PostfixChain chain -> postfixChain(chain, use);
      case Expression.Assignment assignment -> {
        all(assignment.places());
        expression(assignment.value(), Use.VALUE);
      }
    }
  }

  private void all(List<Expression> expressions) {
    expressions.forEach(expression -> expression(expression, Use.VALUE));
  }

  private void prefixChain(Expression.PrefixChain chain) {
    PrefixOperator innermost = chain.operators().get(chain.operators().size() - 1);
    expression(chain.operand(), innermost == PrefixOperator.ADDRESS_OF ? Use.ADDRESS : Use.VALUE);
  }

  private void postfixChain(Expression.PostfixChain chain, Use use) {
    boolean sliced = chain.suffixes().stream().anyMatch(Suffix.Slice.class::isInstance);
    expression(chain.primary(), sliced ? Use.ADDRESS : use);
    for (Suffix suffix : chain.suffixes()) {
      switch (suffix) {
        case Suffix.Index index -> expression(index.index(), Use.VALUE);
        case Suffix.Slice slice -> {
          expression(slice.from(), Use.VALUE);
          expression(slice.to(), Use.VALUE);
        }
        case Suffix.Call call -> all(call.arguments());
        case Suffix.Member member -> visitor.visit(null, member.name(), Use.MEMBER);
        case Suffix.TupleIndex index -> {}
        case Suffix.Unwrap unwrap -> {}
      }
    }
  }

  private void conditional(Expression.Conditional conditional) {
    for (Expression.Branch branch : conditional.branches()) {
      expression(branch.condition(), Use.VALUE);
      block(branch.body());
    }
    expression(conditional.otherwise(), Use.VALUE);
  }

  private void match(Expression.Match match) {
    expression(match.subject(), Use.VALUE);
    match.arms().forEach(arm -> block(arm.body()));
    expression(match.otherwise(), Use.VALUE);
  }

  private void block(Expression.Block block) {
    block.terms().forEach(this::term);
  }

  private void term(Term term) {
    switch (term) {
      case Term.Evaluation evaluation -> expression(evaluation.expression(), Use.VALUE);
      case Term.Local local -> {
        type(local.type(), Use.TYPE);
        expression(local.initializer(), Use.VALUE);
      }
      case Term.While loop -> {
        expression(loop.condition(), Use.VALUE);
        block(loop.body());
      }
      case Term.For loop -> {
        expression(loop.from(), Use.VALUE);
        expression(loop.to(), Use.VALUE);
        block(loop.body());
      }
      case Term.Return result -> expression(result.value(), Use.VALUE);
      case Term.Break jump -> {}
      case Term.Continue jump -> {}
      case Term.Malformed malformed -> {}
    }
  }
}
