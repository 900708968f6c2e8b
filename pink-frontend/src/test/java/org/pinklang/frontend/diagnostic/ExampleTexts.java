package org.pinklang.frontend.diagnostic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Makes the bytes of an example: U+FFFD in it stands for a byte that is not UTF-8. */
final class ExampleTexts {
  private ExampleTexts() {}

  static byte[] bytes(String example) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String part : example.split("(?<=\uFFFD)|(?=\uFFFD)")) {
      if (part.equals("\uFFFD")) {
        bytes.write(0xFF);
      } else {
        bytes.writeBytes(part.getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
