package org.pinklang.link.load;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** An address that nobody owns, as JavaCPP wants it. */
final class RawPointer extends Pointer {
  RawPointer(long address) {
    this.address = address;
  }

  /** Where a direct buffer begins, whatever its position. */
  static long base(Buffer buffer) {
    return getDirectBufferAddress(buffer);
  }

  /** The bytes at an address. */
  static byte[] bytes(long address, int length) {
    byte[] bytes = new byte[length];
    if (length > 0) {
      new BytePointer(new RawPointer(address)).get(bytes);
    }
    return bytes;
  }

  /** The memory at an address, in native order. */
  static ByteBuffer view(long address, int length) {
    return length == 0
        ? ByteBuffer.allocateDirect(0).order(ByteOrder.nativeOrder())
        : new BytePointer(new RawPointer(address))
            .capacity(length)
            .asByteBuffer()
            .order(ByteOrder.nativeOrder());
  }

  /** The text at an address that ends with a zero byte. */
  static String text(long address) {
    BytePointer pointer = new BytePointer(new RawPointer(address));
    return new String(pointer.getStringBytes(), StandardCharsets.UTF_8);
  }
}
