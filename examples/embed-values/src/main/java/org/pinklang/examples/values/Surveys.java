package org.pinklang.examples.values;

import java.nio.DoubleBuffer;
import java.util.function.DoublePredicate;

/** The functions of the Pink module {@code survey}. */
public interface Surveys {
  /** What is to be known of some numbers, Pink's {@code Summary}. */
  record Summary(long count, double least, double most) {}

  /** Summarises the numbers that a Java function lets pass. */
  Summary summarize(double[] numbers, DoublePredicate wanted);

  /** Doubles each number of a buffer where it lies. */
  void scale(DoubleBuffer numbers, double factor);

  /** Describes a summary. */
  String describe(Summary summary);
}
