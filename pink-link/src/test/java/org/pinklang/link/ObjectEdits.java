package org.pinklang.link;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.pinklang.link.object.LinkObject;

/** A copy of an object, to be damaged. */
public final class ObjectEdits {
  private final String name;
  private final ByteBuffer file;

  public ObjectEdits(LinkObject object) {
    name = object.name();
    file = ByteBuffer.wrap(object.bytes().clone()).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The header of a section, which there must be. */
  public int header(String section) {
    int table = (int) file.getLong(40);
    int names = (int) file.getLong(table + 64 * file.getShort(62) + 24);
    for (int i = 1; i < file.getShort(60); i++) {
      int header = table + 64 * i;
      if (text(names + file.getInt(header)).equals(section)) {
        return header;
      }
    }
    throw new IllegalArgumentException("no section " + section);
  }

  private String text(int at) {
    int end = at;
    while (file.get(end) != 0) {
      end++;
    }
    return new String(file.array(), at, end - at, StandardCharsets.UTF_8);
  }

  /** Where a section's bytes begin. */
  public int start(String section) {
    return (int) file.getLong(header(section) + 24);
  }

  public long size(String section) {
    return file.getLong(header(section) + 32);
  }

  public ObjectEdits type(String section, int type) {
    return putInt(header(section) + 4, type);
  }

  public ObjectEdits flags(String section, long flags) {
    return putLong(header(section) + 8, flags);
  }

  public ObjectEdits size(String section, long size) {
    return putLong(header(section) + 32, size);
  }

  public int intAt(int at) {
    return file.getInt(at);
  }

  public ObjectEdits putInt(int at, int value) {
    file.putInt(at, value);
    return this;
  }

  public ObjectEdits putLong(int at, long value) {
    file.putLong(at, value);
    return this;
  }

  public LinkObject object() {
    return new LinkObject(name, file.array().clone());
  }
}
