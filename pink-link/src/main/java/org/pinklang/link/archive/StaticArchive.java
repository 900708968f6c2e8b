package org.pinklang.link.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.MalformedObjectException;
import org.pinklang.link.object.ObjectSymbols;

/**
 * Writes archives in the format of System V with GNU's long names, which linkers on Linux read. No
 * time, owner or path goes in, so the bytes depend on the objects only.
 */
public final class StaticArchive {
  private static final String MAGIC = "!<arch>\n";
  private static final int HEADER_BYTES = 60;
  private static final int SHORT_NAME = 15;

  private final List<LinkObject> objects;
  private final ByteArrayOutputStream longNames = new ByteArrayOutputStream();
  private final List<String> memberNames = new ArrayList<>();

  private StaticArchive(List<LinkObject> objects) {
    this.objects = objects;
    for (LinkObject object : objects) {
      memberNames.add(memberName(object.name()));
    }
  }

  /** An archive with an index of symbols, for linkers that look up what they need. */
  public static byte[] indexed(List<LinkObject> objects) throws MalformedObjectException {
    List<List<String>> symbols = new ArrayList<>();
    for (LinkObject object : objects) {
      symbols.add(List.copyOf(ObjectSymbols.of(object.bytes()).defined()));
    }
    return new StaticArchive(objects).write(symbols);
  }

  /** An archive without an index, for linkers told to take all of it. */
  public static byte[] plain(List<LinkObject> objects) {
    return new StaticArchive(objects).write(List.of());
  }

  private String memberName(String name) {
    if (name.length() <= SHORT_NAME && isPlain(name)) {
      return name + "/";
    }
    String entry = "/" + longNames.size();
    longNames.writeBytes((name.replace('\n', ' ') + "/\n").getBytes(StandardCharsets.UTF_8));
    return entry;
  }

  private static boolean isPlain(String name) {
    return name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '/');
  }

  private byte[] write(List<List<String>> symbols) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC.getBytes(StandardCharsets.US_ASCII));
    if (!symbols.isEmpty()) {
      writeMember(out, "/", index(symbols));
    }
    if (longNames.size() > 0) {
      writeMember(out, "//", longNames.toByteArray());
    }
    for (int i = 0; i < objects.size(); i++) {
      writeMember(out, memberNames.get(i), objects.get(i).bytes());
    }
    return out.toByteArray();
  }

  private byte[] index(List<List<String>> symbols) {
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    int count = 0;
    for (List<String> ofObject : symbols) {
      for (String symbol : ofObject) {
        names.writeBytes((symbol + "\0").getBytes(StandardCharsets.UTF_8));
        count++;
      }
    }
    int size = Integer.BYTES * (count + 1) + names.size();
    int member = MAGIC.length() + padded(size);
    member += longNames.size() == 0 ? 0 : padded(longNames.size());
    ByteBuffer index = ByteBuffer.allocate(size).putInt(count);
    for (int i = 0; i < symbols.size(); i++) {
      for (int j = 0; j < symbols.get(i).size(); j++) {
        index.putInt(member);
      }
      member += padded(objects.get(i).bytes().length);
    }
    return index.put(names.toByteArray()).array();
  }

  /** What a member of that many bytes takes with its header. */
  private static int padded(int bytes) {
    return HEADER_BYTES + bytes + (bytes & 1);
  }

  private static void writeMember(ByteArrayOutputStream out, String name, byte[] bytes) {
    String header = padTo(16, name) + padTo(12, "0") + padTo(6, "0") + padTo(6, "0");
    header += padTo(8, "644") + padTo(10, Integer.toString(bytes.length)) + "`\n";
    out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(bytes);
    if ((bytes.length & 1) != 0) {
      out.write('\n');
    }
  }

  private static String padTo(int width, String text) {
    return text + " ".repeat(width - text.length());
  }
}
