package org.pinklang.codegen.llvm;

import org.bytedeco.javacpp.BytePointer;

/** Memory for one text that LLVM is given with its length, used again for the next. */
final class TextBuffer implements AutoCloseable {
  private BytePointer bytes = new BytePointer(256);
  private int length;

  /** Takes a text's UTF-8. */
  TextBuffer put(byte[] text) {
    reserve(text.length);
    bytes.put(text, 0, text.length);
    length = text.length;
    return this;
  }

  /** Takes a text's UTF-8 and gives it with a zero byte after it; valid until the next. */
  BytePointer terminated(byte[] text) {
    reserve(text.length + 1);
    put(text);
    return bytes.put(text.length, (byte) 0);
  }

  private void reserve(int size) {
    if (size > bytes.capacity()) {
      bytes.close();
      bytes = new BytePointer(2L * size);
    }
  }

  /** The text that was taken last; valid until the next. */
  BytePointer bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  @Override
  public void close() {
    bytes.close();
  }
}
