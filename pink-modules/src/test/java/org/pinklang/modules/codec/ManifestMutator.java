package org.pinklang.modules.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.pinklang.frontend.source.ContentHash;

/**
 * Spoils the bytes of manifests at random: all of them, or one part with an index and checksums
 * that are right, so that the spoilt content is reached.
 */
final class ManifestMutator {
  private static final int MOST_CHANGES = 6;
  private static final int LARGEST_SCALE = 19;
  private static final int[] EDGES = {0, 1, 0x7F, 0x80, 0xFF, 0xFE, 0x3F, 0x40};

  private final List<byte[]> seeds;
  private final Random random;

  ManifestMutator(List<byte[]> seeds, long seed) {
    this.seeds = seeds;
    this.random = new Random(seed);
  }

  byte[] next() {
    byte[] bytes = any(seeds);
    return switch (random.nextInt(32)) {
      case 0, 1, 2, 3 -> changed(bytes, MOST_CHANGES);
      case 4, 5, 6, 7 -> withChecksums(changed(bytes, 2));
      case 8 -> withLongString(bytes, 1 << random.nextInt(LARGEST_SCALE));
      default -> rebuilt(bytes);
    };
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A part with its tag. */
  record Section(int tag, byte[] content) {}

  private byte[] rebuilt(byte[] bytes) {
    List<Section> sections = sections(bytes);
    int at = random.nextInt(sections.size());
    Section section = sections.get(at);
    byte[] content = section.content();
    if (random.nextInt(20) == 0) {
      Section other = any(sections(any(seeds)));
      content = random.nextBoolean() ? other.content() : spliced(content, other.content());
    } else if (random.nextInt(3) > 0) {
      content = overwritten(content);
    } else {
      content = changed(content, 1 + random.nextInt(3));
    }
    sections.set(at, new Section(section.tag(), content));
    return assemble(sections);
  }

  /**
   * Makes the last string of the part for importers longer, so that every use of it stands for so
   * much.
   */
  static byte[] withLongString(byte[] bytes, int longer) {
    List<Section> sections = sections(bytes);
    sections.replaceAll(
        section ->
            section.tag() == Part.INTERFACE.tag()
                ? new Section(section.tag(), interfaceWithLongString(section.content(), longer))
                : section);
    return assemble(sections);
  }

  private static byte[] interfaceWithLongString(byte[] content, int longer) {
    ByteReader in = new ByteReader(content, 0, content.length);
    ByteWriter out = new ByteWriter();
    out.put(in.takeBytes(1 + ContentHash.BYTES));
    int count = in.takeCount();
    out.putNumber(count);
    int sum = 0;
    for (int i = 0; i < count; i++) {
      int length = in.takeCount();
      sum += length;
      out.putNumber(i < count - 1 ? length : length + longer);
    }
    out.put(in.takeBytes(sum));
    out.put("z".repeat(longer).getBytes(StandardCharsets.US_ASCII));
    out.put(in.takeBytes(in.remaining()));
    return out.toByteArray();
  }

  private byte[] changed(byte[] bytes, int most) {
    byte[] changed = bytes.clone();
    for (int left = 1 + random.nextInt(most); left > 0; left--) {
      changed = change(changed);
    }
    return changed;
  }

  /** The same number of bytes, changed where trees and places are rather than in tables. */
  private byte[] overwritten(byte[] bytes) {
    byte[] changed = bytes.clone();
    int from = random.nextInt(4) == 0 ? 0 : changed.length / 2;
    for (int left = 1 + random.nextInt(3); left > 0 && from < changed.length; left--) {
      int at = from + random.nextInt(changed.length - from);
      switch (random.nextInt(4)) {
        case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> changed[at] = (byte) EDGES[random.nextInt(EDGES.length)];
        case 2 -> changed[at] = changed[random.nextInt(changed.length)];
        default -> changed[at] += (byte) (random.nextBoolean() ? 1 : -1);
      }
    }
    return changed;
  }

  private byte[] change(byte[] bytes) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    int at = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, at + random.nextInt(16));
    switch (random.nextInt(9)) {
      case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> bytes[at] = (byte) EDGES[random.nextInt(EDGES.length)];
      case 3 -> bytes[at] += random.nextBoolean() ? 1 : -1;
      case 4 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 5 -> {
        return joined(bytes, at, bytes, to);
      }
      case 6 -> {
        return joined(bytes, to, bytes, at);
      }
      case 7 -> {
        return spliced(bytes, any(seeds));
      }
      default -> Arrays.fill(bytes, at, to, bytes[random.nextInt(bytes.length)]);
    }
    return bytes;
  }

  private byte[] spliced(byte[] bytes, byte[] other) {
    int from = random.nextInt(bytes.length + 1);
    int start = random.nextInt(other.length + 1);
    int end = Math.min(other.length, start + random.nextInt(64));
    byte[] head = joined(bytes, from, Arrays.copyOfRange(other, start, end), 0);
    return joined(head, head.length, bytes, random.nextBoolean() ? from : bytes.length);
  }

  private static byte[] joined(byte[] head, int headEnd, byte[] tail, int tailStart) {
    byte[] joined = Arrays.copyOf(head, headEnd + tail.length - tailStart);
    System.arraycopy(tail, tailStart, joined, headEnd, tail.length - tailStart);
    return joined;
  }

  static List<Section> sections(byte[] bytes) {
    ByteBuffer index = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<Section> sections = new ArrayList<>();
    int count = index.getShort(Format.BYTES_OF_HEAD - 2);
    for (int i = 0; i < count; i++) {
      int entry = Format.BYTES_OF_HEAD + i * Format.BYTES_OF_ENTRY;
      int offset = index.getInt(entry + 2);
      int length = index.getInt(entry + 6);
      sections.add(
          new Section(index.getShort(entry), Arrays.copyOfRange(bytes, offset, offset + length)));
    }
    return sections;
  }

  static byte[] assemble(List<Section> sections) {
    ByteWriter out = new ByteWriter();
    out.put(Format.magic());
    out.putShort(Format.FORMAT_VERSION);
    out.putShort(Format.LANGUAGE_VERSION);
    out.putShort(sections.size());
    int offset =
        Format.BYTES_OF_HEAD + sections.size() * Format.BYTES_OF_ENTRY + Format.BYTES_OF_CHECKSUM;
    for (Section section : sections) {
      out.putShort(section.tag());
      out.putInt(offset);
      out.putInt(section.content().length);
      out.putInt(Format.checksum(section.content(), 0, section.content().length));
      offset += section.content().length;
    }
    out.putInt(Format.checksum(out.toByteArray(), 0, out.size()));
    sections.forEach(section -> out.put(section.content()));
    return out.toByteArray();
  }

  /** The same bytes with all checksums right, where the index can be read. */
  private static byte[] withChecksums(byte[] bytes) {
    ByteBuffer index = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int count = bytes.length < Format.BYTES_OF_HEAD ? -1 : index.getShort(Format.BYTES_OF_HEAD - 2);
    int end = Format.BYTES_OF_HEAD + count * Format.BYTES_OF_ENTRY;
    if (count < 0 || end + Format.BYTES_OF_CHECKSUM > bytes.length) {
      return bytes;
    }
    for (int i = 0; i < count; i++) {
      int entry = Format.BYTES_OF_HEAD + i * Format.BYTES_OF_ENTRY;
      int offset = index.getInt(entry + 2);
      int length = index.getInt(entry + 6);
      if (offset >= 0 && length >= 0 && length <= bytes.length - offset) {
        index.putInt(entry + 10, Format.checksum(bytes, offset, length));
      }
    }
    index.putInt(end, Format.checksum(bytes, 0, end));
    return bytes;
  }
}
