package org.pinklang.frontend.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.SymbolId;

/** A value of a running program. */
public sealed interface Value {

  /** An integer, extended to 64 bits as its type extends. */
  record Int(long value) implements Value {}

  /** A float; for {@code Float32} one that single precision holds. */
  record Floating(double value) implements Value {}

  /** A Boolean. */
  record Truth(boolean value) implements Value {}

  /** {@code nil} of type {@code Nil}. */
  record Nothing() implements Value {}

  /** A struct, tuple or array. */
  record Aggregate(List<Value> parts) implements Value {}

  /** A union with what its alternative carries. */
  record Tagged(int alternative, @Nullable Value payload) implements Value {}

  /** A function pointer. */
  record FunctionPointer(SymbolId symbol) implements Value {}

  /** A pointer; {@code nil} is the pointer to nothing. */
  record Pointer(@Nullable Storage target, @Nullable Element element) implements Value {

    /** {@code nil}. */
    static final Pointer NULL = new Pointer(null, null);

    /** The address of a storage. */
    static Pointer to(Storage storage) {
      Element element = storage.element();
      return element == null ? new Pointer(storage, null) : new Pointer(null, element);
    }

    /** The address of an element, or of the place after the last. */
    static Pointer to(Storage.Compound array, long index) {
      return new Pointer(null, new Element(array, index));
    }

    /** What is pointed at. */
    Storage storage() {
      if (target != null) {
        return target;
      }
      if (element == null) {
        throw new IllegalStateException("the program reads through nil");
      }
      return element.array().part(element.index());
    }
  }

  /** A place in an array; compared by the identity of the array. */
  record Element(Storage.Compound array, long index) {}

  /** A slice. */
  record Slice(Pointer pointer, long length) implements Value {

    /** The place of an element. */
    Storage part(long index) {
      Element element = pointer.element();
      if (element == null) {
        return pointer.storage();
      }
      return element.array().part(element.index() + index);
    }
  }
}
