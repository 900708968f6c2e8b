package org.pinklang.codegen.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a child says on standard error: its first words, which say what went wrong. The rest is read
 * so that the child is not held up, and dropped. A thread reads until the child has ended.
 */
final class ErrorOutput {
  private static final int KEPT_BYTES = 256 << 10;
  private static final int STACK_BYTES = 256 << 10;
  private static final int CHUNK_BYTES = 4096;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final Thread reader;

  private ErrorOutput(InputStream stream) {
    reader = new Thread(null, () -> read(stream), "pink-child-errors", STACK_BYTES);
    reader.setDaemon(true);
  }

  static ErrorOutput of(Process process) {
    ErrorOutput output = new ErrorOutput(process.getErrorStream());
    output.reader.start();
    return output;
  }

  private void read(InputStream stream) {
    byte[] chunk = new byte[CHUNK_BYTES];
    try (stream) {
      for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
        keep(chunk, count);
      }
    } catch (IOException e) {
      // The child has been ended: what was read until then is all there is.
    }
  }

  private synchronized void keep(byte[] chunk, int count) {
    kept.write(chunk, 0, Math.min(count, KEPT_BYTES - kept.size()));
  }

  /** What is kept, complete once {@link #reader} has ended. */
  synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }

  Thread reader() {
    return reader;
  }
}
