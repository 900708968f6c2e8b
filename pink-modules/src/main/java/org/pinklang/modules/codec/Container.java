package org.pinklang.modules.codec;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.modules.codec.ManifestFormatException.Reason;

/**
 * The bytes of a manifest whose index and checksums are right; gives readers of its parts. Safe for
 * any number of threads.
 */
final class Container {
  private final byte[] bytes;
  private final Map<Part, Bounds> parts = new EnumMap<>(Part.class);

  private record Bounds(int start, int end) {}

  private Container(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Checks everything but the content of the parts. */
  static Container open(byte[] bytes) throws ManifestFormatException {
    checkHead(bytes);
    Container container = new Container(bytes);
    container.readIndex();
    return container;
  }

  byte[] bytes() {
    return bytes;
  }

  /** A reader of a part that every manifest has. */
  ByteReader read(Part part) {
    ByteReader in = find(part);
    if (in == null) {
      throw new DamagedManifestException("a part is missing");
    }
    return in;
  }

  /** A reader of a part. */
  @Nullable ByteReader find(Part part) {
    Bounds bounds = parts.get(part);
    return bounds == null ? null : new ByteReader(bytes, bounds.start(), bounds.end());
  }

  private static void checkHead(byte[] bytes) throws ManifestFormatException {
    int common = Format.commonMagic(bytes);
    if (common < Format.magic().length) {
      throw common > 0 && common == bytes.length ? truncated() : notAManifest();
    }
    if (bytes.length < Format.BYTES_OF_HEAD) {
      throw truncated();
    }
    ByteReader head = new ByteReader(bytes, common, Format.BYTES_OF_HEAD);
    int format = head.takeShort();
    if (format != Format.FORMAT_VERSION) {
      throw new ManifestFormatException(
          Reason.OTHER_FORMAT_VERSION,
          "the manifest has format version %d, and this compiler reads version %d; make it again from its source"
              .formatted(format, Format.FORMAT_VERSION));
    }
    int language = head.takeShort();
    if (language != Format.LANGUAGE_VERSION) {
      throw new ManifestFormatException(
          Reason.OTHER_LANGUAGE_VERSION,
          "the manifest is of version %d of the language, and this compiler knows version %d; make it again from its source"
              .formatted(language, Format.LANGUAGE_VERSION));
    }
  }

  private static ManifestFormatException notAManifest() {
    return new ManifestFormatException(
        Reason.NOT_A_MANIFEST,
        "this is no manifest: it begins like something else; give the file that `--emit manifest` wrote");
  }

  private static ManifestFormatException truncated() {
    return new ManifestFormatException(
        Reason.TRUNCATED,
        "the manifest ends too early: a part of the file is missing; copy it again, or make it again from its source");
  }

  private void readIndex() throws ManifestFormatException {
    ByteReader in = new ByteReader(bytes, Format.BYTES_OF_HEAD - Short.BYTES, bytes.length);
    int count = in.takeShort();
    int index = Format.BYTES_OF_HEAD + count * Format.BYTES_OF_ENTRY;
    if (bytes.length < index + Format.BYTES_OF_CHECKSUM) {
      throw truncated();
    }
    ByteReader sum = new ByteReader(bytes, index, bytes.length);
    if (sum.takeInt() != Format.checksum(bytes, 0, index)) {
      throw damaged("the checksum of the index is wrong");
    }
    int before = -1;
    int end = index + Format.BYTES_OF_CHECKSUM;
    for (int i = 0; i < count; i++) {
      int tag = in.takeShort();
      if (tag <= before) {
        throw damaged("the parts are not in order");
      }
      before = tag;
      end = readEntry(tag, in, end);
    }
    if (end != bytes.length) {
      throw damaged("something follows the last part");
    }
  }

  /** Reads the rest of an entry, whose part must start at {@code start}; returns where it ends. */
  private int readEntry(int tag, ByteReader in, int start) throws ManifestFormatException {
    int offset = in.takeInt();
    int length = in.takeInt();
    int checksum = in.takeInt();
    if (offset != start || length < 0) {
      throw damaged("the parts do not follow each other");
    }
    if (length > bytes.length - start) {
      throw truncated();
    }
    if (checksum != Format.checksum(bytes, start, length)) {
      throw damaged("the checksum of a part is wrong");
    }
    Part part = partOf(tag);
    if (part != null) {
      parts.put(part, new Bounds(start, start + length));
    } else if (tag < Part.FIRST_OPTIONAL) {
      throw damaged("a part is unknown");
    }
    return start + length;
  }

  private static @Nullable Part partOf(int tag) {
    for (Part part : Part.values()) {
      if (part.tag() == tag) {
        return part;
      }
    }
    return null;
  }

  private static ManifestFormatException damaged(String detail) {
    return new ManifestFormatException(new DamagedManifestException(detail));
  }
}
