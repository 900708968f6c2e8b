package org.pinklang.modules.codec;

import java.util.EnumMap;
import java.util.Map;

/** Puts parts together behind their index. For one thread. */
final class ContainerWriter {
  private final Map<Part, byte[]> parts = new EnumMap<>(Part.class);

  void add(Part part, byte[] content) {
    parts.put(part, content);
  }

  byte[] toByteArray() {
    ByteWriter out = new ByteWriter();
    out.put(Format.magic());
    out.putShort(Format.FORMAT_VERSION);
    out.putShort(Format.LANGUAGE_VERSION);
    out.putShort(parts.size());
    int offset =
        Format.BYTES_OF_HEAD + parts.size() * Format.BYTES_OF_ENTRY + Format.BYTES_OF_CHECKSUM;
    for (Map.Entry<Part, byte[]> part : parts.entrySet()) {
      byte[] content = part.getValue();
      out.putShort(part.getKey().tag());
      out.putInt(offset);
      out.putInt(content.length);
      out.putInt(Format.checksum(content, 0, content.length));
      offset = Math.addExact(offset, content.length);
    }
    out.putInt(Format.checksum(out.toByteArray(), 0, out.size()));
    parts.values().forEach(out::put);
    return out.toByteArray();
  }
}
