package org.pinklang.modules.build;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.pinklang.frontend.parse.HeadScan;
import org.pinklang.frontend.parse.HeadScanner;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.modules.source.SourceFile;

/**
 * Reads of a text what its head takes and little more, in blocks that grow so that a long comment
 * before the head is scanned only a few times.
 */
final class HeadReader {
  /** A block of most file systems; nearly every head is shorter. */
  static final int FIRST_BLOCK = 4 << 10;

  private final int firstBlock;

  HeadReader() {
    this(FIRST_BLOCK);
  }

  HeadReader(int firstBlock) {
    this.firstBlock = firstBlock;
  }

  /**
   * The head of a text.
   *
   * @param beginning the text as far as it was read
   */
  record Head(SourceText beginning, HeadScan scan) {}

  Head read(SourceFile file) throws IOException {
    try (InputStream in = file.content().open()) {
      byte[] block = new byte[firstBlock];
      int filled = 0;
      while (true) {
        filled += in.readNBytes(block, filled, block.length - filled);
        SourceText text = SourceText.ofBytes(file.display(), Arrays.copyOf(block, filled));
        if (filled < block.length) {
          return new Head(text, HeadScanner.scan(text));
        }
        Optional<HeadScan> scan = HeadScanner.scanBeginning(text);
        if (scan.isPresent() && canBeShown(text, scan.get())) {
          return new Head(text, scan.get());
        }
        block = Arrays.copyOf(block, block.length * 2);
      }
    }
  }

  /** Whether every line that a message about the head may show was read to its end. */
  private static boolean canBeShown(SourceText text, HeadScan scan) {
    int lastLine = text.line(text.length());
    return scan.diagnostics().stream()
        .allMatch(diagnostic -> text.line(diagnostic.primary().span().end()) < lastLine);
  }
}
