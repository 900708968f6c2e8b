package org.pinklang.frontend.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.parse.TextPlace;
import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.tree.Suffix;
import org.pinklang.frontend.tree.Term;
import org.pinklang.frontend.tree.TypeTree;

/** What kind of name fits a place, as the tree around a mark there tells. */
sealed interface CompletionPlace {

  /** Nothing that exists: a new name, a comment, a literal. */
  record Nothing() implements CompletionPlace {}

  /** The parser has lost its way before; a value is as likely as anything. */
  record Lost() implements CompletionPlace {}

  /** Where a declaration begins. */
  record TopLevel() implements CompletionPlace {}

  /** Behind a whole operand, where an operator or a keyword can follow. */
  record AfterOperand() implements CompletionPlace {}

  /**
   * A value.
   *
   * @param beginsTerm whether a statement could begin there
   * @param inLoop whether a loop is around it
   */
  record Value(boolean beginsTerm, boolean inLoop) implements CompletionPlace {}

  /** A type. */
  record Type() implements CompletionPlace {}

  /** Behind {@code qualifier::}. */
  record Qualified(String qualifier, boolean type) implements CompletionPlace {}

  /** Behind a dot. */
  record Member(Expression.PostfixChain chain) implements CompletionPlace {}

  /** A field of a struct literal. */
  record LiteralField(Expression.StructLiteral literal) implements CompletionPlace {}

  /** An alternative in a match. */
  record MatchArm(Expression.Match match) implements CompletionPlace {}

  /** The name of a module, of which the first segments may be written. */
  record ModuleSegment(String before) implements CompletionPlace {}

  /** A partition of the unit's module. */
  record Partition() implements CompletionPlace {}

  /** What an import lists. */
  record Listed(ImportDeclaration declaration, String module) implements CompletionPlace {}

  /** The place of a mark; where the tree has lost it, what the tokens before it allow. */
  static CompletionPlace of(MarkedUnit marked, TextPlace place) {
    if (place.kind() != TextPlace.Kind.CODE) {
      return new Nothing();
    }
    NodePath path = NodePath.to(marked.unit().tree(), marked.offset());
    return path == null ? ofTokens(place, isInBody(marked)) : ofPath(path, place);
  }

  /** The place of a mark that was lost and stands by itself now. */
  static CompletionPlace found(MarkedUnit marked, TextPlace place) {
    NodePath path = NodePath.to(marked.unit().tree(), marked.offset());
    if (path == null) {
      return place.operandStart() == place.word().start() ? new Value(true, true) : new Nothing();
    }
    CompletionPlace found = ofPath(path, place);
    return found instanceof AfterOperand ? new Value(true, true) : found;
  }

  private static boolean isInBody(MarkedUnit marked) {
    return marked.unit().tree().declarations().stream()
        .anyMatch(
            declaration ->
                declaration instanceof Declaration.Function function
                    && function.body() != null
                    && function.body().start() < marked.offset()
                    && marked.offset() < function.end());
  }

  private static CompletionPlace ofTokens(TextPlace place, boolean inBody) {
    return switch (place.previous()) {
      case "", ";", "}" -> inBody ? new Lost() : new TopLevel();
      case "export", "extern", "inline", "opaque" -> new TopLevel();
      case "fn", "struct", "union", "module", "implement", "as", "var", "const" -> new Nothing();
      case ":", "->", "*", "?" -> new Type();
      default -> followsOperand(place) ? new AfterOperand() : new Lost();
    };
  }

  private static CompletionPlace ofPath(NodePath path, TextPlace place) {
    Identifier name = path.identifier();
    Node around = path.around(1);
    return switch (around) {
      case ModuleName module -> ofSegment(module, name, path);
      case ImportDeclaration declaration -> ofImport(declaration, name);
      case Expression.Path written -> ofValue(written, path, place);
      case TypeTree.Named named -> ofType(named);
      case Suffix.Member member -> ofMember(path);
      case Expression.FieldValue field ->
          path.around(2) instanceof Expression.StructLiteral literal && field.name().equals(name)
              ? new LiteralField(literal)
              : new Nothing();
      case Expression.Arm arm ->
          path.around(2) instanceof Expression.Match match && arm.alternative().equals(name)
              ? new MatchArm(match)
              : new Nothing();
      case Declaration.Global global ->
          global.kind() == BindingKind.PLAIN && !global.exported() && beginsLine(place)
              ? new TopLevel()
              : new Nothing();
      case null, default -> new Nothing();
    };
  }

  private static boolean beginsLine(TextPlace place) {
    return !place.sameLine();
  }

  private static CompletionPlace ofSegment(ModuleName module, Identifier name, NodePath path) {
    StringBuilder before = new StringBuilder();
    for (Identifier segment : module.segments()) {
      if (segment.start() >= name.start()) {
        break;
      }
      before.append(segment.text()).append('.');
    }
    return switch (path.around(2)) {
      case ImportDeclaration declaration -> new ModuleSegment(before.toString());
      case TypeTree.Named named -> new Type();
      case null, default -> new Value(false, false);
    };
  }

  private static CompletionPlace ofImport(ImportDeclaration declaration, Identifier name) {
    List<Identifier> names = declaration.names();
    ModuleName module = declaration.module();
    if (name.equals(declaration.partition())) {
      return new Partition();
    }
    return names != null && module != null && names.contains(name)
        ? new Listed(declaration, module.text())
        : new Nothing();
  }

  private static CompletionPlace ofValue(Expression.Path written, NodePath path, TextPlace place) {
    if (written.qualifier() != null) {
      return new Qualified(written.qualifier().text(), false);
    }
    boolean begins =
        path.around(2) instanceof Term.Evaluation evaluation
            && evaluation.start() == written.start();
    if (begins && followsOperand(place)) {
      return new AfterOperand();
    }
    boolean inLoop = path.isInside(Term.While.class) || path.isInside(Term.For.class);
    return new Value(begins || beginsTerm(path), inLoop);
  }

  /** Whether a name begins a term of which more is written: {@code na|.member = 1;}. */
  private static boolean beginsTerm(NodePath path) {
    int start = path.identifier().start();
    for (int i = 2; path.around(i) != null && start(path.around(i)) == start; i++) {
      if (path.around(i) instanceof Term) {
        return true;
      }
    }
    return false;
  }

  private static int start(@Nullable Node node) {
    return node == null ? -1 : node.start();
  }

  private static CompletionPlace ofType(TypeTree.Named named) {
    return named.qualifier() == null ? new Type() : new Qualified(named.qualifier().text(), true);
  }

  private static CompletionPlace ofMember(NodePath path) {
    return path.around(2) instanceof Expression.PostfixChain chain
        ? new Member(chain)
        : new Nothing();
  }

  /** Whether a name, literal or closing bracket stands before the word on its line. */
  private static boolean followsOperand(TextPlace place) {
    String before = place.previous();
    if (before.isEmpty() || !place.sameLine()) {
      return false;
    }
    char last = before.charAt(before.length() - 1);
    boolean operand = last == ')' || last == ']' || last == '"' || last == '\'' || last == '!';
    return operand || isWord(last) && !CompletionKeywords.areBefore(before);
  }

  private static boolean isWord(char c) {
    return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
