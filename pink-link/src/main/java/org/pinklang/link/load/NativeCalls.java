package org.pinklang.link.load;

import java.lang.ref.Reference;

/**
 * Calls into loaded code. A native method takes general registers, then those for floats; the code
 * of a function ignores what it has no parameter for, so the method with the fewest that suffices
 * is called. The native methods are bound by the process's part of the runtime; if the call ends in
 * another way than by returning, they throw what {@link NativeUpcalls#ended} says.
 */
final class NativeCalls {
  private NativeCalls() {}

  /** In general registers; floats by their bits, singles in the low half. */
  private static native long callLong(long program, long function, long a, long b);

  private static native long callLong(
      long program, long function, long a, long b, long c, long d, long e, long f);

  private static native long callLong(
      long program, long function, double p, double q, double r, double s);

  private static native long callLong(
      long program,
      long function,
      long a,
      long b,
      long c,
      long d,
      long e,
      long f,
      double p,
      double q,
      double r,
      double s,
      double t,
      double u,
      double v,
      double w);

  private static native double callDouble(long program, long function, long a, long b);

  private static native double callDouble(
      long program, long function, long a, long b, long c, long d, long e, long f);

  private static native double callDouble(
      long program, long function, double p, double q, double r, double s);

  private static native double callDouble(
      long program,
      long function,
      long a,
      long b,
      long c,
      long d,
      long e,
      long f,
      double p,
      double q,
      double r,
      double s,
      double t,
      double u,
      double v,
      double w);

  private static native void callBlock(long program, long function, long registers);

  private static native boolean isInside(long program);

  /**
   * Calls with all registers and a stack, which lie with the results in a {@link RegisterBlock}.
   */
  static void call(ProgramControl program, long function, long registers) {
    callBlock(program.address(), function, registers);
    Reference.reachabilityFence(program);
  }

  /** Whether a thread is inside a program that has been marked as closed. */
  static boolean isAnyInside(ProgramControl program) {
    boolean inside = isInside(program.address());
    Reference.reachabilityFence(program);
    return inside;
  }

  // What a call needs stays alive while it runs, though only its address is passed.

  static long callLong(ProgramControl program, long function, long a, long b) {
    long result = callLong(program.address(), function, a, b);
    Reference.reachabilityFence(program);
    return result;
  }

  static long callLong(
      ProgramControl program, long function, long a, long b, long c, long d, long e, long f) {
    long result = callLong(program.address(), function, a, b, c, d, e, f);
    Reference.reachabilityFence(program);
    return result;
  }

  static long callLong(
      ProgramControl program, long function, double p, double q, double r, double s) {
    long result = callLong(program.address(), function, p, q, r, s);
    Reference.reachabilityFence(program);
    return result;
  }

  static long callLong(
      ProgramControl program,
      long function,
      long a,
      long b,
      long c,
      long d,
      long e,
      long f,
      double p,
      double q,
      double r,
      double s,
      double t,
      double u,
      double v,
      double w) {
    long result = callLong(program.address(), function, a, b, c, d, e, f, p, q, r, s, t, u, v, w);
    Reference.reachabilityFence(program);
    return result;
  }

  static double callDouble(ProgramControl program, long function, long a, long b) {
    double result = callDouble(program.address(), function, a, b);
    Reference.reachabilityFence(program);
    return result;
  }

  static double callDouble(
      ProgramControl program, long function, long a, long b, long c, long d, long e, long f) {
    double result = callDouble(program.address(), function, a, b, c, d, e, f);
    Reference.reachabilityFence(program);
    return result;
  }

  static double callDouble(
      ProgramControl program, long function, double p, double q, double r, double s) {
    double result = callDouble(program.address(), function, p, q, r, s);
    Reference.reachabilityFence(program);
    return result;
  }

  static double callDouble(
      ProgramControl program,
      long function,
      long a,
      long b,
      long c,
      long d,
      long e,
      long f,
      double p,
      double q,
      double r,
      double s,
      double t,
      double u,
      double v,
      double w) {
    double result =
        callDouble(program.address(), function, a, b, c, d, e, f, p, q, r, s, t, u, v, w);
    Reference.reachabilityFence(program);
    return result;
  }
}
