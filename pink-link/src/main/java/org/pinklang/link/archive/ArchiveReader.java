package org.pinklang.link.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.MalformedObjectException;

/** Reads archives of objects, those of System V and GNU and those of BSD, believing no number. */
public final class ArchiveReader {
  private static final String MAGIC = "!<arch>\n";
  private static final String THIN_MAGIC = "!<thin>\n";
  private static final String HEADER_END = "`\n";
  private static final String BSD_NAME = "#1/";
  private static final int HEADER_BYTES = 60;

  private final String archive;
  private final byte[] bytes;
  private final List<LinkObject> members = new ArrayList<>();
  private byte[] longNames = {};

  private ArchiveReader(String archive, byte[] bytes) {
    this.archive = archive;
    this.bytes = bytes;
  }

  /** Whether bytes begin like an archive. */
  public static boolean isArchive(byte[] bytes) {
    String begin = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
    return begin.equals(MAGIC) || begin.equals(THIN_MAGIC);
  }

  /**
   * The members in their order, without indices.
   *
   * @param archive what to call the archive; its members are called {@code archive(member)}
   * @throws MalformedObjectException if the bytes are not all of an archive
   */
  public static List<LinkObject> members(String archive, byte[] bytes)
      throws MalformedObjectException {
    ArchiveReader reader = new ArchiveReader(archive, bytes);
    reader.read();
    return List.copyOf(reader.members);
  }

  private void read() throws MalformedObjectException {
    if (!isArchive(bytes)) {
      throw new MalformedObjectException("it does not begin like an archive");
    }
    if (text(0, MAGIC.length()).equals(THIN_MAGIC)) {
      throw new MalformedObjectException("it is a thin archive, which holds no objects itself");
    }
    int at = MAGIC.length();
    while (at < bytes.length) {
      if (bytes.length - at < HEADER_BYTES || !text(at + 58, 2).equals(HEADER_END)) {
        throw new MalformedObjectException("at byte " + at + " there is no member");
      }
      int size = number(text(at + 48, 10));
      int content = at + HEADER_BYTES;
      if (size > bytes.length - content) {
        throw new MalformedObjectException("the member at byte " + at + " is cut off");
      }
      addMember(text(at, 16).strip(), content, size);
      at = content + size + (size & 1);
    }
  }

  private void addMember(String name, int content, int size) throws MalformedObjectException {
    if (name.equals("//")) {
      longNames = Arrays.copyOfRange(bytes, content, content + size);
    } else if (name.startsWith(BSD_NAME)) {
      int length = number(name.substring(BSD_NAME.length()));
      if (length > size) {
        throw new MalformedObjectException("a member's name is longer than the member");
      }
      addObject(text(content, length).replace("\0", ""), content + length, size - length);
    } else if (name.length() > 1 && name.charAt(0) == '/' && Character.isDigit(name.charAt(1))) {
      addObject(longName(number(name.substring(1))), content, size);
    } else if (!name.equals("/") && !name.equals("/SYM64/")) {
      addObject(name.endsWith("/") ? name.substring(0, name.length() - 1) : name, content, size);
    }
  }

  private void addObject(String name, int content, int size) {
    if (!name.startsWith("__.SYMDEF")) {
      members.add(
          new LinkObject(
              archive + "(" + name + ")", Arrays.copyOfRange(bytes, content, content + size)));
    }
  }

  private String longName(int start) throws MalformedObjectException {
    int end = start;
    while (end < longNames.length && longNames[end] != '\n') {
      end++;
    }
    if (end >= longNames.length) {
      throw new MalformedObjectException("a member's name lies outside the table of names");
    }
    String name = new String(longNames, start, end - start, StandardCharsets.UTF_8);
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  private static int number(String digits) throws MalformedObjectException {
    String stripped = digits.strip();
    if (!stripped.matches("[0-9]{1,9}")) {
      throw new MalformedObjectException("`" + stripped + "` stands where a number should");
    }
    return Integer.parseInt(stripped);
  }

  private String text(int start, int length) {
    return new String(bytes, start, length, StandardCharsets.UTF_8);
  }
}
