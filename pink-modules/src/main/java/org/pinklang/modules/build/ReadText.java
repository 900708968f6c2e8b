package org.pinklang.modules.build;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.parse.HeadScanner;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.modules.source.SourceFile;

/**
 * What is found out about the bytes of a text, whatever it is called: kept with them, so that it is
 * found out once however many builds read them. Safe for any number of threads.
 */
final class ReadText {
  private final UnitHead head;
  private volatile @Nullable SourceText last;

  ReadText(UnitHead head) {
    this.head = head;
  }

  /** What is known of the bytes that were just read of a file. */
  static ReadText of(SourceFile file, byte[] bytes) {
    AtomicReference<@Nullable Object> memo = file.content().memo();
    if (memo.get() instanceof ReadText known) {
      return known;
    }
    SourceText text = SourceText.ofBytes(file.display(), bytes);
    ReadText made = new ReadText(UnitHead.of(HeadScanner.scan(text)));
    memo.set(made);
    return made;
  }

  /** The head of the unit. */
  UnitHead head() {
    return head;
  }

  /** The text by a logical name; the same object as long as it is called the same. */
  SourceText named(String logicalName, byte[] bytes) {
    SourceText known = last;
    if (known != null && known.logicalName().equals(logicalName) && known.bytes() == bytes) {
      return known;
    }
    SourceText text = SourceText.ofBytes(logicalName, bytes);
    last = text;
    return text;
  }
}
