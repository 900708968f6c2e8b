package org.pinklang.frontend.tree;

import static org.pinklang.frontend.tree.NodeFlags.EXPORTED;
import static org.pinklang.frontend.tree.NodeFlags.FIRST;
import static org.pinklang.frontend.tree.NodeFlags.MARKED;
import static org.pinklang.frontend.tree.NodeFlags.OPTIONAL;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes trees in a linear form, every node after its parts, so that equal trees and no others give
 * equal forms. Works with a stack of its own: the depth of a tree costs no stack of the thread. For
 * one thread; may be used for one tree after the other.
 */
@SuppressWarnings("EnumOrdinal") // The order of these enums is part of the format.
public final class PostorderWriter {
  private final NodeSink sink;
  private final UnaryOperator<Node> form;
  private final Deque<Node> waiting = new ArrayDeque<>();
  private final Deque<Node> open = new ArrayDeque<>();
  private final List<Node> parts = new ArrayList<>();
  private final NodeParts collector = new NodeParts(parts::add);

  /** A writer to a sink. */
  public PostorderWriter(NodeSink sink) {
    this(sink, UnaryOperator.identity());
  }

  /**
   * A writer to a sink.
   *
   * @param form gives what is written in place of a node; asked before the parts of the node are
   */
  public PostorderWriter(NodeSink sink, UnaryOperator<Node> form) {
    this.sink = sink;
    this.form = form;
  }

  /**
   * Writes a tree: that of an import, a declaration or anything in them.
   *
   * @throws IllegalArgumentException for a whole unit or what could not be read as a declaration
   */
  @SuppressWarnings("ReferenceEquality") // Equal nodes may stand in each other.
  public void write(Node root) {
    waiting.push(root);
    while (!waiting.isEmpty()) {
      Node node = waiting.pop();
      if (node == open.peek()) {
        open.pop();
        emit(node);
      } else {
        enter(node);
      }
    }
  }

  private void enter(Node written) {
    Node node = form.apply(written);
    parts.clear();
    collector.of(node);
    if (parts.isEmpty()) {
      emit(node);
      return;
    }
    open.push(node);
    waiting.push(node);
    for (int i = parts.size() - 1; i >= 0; i--) {
      waiting.push(parts.get(i));
    }
  }

  private void emit(Node node) {
    switch (node) {
      case Identifier identifier -> {
        put(NodeKind.IDENTIFIER);
        sink.text(identifier.text());
      }
      case Declaration declaration -> declaration(declaration);
      case TypeTree type -> type(type);
      case Expression expression -> expression(expression);
      case Term term -> term(term);
      case Suffix suffix -> suffix(suffix);
      case ModuleName name -> put(NodeKind.MODULE_NAME, name.segments().size());
      case ImportDeclaration imported -> imported(imported);
      case Declaration.Parameter parameter -> put(NodeKind.PARAMETER);
      case Declaration.Field field -> {
        sink.documentation(field.documentation());
        put(NodeKind.FIELD);
      }
      case Declaration.Alternative alternative -> {
        sink.documentation(alternative.documentation());
        put(NodeKind.ALTERNATIVE, optional(alternative.type()));
      }
      case Expression.OperatorStep step -> put(NodeKind.OPERATOR_STEP, step.operator().ordinal());
      case Expression.FieldValue field -> put(NodeKind.FIELD_VALUE);
      case Expression.Branch branch -> put(NodeKind.BRANCH);
      case Expression.Arm arm -> put(NodeKind.ARM, optional(arm.binder()));
      case Documentation documentation -> throw unsupported(node);
      case UnitDeclaration unit -> throw unsupported(node);
      case UnitTree unit -> throw unsupported(node);
    }
    sink.span(node.start(), node.end());
  }

  static IllegalArgumentException unsupported(Node node) {
    return new IllegalArgumentException("has no linear form: " + node);
  }

  private void imported(ImportDeclaration imported) {
    List<Identifier> names = imported.names();
    int flags =
        NodeFlags.of(imported.exported(), EXPORTED)
            | NodeFlags.of(imported.module() != null, NodeFlags.MODULE)
            | optional(imported.alias())
            | NodeFlags.of(names != null, NodeFlags.NAMES)
            | NodeFlags.of(imported.partition() != null, NodeFlags.PARTITION);
    put(NodeKind.IMPORT, flags, names == null ? 0 : names.size());
  }

  private void declaration(Declaration declaration) {
    sink.documentation(declaration.documentation());
    int exported = NodeFlags.of(declaration.exported(), EXPORTED);
    switch (declaration) {
      case Declaration.Function function -> {
        int body = NodeFlags.of(function.body() != null, FIRST);
        int flags = exported | marked(function.inline()) | optional(function.result()) | body;
        put(NodeKind.FUNCTION, flags, function.parameters().size());
      }
      case Declaration.Global global ->
          put(NodeKind.GLOBAL, exported | optional(global.type()), global.kind().ordinal());
      case Declaration.Struct struct ->
          put(NodeKind.STRUCT, exported | marked(struct.opaque()), struct.fields().size());
      case Declaration.Union union -> put(NodeKind.UNION, exported, union.alternatives().size());
      case Declaration.Extern extern -> {
        int flags = exported | marked(extern.variadic()) | optional(extern.result());
        put(NodeKind.EXTERN, flags, extern.parameters().size());
      }
      case Declaration.Malformed malformed -> throw unsupported(malformed);
    }
  }

