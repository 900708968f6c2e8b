package org.pinklang.examples.calculator;

/** What the module {@code formula} is to this program: Pink functions as Java methods. */
public interface Formula {

  /** The value of the formula at a place. */
  double value(double x, double y);
}
