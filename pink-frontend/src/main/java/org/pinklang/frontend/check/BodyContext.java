package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.TypedExpression;

/**
 * The state of checking one body, and the checkers of its constructs, which share it. For one body
 * and one thread. Findings are kept until the body is done.
 */
final class BodyContext {
  final Declarations declarations;
  final FunctionResult result;
  final Observations observations;
  final LocalScopes scopes = new LocalScopes();
  final OpenBlocks openBlocks = new OpenBlocks();
  final Narrowing narrowing;
  final LoopAssignments loopAssignments;

  final Expressions expressions = new Expressions(this);
  final Coercions coercions = new Coercions(this);
  final NameUses names = new NameUses(this);
  final TypeUses types = new TypeUses(this);
  final Literals literals = new Literals(this);
  final OperatorChains operators = new OperatorChains(this);
  final Comparisons comparisons = new Comparisons(this);
  final Conditions conditions = new Conditions(this);
  final PrefixChains prefixes = new PrefixChains(this);
  final Conversions conversions = new Conversions(this);
  final PostfixChains postfixes = new PostfixChains(this);
  final Members members = new Members(this);
  final Indexing indexing = new Indexing(this);
  final Calls calls = new Calls(this);
  final MethodCalls methods = new MethodCalls(this);
  final UnionLiterals unions = new UnionLiterals(this);
  final Aggregates aggregates = new Aggregates(this);
  final Places places = new Places(this);
  final Assignments assignments = new Assignments(this);
  final Blocks blocks = new Blocks(this);
  final Branches branches = new Branches(this);
  final Matches matches = new Matches(this);
  final Loops loops = new Loops(this);
  final LocalDeclarations locals = new LocalDeclarations(this);

  private final List<Diagnostic> findings = new ArrayList<>(0);

  /**
   * The state before anything is checked.
   *
   * @param root the body
   * @param neverNarrowed offsets of the declarations of locals that are not to be narrowed
   */
  BodyContext(
      Declarations declarations,
      FunctionResult result,
      Expression root,
      Set<Integer> neverNarrowed) {
    this.declarations = declarations;
    this.observations = declarations.observations();
    this.result = result;
    this.narrowing = new Narrowing(neverNarrowed);
    this.loopAssignments = new LoopAssignments(root);
  }

  /** What a path stands for where no local has its name; reports where that is nothing. */
  Entity resolve(Expression.Path path) {
    return declarations.resolve(path, openBlocks);
  }

  /** Starts a finding at a node. */
  Diagnostic.Builder finding(DiagnosticCode code, Node node, String... arguments) {
    return finding(code, node.span(), arguments);
  }

  /** Starts a finding at a place. */
  Diagnostic.Builder finding(DiagnosticCode code, Span span, String... arguments) {
    return Diagnostic.of(code, declarations.file(), span, arguments);
  }

  /** Keeps a finding; nothing is reported while a result is being inferred. */
  void report(Diagnostic.Builder finding) {
    if (!result.isInferred()) {
      findings.add(finding.build());
    }
  }

  /** Keeps a finding, as {@link #report(Diagnostic.Builder)} does. */
  void report(Diagnostic finding) {
    if (!result.isInferred()) {
      findings.add(finding);
    }
  }

  /** Reports a finding and gives the value that stands for what is wrong. */
  TypedExpression reject(Diagnostic.Builder finding, int offset) {
    report(finding);
    return erroneous(offset);
  }

  /** What stands for an expression that is wrong, which has been reported. */
  static TypedExpression erroneous(int offset) {
    return new TypedExpression.Block(List.of(), PinkType.Erroneous.ERRONEOUS, offset);
  }

  /** {@code nil} where nothing else gives a value. */
  static TypedExpression nil(int offset) {
    return new TypedExpression.Block(List.of(), Scalar.NIL, offset);
  }

  /**
   * What is evaluated, in order, up to the part that never ends normally, where there is one.
   *
   * @param parts the parts in the order of their evaluation
   */
  static @Nullable TypedExpression cutShort(List<TypedExpression> parts, int offset) {
    for (int i = 0; i < parts.size(); i++) {
      if (isNever(parts.get(i))) {
        return new TypedExpression.Block(parts.subList(0, i + 1), PinkType.Never.NEVER, offset);
      }
    }
    return null;
  }

  static boolean isNever(TypedExpression expression) {
    return expression.type() == PinkType.Never.NEVER;
  }

  static boolean isErroneous(TypedExpression expression) {
    return expression.type() == PinkType.Erroneous.ERRONEOUS;
  }

  /** Whether a value can be used no further: it is wrong, or there is none. */
  static boolean isSpent(TypedExpression expression) {
    return isNever(expression) || isErroneous(expression);
  }

  /** Gives the findings to the unit. */
  void deliver() {
    for (Diagnostic finding : findings) {
      declarations.report(finding);
    }
  }
}
