package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrBlock;
import org.pinklang.codegen.ir.IrLocation;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.lower.Destination.Dropped;
import org.pinklang.codegen.lower.Operand.None;
import org.pinklang.frontend.type.Layouts;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;
import org.pinklang.frontend.typed.TypedExpression.Block;
import org.pinklang.frontend.typed.TypedExpression.ConditionalBranch;
import org.pinklang.frontend.typed.TypedExpression.If;
import org.pinklang.frontend.typed.TypedExpression.Match;
import org.pinklang.frontend.typed.TypedExpression.MatchArm;

/** Blocks, {@code if} and {@code match}. */
final class Branches {
  private final FunctionScope scope;
  private final InstructionBuilder builder;

  Branches(FunctionScope scope) {
    this.scope = scope;
    this.builder = scope.builder();
  }

  // ---- blocks -------------------------------------------------------------------------------

  /** Evaluates a block and puts its value where it is wanted. */
  void block(Block block, Destination destination) {
    scope.debug().enterBlock(block.offset());
    int last = leadingTerms(block);
    if (last >= 0) {
      term(block.terms().get(last), wanted(block.type(), destination));
    }
    scope.debug().leaveBlock();
  }

  /** Evaluates a block whose value is used where it stands. */
  Operand evaluateBlock(Block block) {
    scope.debug().enterBlock(block.offset());
    Operand value = valueOf(block);
    scope.debug().leaveBlock();
    return value;
  }

  private Operand valueOf(Block block) {
    int last = leadingTerms(block);
    if (last < 0) {
      return None.NONE;
    }
    TypedExpression term = block.terms().get(last);
    if (Representation.of(block.type()) == Representation.NONE) {
      term(term, Dropped.DROPPED);
      return None.NONE;
    }
    return scope.expressions().evaluate(term);
  }

  /** Evaluates all terms but the last, whose index it gives; −1 where it does not come to that. */
  private int leadingTerms(Block block) {
    List<TypedExpression> terms = block.terms();
    for (int i = 0; i < terms.size() - 1 && builder.isReachable(); i++) {
      term(terms.get(i), Dropped.DROPPED);
    }
    return builder.isReachable() ? terms.size() - 1 : -1;
  }

  private void term(TypedExpression term, Destination destination) {
    int mark = scope.frame().mark();
    scope.expressions().evaluateInto(term, destination);
    scope.frame().release(mark);
  }

  /** A construct of a type without values drops those of its parts, whatever their types. */
  private static Destination wanted(PinkType type, Destination destination) {
    return Representation.of(type) == Representation.NONE ? Dropped.DROPPED : destination;
  }

  // ---- if -----------------------------------------------------------------------------------

  /** Evaluates an {@code if} with all its {@code else if}. */
  void conditional(If conditional, Destination destination) {
    Destination wanted = wanted(conditional.type(), destination);
    IrBlock done = new IrBlock();
    Iterator<ConditionalBranch> branches = conditional.branches().iterator();
    while (branches.hasNext()) {
      ConditionalBranch branch = branches.next();
      IrBlock body = new IrBlock();
      boolean isFollowed = branches.hasNext() || conditional.otherwise() != null;
      IrBlock next = isFollowed ? new IrBlock() : done;
      int mark = scope.frame().mark();
      scope.conditions().branch(branch.condition(), body, next);
      scope.frame().release(mark);
      scope.begin(body);
      branch(branch.body(), wanted, done);
      scope.begin(next);
    }
    if (conditional.otherwise() != null) {
      branch(conditional.otherwise(), wanted, done);
      scope.begin(done);
    }
  }

  private void branch(TypedExpression body, Destination destination, IrBlock done) {
    if (builder.isReachable()) {
      term(body, destination);
      builder.stayAtLastLocation();
      builder.branch(done);
    }
  }

  // ---- match --------------------------------------------------------------------------------

  /** Evaluates a {@code match}. */
  void match(Match match, Destination destination) {
    IrValue subject = scope.expressions().evaluate(match.subject()).address();
    if (!builder.isReachable() || !(match.subject().type() instanceof PinkType.Nominal union)) {
      return;
    }
    List<IrBlock> bodies = new ArrayList<>(match.arms().size());
    match.arms().forEach(arm -> bodies.add(new IrBlock()));
    IrBlock otherwise = new IrBlock();
    IrBlock done = new IrBlock();
    @Nullable IrLocation outer = builder.location();
    scope.debug().locate(match.offset());
    branchByTag(match, union, subject, bodies, otherwise);
    Destination wanted = wanted(match.type(), destination);
    for (int i = 0; i < bodies.size(); i++) {
      scope.begin(bodies.get(i));
      MatchArm arm = match.arms().get(i);
      scope.debug().enterBlock(arm.body().offset());
      bindPayload(arm, union, subject);
      branch(arm.body(), wanted, done);
      scope.debug().leaveBlock();
    }
    scope.begin(otherwise);
    if (match.otherwise() != null) {
      branch(match.otherwise(), wanted, done);
    } else {
      builder.endUnreachable();
    }
    builder.setLocation(outer);
    scope.begin(done);
  }

  private void branchByTag(
      Match match,
      PinkType.Nominal union,
      IrValue subject,
      List<IrBlock> bodies,
      IrBlock otherwise) {
    IrType tag = scope.context().integer(8 * Layouts.tagBytes(scope.layouts().union(union)));
    List<IrValue> cases = new ArrayList<>(match.arms().size());
    for (MatchArm arm : match.arms()) {
      cases.add(scope.context().integer(tag, arm.alternative()));
    }
    builder.branchByValue(builder.load(tag, subject), cases, bodies, otherwise);
  }

  private void bindPayload(MatchArm arm, PinkType.Nominal union, IrValue subject) {
    Local binder = arm.binder();
    if (binder != null) {
      IrValue payload = builder.field(subject, scope.layouts().payloadOffset(union));
      Operand value = scope.memory().load(binder.type(), payload);
      scope.debug().locate(binder.offset());
      scope.memory().store(value, binder.type(), scope.slot(binder));
      scope.debug().declare(binder, scope.slot(binder));
    }
  }
}