  private void type(TypeTree type) {
    switch (type) {
      case TypeTree.Named named -> put(NodeKind.NAMED_TYPE, optional(named.qualifier()));
      case TypeTree.Tuple tuple -> put(NodeKind.TUPLE_TYPE, tuple.elements().size());
      case TypeTree.Array array -> put(NodeKind.ARRAY_TYPE);
      case TypeTree.Pointer pointer -> put(NodeKind.POINTER_TYPE, pointer.kind().ordinal());
      case TypeTree.Function function -> {
        int flags = optional(function.result());
        put(NodeKind.FUNCTION_TYPE, flags, function.parameters().size());
      }
      case TypeTree.Malformed malformed -> put(NodeKind.MALFORMED_TYPE);
    }
  }

  private void literal(Literal literal) {
    switch (literal) {
      case Literal.IntegerLiteral integer -> {
        put(NodeKind.INTEGER);
        sink.text(integer.text());
        sink.number(integer.value());
      }
      case Literal.FloatLiteral number -> {
        put(NodeKind.FLOAT);
        sink.text(number.text());
      }
      case Literal.CharacterLiteral character -> put(NodeKind.CHARACTER, character.value());
      case Literal.StringLiteral string -> {
        put(NodeKind.STRING);
        sink.bytes(string.bytes());
      }
      case Literal.BooleanLiteral truth -> put(NodeKind.BOOLEAN, truth.value() ? 1 : 0);
      case Literal.NilLiteral nil -> put(NodeKind.NIL);
    }
  }

  private void expression(Expression expression) {
    switch (expression) {
      case Literal literal -> literal(literal);
      case Expression.Path path -> put(NodeKind.PATH, optional(path.qualifier()));
      case Expression.StructLiteral literal ->
          put(NodeKind.STRUCT_LITERAL, literal.fields().size());
      case Expression.SizeOf size -> put(NodeKind.SIZE_OF, size.alignment() ? 1 : 0);
      case Expression.Array array -> put(NodeKind.ARRAY, array.elements().size());
      case Expression.RepeatedArray array -> put(NodeKind.REPEATED_ARRAY);
      case Expression.Tuple tuple -> put(NodeKind.TUPLE, tuple.elements().size());
      case Expression.Parenthesized inner -> put(NodeKind.PARENTHESIZED);
      case Expression.Block block -> put(NodeKind.BLOCK, block.terms().size());
      case Expression.Conditional conditional -> {
        int flags = optional(conditional.otherwise());
        put(NodeKind.CONDITIONAL, flags, conditional.branches().size());
      }
      case Expression.Match match ->
          put(NodeKind.MATCH, optional(match.otherwise()), match.arms().size());
      case Expression.OperatorChain chain -> put(NodeKind.OPERATOR_CHAIN, chain.steps().size());
      case Expression.PrefixChain chain -> prefixes(chain);
      case Expression.CastChain chain -> put(NodeKind.CAST_CHAIN, chain.types().size());
      case Expression.PostfixChain chain -> put(NodeKind.POSTFIX_CHAIN, chain.suffixes().size());
      case Expression.Assignment assignment -> put(NodeKind.ASSIGNMENT, assignment.places().size());
      case Expression.Malformed malformed -> put(NodeKind.MALFORMED_EXPRESSION);
    }
  }

  private void prefixes(Expression.PrefixChain chain) {
    put(NodeKind.PREFIX_CHAIN, chain.operators().size());
    for (int i = 0; i < chain.operators().size(); i++) {
      sink.number(chain.operators().get(i).ordinal());
      int offset = chain.offsets().get(i);
      sink.span(offset, offset);
    }
  }

  private void term(Term term) {
    switch (term) {
      case Term.Evaluation evaluation -> put(NodeKind.EVALUATION);
      case Term.Local local -> {
        put(NodeKind.LOCAL, optional(local.type()), local.kind().ordinal());
        sink.number(local.names().size());
      }
      case Term.While loop -> put(NodeKind.WHILE);
      case Term.For loop -> put(NodeKind.FOR, optional(loop.to()));
      case Term.Return returned -> put(NodeKind.RETURN, optional(returned.value()));
      case Term.Break jump -> put(NodeKind.BREAK);
      case Term.Continue jump -> put(NodeKind.CONTINUE);
      case Term.Malformed malformed -> put(NodeKind.MALFORMED_TERM);
    }
  }

  private void suffix(Suffix suffix) {
    switch (suffix) {
      case Suffix.Member member -> put(NodeKind.MEMBER);
      case Suffix.TupleIndex index -> put(NodeKind.TUPLE_INDEX, index.index());
      case Suffix.Index index -> put(NodeKind.INDEX);
      case Suffix.Slice slice ->
          put(NodeKind.SLICE, NodeFlags.of(slice.from() != null, FIRST) | optional(slice.to()));
      case Suffix.Call call -> put(NodeKind.CALL, call.arguments().size());
      case Suffix.Unwrap unwrap -> put(NodeKind.UNWRAP);
    }
  }

  private static int optional(@Nullable Node part) {
    return NodeFlags.of(part != null, OPTIONAL);
  }

  private static int marked(boolean mark) {
    return NodeFlags.of(mark, MARKED);
  }

  private void put(NodeKind kind, int... numbers) {
    sink.kind(kind);
    for (int number : numbers) {
      sink.number(number);
    }
  }
}
