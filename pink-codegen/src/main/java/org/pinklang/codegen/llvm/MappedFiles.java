package org.pinklang.codegen.llvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files lie where in the memory of a process, as Linux tells it. Immutable.
 *
 * @param lines each {@code start-end permissions offset device inode path}
 */
record MappedFiles(List<String> lines) {
  private static final Path OF_THIS_PROCESS = Path.of("/proc/self/maps");
  private static final int COLUMNS = 6;
  private static final int HEXADECIMAL = 16;

  /** What lies in this process now; nothing where the system does not tell. */
  static MappedFiles ofThisProcess() {
    try {
      byte[] text = Files.readAllBytes(OF_THIS_PROCESS);
      return new MappedFiles(new String(text, StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      return new MappedFiles(List.of());
    }
  }

  /** The file that lies at an address; null where none does. */
  @Nullable String at(long address) {
    for (String line : lines) {
      String[] columns = line.split(" +", COLUMNS);
      if (columns.length == COLUMNS && holds(columns[0], address)) {
        return columns[COLUMNS - 1];
      }
    }
    return null;
  }

  /** Whether an address is in a range, whose end is not. */
  private static boolean holds(String range, long address) {
    int dash = range.indexOf('-');
    long start = Long.parseUnsignedLong(range, 0, dash, HEXADECIMAL);
    long end = Long.parseUnsignedLong(range, dash + 1, range.length(), HEXADECIMAL);
    return Long.compareUnsigned(start, address) <= 0 && Long.compareUnsigned(address, end) < 0;
  }
}
