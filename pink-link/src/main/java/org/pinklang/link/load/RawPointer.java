package org.pinklang.link.load;

import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** An address that nobody owns, as JavaCPP wants it. */
final class RawPointer extends Pointer {
  RawPointer(long address) {
    this.address = address;
  }

  /** The bytes at an address. */
  static byte[] bytes(long address, int length) {
    byte[] bytes = new byte[length];
    if (length > 0) {
      new BytePointer(new RawPointer(address)).get(bytes);
    }
    return bytes;
  }

  /** The text at an address that ends with a zero byte. */
  static String text(long address) {
    BytePointer pointer = new BytePointer(new RawPointer(address));
    return new String(pointer.getStringBytes(), StandardCharsets.UTF_8);
  }
}
