package org.pinklang.modules.codec;

import static org.pinklang.frontend.tree.NodeFlags.EXPORTED;
import static org.pinklang.frontend.tree.NodeFlags.FIRST;
import static org.pinklang.frontend.tree.NodeFlags.MARKED;
import static org.pinklang.frontend.tree.NodeFlags.OPTIONAL;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Documentation;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.tree.NodeFlags;
import org.pinklang.frontend.tree.NodeKind;
import org.pinklang.frontend.tree.TypeTree;

/**
 * Builds trees from their linear form: a node takes its parts from a stack and takes their place
 * there. Declarations, their members and types are read here, expressions by {@link
 * ExpressionReader}. For one thread.
 */
final class NodeReader {
  private static final NodeKind[] KINDS = NodeKind.values();
  private static final BindingKind[] BINDINGS = BindingKind.values();
  private static final TypeTree.PointerKind[] POINTERS = TypeTree.PointerKind.values();

  private final TreeInput in;
  private final NodeStack stack;
  private final ExpressionReader expressions;
  private final MemberDocumentation documentation;

  NodeReader(TreeInput in, MemberDocumentation documentation) {
    this.in = in;
    this.stack = new NodeStack(in.mostNodes());
    this.expressions = new ExpressionReader(in, stack);
    this.documentation = documentation;
  }

  /** Reads all there is to the end: one tree. */
  <T extends Node> T tree(Class<T> type) {
    T tree = next(type);
    in.expectEnd();
    documentation.expectEnd();
    return tree;
  }

  /** Reads until a tree of a type is whole. */
  private <T extends Node> T next(Class<T> type) {
    do {
      node();
    } while (!in.atEnd());
    T tree = stack.pop(type);
    if (stack.size() != 0) {
      throw new DamagedManifestException("a tree is not well-formed");
    }
    return tree;
  }

  /** Reads all there is to the end: so many trees. */
  <T extends Node> List<T> trees(Class<T> type, int count) {
    while (!in.atEnd()) {
      node();
    }
    List<T> trees = stack.popAll(type, count);
    if (stack.size() != 0) {
      throw new DamagedManifestException("a tree is not well-formed");
    }
    in.expectEnd();
    return trees;
  }

  private void node() {
    NodeKind kind = in.ordinal(KINDS);
    switch (kind) {
      case IDENTIFIER -> {
        String text = in.name();
        in.place();
        stack.push(new Identifier(text, in.start(), in.end()), false);
      }
      case MODULE_NAME -> {
        List<Identifier> segments = stack.popAll(Identifier.class, in.atLeast(1));
        SpellingBudget.checkModuleName(segments);
        in.place();
        stack.push(new ModuleName(segments, in.start(), in.end()), false);
      }
      case IMPORT -> imported();
      case FUNCTION -> function();
      case GLOBAL -> global();
      case STRUCT -> struct();
      case UNION -> union();
      case EXTERN -> extern();
      case PARAMETER -> {
        TypeTree type = stack.pop(TypeTree.class);
        Identifier name = stack.pop(Identifier.class);
        in.place();
        stack.push(new Declaration.Parameter(name, type, in.start(), in.end()), false);
      }
      case FIELD -> field();
      case ALTERNATIVE -> alternative();
      case NAMED_TYPE, TUPLE_TYPE, ARRAY_TYPE, POINTER_TYPE, FUNCTION_TYPE, MALFORMED_TYPE ->
          type(kind);
      default -> expressions.read(kind);
    }
  }

  private void imported() {
    int flags =
        in.flags(EXPORTED | NodeFlags.MODULE | OPTIONAL | NodeFlags.NAMES | NodeFlags.PARTITION);
    int count = in.count();
    boolean listed = (flags & NodeFlags.NAMES) != 0;
    if (!listed && count > 0) {
      throw new DamagedManifestException("an import is not well-formed");
    }
    List<Identifier> names = stack.popAll(Identifier.class, count);
    Identifier alias = optional(flags, OPTIONAL, Identifier.class);
    Identifier partition = optional(flags, NodeFlags.PARTITION, Identifier.class);
    ModuleName module = optional(flags, NodeFlags.MODULE, ModuleName.class);
    if ((module == null) == (partition == null)) {
      throw new DamagedManifestException("an import is not well-formed");
    }
    in.place();
    stack.push(
        new ImportDeclaration(
            (flags & EXPORTED) != 0,
            module,
            partition,
            alias,
            listed ? names : null,
            in.start(),
            in.end()),
        false);
  }

  private <T extends Node> @Nullable T optional(int flags, int flag, Class<T> type) {
    return (flags & flag) == 0 ? null : stack.pop(type);
  }

  /** What documents the member or declaration that is read now; its place comes first. */
  private @Nullable Documentation comment() {
    String text = documentation.next();
    if (text == null) {
      return null;
    }
    in.place();
    return new Documentation(text, in.start(), in.end());
  }

