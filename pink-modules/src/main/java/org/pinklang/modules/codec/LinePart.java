package org.pinklang.modules.codec;

import org.pinklang.frontend.source.LineTable;

/** Writes and reads tables of lines: lengths of lines, then gaps, sizes and lengths of runs. */
final class LinePart {
  private static final int BYTES_OF_A_MARK = 3;
  private static final int SMALLEST_SIZE = 2;
  private static final int BYTES_OF_A_RUN = 3;

  private LinePart() {}

  static void write(LineTable lines, ByteWriter out) {
    out.putNumber(lines.length());
    out.put(lines.contentStart() > 0 ? 1 : 0);
    out.putNumber(lines.lineCount() - 1);
    for (int line = 2; line <= lines.lineCount(); line++) {
      out.putNumber(lines.lineStart(line) - lines.lineStart(line - 1));
    }
    out.putNumber(lines.runCount());
    int before = 0;
    for (int run = 0; run < lines.runCount(); run++) {
      out.putNumber(lines.runStart(run) - before);
      out.putNumber(lines.runSize(run) - SMALLEST_SIZE);
      out.putNumber(lines.runLength(run) - 1);
      before = lines.runStart(run) + lines.runSize(run) * lines.runLength(run);
    }
  }

  static LineTable read(ByteReader in) {
    int length = in.takeCount();
    int contentStart = in.take() * BYTES_OF_A_MARK;
    if (contentStart > Math.min(BYTES_OF_A_MARK, length)) {
      throw new DamagedManifestException("lines are not well-formed");
    }
    int[] lines = new int[in.takeCountOf(1) + 1];
    for (int i = 1; i < lines.length; i++) {
      lines[i] = lines[i - 1] + in.takeUpTo(length - lines[i - 1]);
      if (lines[i] == lines[i - 1]) {
        throw new DamagedManifestException("a line is empty");
      }
    }
    int count = in.takeCountOf(BYTES_OF_A_RUN);
    int[] starts = new int[count];
    int[] sizes = new int[count];
    int[] counts = new int[count];
    int end = 0;
    for (int i = 0; i < count; i++) {
      starts[i] = end + in.takeUpTo(length - end);
      sizes[i] = SMALLEST_SIZE + in.takeUpTo(length - starts[i]);
      long characters = 1L + in.takeUpTo(length);
      if (sizes[i] * characters > length - starts[i]) {
        throw new DamagedManifestException("a run of characters is too long");
      }
      counts[i] = (int) characters;
      end = starts[i] + sizes[i] * counts[i];
    }
    return new LineTable(length, contentStart, lines, starts, sizes, counts);
  }
}
