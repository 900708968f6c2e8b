package org.pinklang.codegen.testing;

import static org.pinklang.codegen.testing.Trees.arrayOf;
import static org.pinklang.codegen.testing.Trees.assign;
import static org.pinklang.codegen.testing.Trees.deref;
import static org.pinklang.codegen.testing.Trees.element;
import static org.pinklang.codegen.testing.Trees.integer;
import static org.pinklang.codegen.testing.Trees.pointer;
import static org.pinklang.codegen.testing.Trees.read;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;

/** A function under test that puts words out, with the unit around it. */
public final class Probe {
  private final UnitBuilder unit = new UnitBuilder();
  private final FunctionBuilder function = new FunctionBuilder("probe", Scalar.NIL).visible();
  private final Local out = function.parameter(pointer(arrayOf(Trees.INTEGER, 64)));
  private final List<TypedExpression> terms = new ArrayList<>();
  private int words;

  public UnitBuilder unit() {
    return unit;
  }

  public FunctionBuilder function() {
    return function;
  }

  public Local local(PinkType type) {
    return function.local(type);
  }

  /** Adds terms to the function. */
  public Probe then(TypedExpression... added) {
    terms.addAll(List.of(added));
    return this;
  }

  /** Puts an Integer out, in the next word. */
  public Probe out(TypedExpression value) {
    return then(word(words++, value));
  }

  /** Puts the value of any numeric or Boolean type out, converted to Integer. */
  public Probe outConverted(TypedExpression value) {
    return out(new TypedExpression.Convert(value, Scalar.INTEGER64, 0));
  }

  /** The term that puts a word out. */
  public TypedExpression word(int index, TypedExpression value) {
    return assign(place(index), value);
  }

  /** A word of what is put out, as a place. */
  public TypedExpression place(int index) {
    return element(deref(read(out)), integer(index));
  }

  /** What is put out at all optimisation levels that are tried, which must agree. */
  public Machine.Outcome run() {
    return LargeStack.call(() -> Machine.run(built(), "probe"));
  }

  /** What is put out at one level. */
  public Machine.Outcome run(OptimizationLevel level) {
    return LargeStack.call(() -> Machine.run(built(), "probe", level));
  }

  /** The unit. */
  public org.pinklang.frontend.typed.CheckedUnit built() {
    UnitBuilder whole = unit;
    return whole.add(function.body(terms.toArray(TypedExpression[]::new))).build();
  }

  /** The first words put out. */
  public List<Long> words() {
    Machine.Outcome outcome = run();
    if (!outcome.panic().isEmpty()) {
      throw new AssertionError(outcome.panic());
    }
    return outcome.out().subList(0, words);
  }
}