  private void function() {
    int flags = in.flags(EXPORTED | MARKED | OPTIONAL | FIRST);
    int count = in.count();
    Documentation comment = comment();
    Expression.Block body = optional(flags, FIRST, Expression.Block.class);
    TypeTree result = optional(flags, OPTIONAL, TypeTree.class);
    List<Declaration.Parameter> parameters = stack.popAll(Declaration.Parameter.class, count);
    Identifier name = stack.pop(Identifier.class);
    in.place();
    stack.push(
        new Declaration.Function(
            comment,
            (flags & EXPORTED) != 0,
            (flags & MARKED) != 0,
            name,
            parameters,
            result,
            body,
            in.start(),
            in.end()),
        false);
  }

  private void global() {
    int flags = in.flags(EXPORTED | OPTIONAL);
    BindingKind kind = in.ordinal(BINDINGS);
    Documentation comment = comment();
    Expression initializer = stack.pop(Expression.class);
    TypeTree type = optional(flags, OPTIONAL, TypeTree.class);
    Identifier name = stack.pop(Identifier.class);
    in.place();
    stack.push(
        new Declaration.Global(
            comment, (flags & EXPORTED) != 0, kind, name, type, initializer, in.start(), in.end()),
        false);
  }

  private void struct() {
    int flags = in.flags(EXPORTED | MARKED);
    int count = in.count();
    Documentation comment = comment();
    List<Declaration.Field> fields = stack.popAll(Declaration.Field.class, count);
    Identifier name = stack.pop(Identifier.class);
    in.place();
    stack.push(
        new Declaration.Struct(
            comment,
            (flags & EXPORTED) != 0,
            (flags & MARKED) != 0,
            name,
            fields,
            in.start(),
            in.end()),
        false);
  }

  private void union() {
    int flags = in.flags(EXPORTED);
    int count = in.count();
    Documentation comment = comment();
    List<Declaration.Alternative> alternatives = stack.popAll(Declaration.Alternative.class, count);
    Identifier name = stack.pop(Identifier.class);
    in.place();
    boolean exported = (flags & EXPORTED) != 0;
    stack.push(
        new Declaration.Union(comment, exported, name, alternatives, in.start(), in.end()), false);
  }

  private void extern() {
    int flags = in.flags(EXPORTED | MARKED | OPTIONAL);
    int count = in.count();
    Documentation comment = comment();
    TypeTree result = optional(flags, OPTIONAL, TypeTree.class);
    List<Declaration.Parameter> parameters = stack.popAll(Declaration.Parameter.class, count);
    Identifier name = stack.pop(Identifier.class);
    in.place();
    stack.push(
        new Declaration.Extern(
            comment,
            (flags & EXPORTED) != 0,
            name,
            parameters,
            (flags & MARKED) != 0,
            result,
            in.start(),
            in.end()),
        false);
  }

  private void field() {
    Documentation comment = comment();
    TypeTree type = stack.pop(TypeTree.class);
    Identifier name = stack.pop(Identifier.class);
    in.place();
    stack.push(new Declaration.Field(comment, name, type, in.start(), in.end()), false);
  }

  private void alternative() {
    int flags = in.flags(OPTIONAL);
    Documentation comment = comment();
    TypeTree type = optional(flags, OPTIONAL, TypeTree.class);
    Identifier name = stack.pop(Identifier.class);
    in.place();
    stack.push(new Declaration.Alternative(comment, name, type, in.start(), in.end()), false);
  }

  private void type(NodeKind kind) {
    switch (kind) {
      case NAMED_TYPE -> {
        int flags = in.flags(OPTIONAL);
        Identifier name = stack.pop(Identifier.class);
        ModuleName qualifier = optional(flags, OPTIONAL, ModuleName.class);
        in.place();
        stack.push(new TypeTree.Named(qualifier, name, in.start(), in.end()), false);
      }
      case TUPLE_TYPE -> {
        List<TypeTree> elements = stack.popAll(TypeTree.class, in.atLeast(2));
        in.place();
        stack.push(new TypeTree.Tuple(elements, in.start(), in.end()), true);
      }
      case ARRAY_TYPE -> {
        Expression length = stack.pop(Expression.class);
        TypeTree element = stack.pop(TypeTree.class);
        in.place();
        stack.push(new TypeTree.Array(element, length, in.start(), in.end()), true);
      }
      case POINTER_TYPE -> {
        TypeTree.PointerKind pointer = in.ordinal(POINTERS);
        TypeTree target = stack.pop(TypeTree.class);
        in.place();
        stack.push(new TypeTree.Pointer(pointer, target, in.start(), in.end()), true);
      }
      case FUNCTION_TYPE -> {
        int flags = in.flags(OPTIONAL);
        int count = in.count();
        TypeTree result = optional(flags, OPTIONAL, TypeTree.class);
        List<TypeTree> parameters = stack.popAll(TypeTree.class, count);
        in.place();
        stack.push(new TypeTree.Function(parameters, result, in.start(), in.end()), true);
      }
      default -> {
        in.place();
        stack.push(new TypeTree.Malformed(in.start(), in.end()), false);
      }
    }
  }
}
