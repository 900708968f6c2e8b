package org.pinklang.link.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongUnaryOperator;

/**
 * The Java callbacks of the process. Their native functions exist in pages that are made when all
 * are taken and never freed; the one that has been free for longest is taken next.
 */
final class Callbacks {
  private static final int PAGE = 1024;
  private static final int FUNCTION_BYTES = 16;

  private final LongUnaryOperator newPage;
  private final Map<Long, JavaCallback> open = new ConcurrentHashMap<>();
  private final List<Long> pages = new ArrayList<>();
  private final Queue<Long> free = new ArrayDeque<>();

  /**
   * None yet.
   *
   * @param newPage makes native functions for callbacks from a number on; gives the first's address
   */
  Callbacks(LongUnaryOperator newPage) {
    this.newPage = newPage;
  }

  synchronized NativeCallback add(JavaCallback callback) {
    if (free.isEmpty()) {
      long base = (long) pages.size() * PAGE;
      pages.add(newPage.applyAsLong(base));
      for (int i = 0; i < PAGE; i++) {
        free.add(base + i);
      }
    }
    long number = free.remove();
    open.put(number, callback);
    long address = pages.get((int) (number / PAGE)) + number % PAGE * FUNCTION_BYTES;
    return new NativeCallback(this, number, address);
  }

  synchronized void remove(long number) {
    open.remove(number);
    free.add(number);
  }

  void call(long number, RegisterBlock registers) throws Throwable {
    JavaCallback callback = open.get(number);
    if (callback == null) {
      throw new IllegalStateException("a callback that has been closed was called");
    }
    callback.call(registers);
  }
}
