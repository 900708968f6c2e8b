package org.pinklang.codegen.llvm;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.bytedeco.javacpp.Pointer;

/** Handles by the numbers they were made in the order of. */
final class HandleTable<T extends Pointer> {
  private T[] handles;
  private int size;

  HandleTable(IntFunction<T[]> array) {
    handles = array.apply(64);
  }

  void add(T handle) {
    if (size == handles.length) {
      handles = Arrays.copyOf(handles, size * 2);
    }
    handles[size++] = handle;
  }

  T get(int number) {
    return handles[number];
  }

  void set(int number, T handle) {
    handles[number] = handle;
  }

  /** The handle that was added {@code distance} handles ago; the last one is 1 ago. */
  T last(int distance) {
    return handles[size - distance];
  }

  int size() {
    return size;
  }
}
