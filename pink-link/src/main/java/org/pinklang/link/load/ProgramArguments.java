package org.pinklang.link.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;

/**
 * A program's arguments in native memory, as C has them (an array of texts that end with a zero
 * byte) and as Pink has them (an array of slices).
 */
final class ProgramArguments implements AutoCloseable {
  private final LongPointer vector;
  private final LongPointer slices;
  private final BytePointer bytes;
  private final int count;

  ProgramArguments(List<String> words) {
    count = words.size();
    List<byte[]> texts = words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
    bytes = new BytePointer(texts.stream().mapToLong(text -> text.length + 1L).sum() + 1);
    vector = new LongPointer(count + 1L);
    slices = new LongPointer(2L * count + 1);
    long at = 0;
    for (int i = 0; i < count; i++) {
      byte[] text = texts.get(i);
      bytes.position(at).put(text, 0, text.length);
      bytes.position(at + text.length).put((byte) 0);
      bytes.position(0);
      vector.put(i, bytes.address() + at);
      slices.put(2L * i, bytes.address() + at);
      slices.put(2L * i + 1, text.length);
      at += text.length + 1L;
    }
    vector.put(count, 0);
  }

  /** The address of the array C programs get. */
  long vector() {
    return vector.address();
  }

  /** Puts the slice of slices to an address. */
  void publish(long address) {
    LongPointer slice = new LongPointer(new RawPointer(address));
    slice.put(0, slices.address());
    slice.put(1, count);
  }

  @Override
  public void close() {
    vector.close();
    slices.close();
    bytes.close();
  }
}
