package org.pinklang.modules.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;

/**
 * About how much a store's folder holds, without looking at each file: a file with what was counted
 * last and when, and a line for each time a process has written since. It may count too much, for
 * entries that were replaced, and too little, for processes that were killed; so it is believed for
 * a day only, and then counted again.
 */
final class Usage {
  private static final long BELIEVED_MILLIS = 24L * 60 * 60 * 1000;

  /** A file with more lines than this is worth being counted anew. */
  private static final int MAX_BYTES = 1 << 16;

  private final StoreFolder folder;
  private final Disk disk;

  Usage(StoreFolder folder, Disk disk) {
    this.folder = folder;
    this.disk = disk;
  }

  /** Adds what this process has written; gives the sum, if it can be believed. */
  OptionalLong add(long bytes) {
    Path file = folder.usage();
    try {
      Files.writeString(
          file, "+" + bytes + "\n", StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
      return sum(new String(disk.read(file, MAX_BYTES), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return OptionalLong.empty(); // missing, or something else: counting replaces it
    }
  }

  private static OptionalLong sum(String text) {
    if (text.length() == MAX_BYTES || !text.endsWith("\n")) {
      return OptionalLong.empty();
    }
    List<String> lines = text.lines().toList();
    try {
      String[] counted = lines.get(0).split(" ", 2);
      long age = System.currentTimeMillis() - Long.parseLong(counted[1]);
      if (age < 0 || age > BELIEVED_MILLIS) {
        return OptionalLong.empty();
      }
      long sum = Long.parseLong(counted[0]);
      for (String line : lines.subList(1, lines.size())) {
        sum = Math.addExact(sum, Long.parseLong(line));
      }
      return OptionalLong.of(sum);
    } catch (NumberFormatException | ArithmeticException | ArrayIndexOutOfBoundsException e) {
      return OptionalLong.empty(); // torn, or written by two at the same time
    }
  }

  /** Says what was counted. */
  void set(long bytes) throws IOException {
    Path file = folder.newFile();
    String text = bytes + " " + System.currentTimeMillis() + "\n";
    try {
      disk.create(file, text.getBytes(StandardCharsets.US_ASCII));
      disk.rename(file, folder.usage());
    } catch (NoSuchFileException e) {
      // The folder is being removed.
    }
  }
}
