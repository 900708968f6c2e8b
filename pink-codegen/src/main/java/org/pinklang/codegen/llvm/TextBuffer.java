package org.pinklang.codegen.llvm;

import org.bytedeco.javacpp.BytePointer;

/** Memory for one text that LLVM is given with its length, used again for the next. */
final class TextBuffer implements AutoCloseable {
  private BytePointer bytes = new BytePointer(256);
  private int length;

  /** Takes a text's UTF-8. */
  TextBuffer put(byte[] text) {
    if (text.length > bytes.capacity()) {
      bytes.close();
      bytes = new BytePointer(2L * text.length);
    }
    bytes.put(text, 0, text.length);
    length = text.length;
    return this;
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
