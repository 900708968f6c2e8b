package org.pinklang.modules.build;

import java.io.IOException;
import java.util.Optional;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.SourceRoot;
import org.pinklang.modules.source.UnitPlace;

/** Reads texts, each once, and scans their heads. */
final class UnitReader {
  private final HeadReader heads = new HeadReader();
  private final boolean whole;
  private final Meter meter;

  /**
   * A reader of whole texts or of heads.
   *
   * @param whole whether texts are read to their ends
   */
  UnitReader(boolean whole, Meter meter) {
    this.whole = whole;
    this.meter = meter;
  }

  /**
   * A text before its unit's name is known.
   *
   * @param bytes of the text, as far as it was read
   * @param text what is kept of it
   * @param start when reading began, and {@code end} when it ended, in nanoseconds
   */
  record Raw(SourceFile file, byte[] bytes, UnitHead head, ReadText text, long start, long end) {

    /** The unit, with the logical name that head and file give it. */
    ScannedUnit place(String programName, Optional<SourceRoot> root, ScannedUnit.Origin origin) {
      String logicalName = logicalName(head, file, programName);
      return new ScannedUnit(file, text.named(logicalName, bytes), head, root, origin);
    }
  }

  /** Reads and scans a text. */
  Raw read(SourceFile file, boolean counted) throws IOException {
    Raw raw = look(file);
    count(raw, counted);
    return raw;
  }

  /** Reads and scans a text that may turn out not to be wanted. */
  Raw look(SourceFile file) throws IOException {
    long start = System.nanoTime();
    ReadText text;
    byte[] bytes;
    if (whole) {
      bytes = file.content().read();
      text = ReadText.of(file, bytes);
    } else {
      HeadReader.Head head = heads.read(file);
      bytes = head.beginning().bytes();
      text = new ReadText(UnitHead.of(head.scan()));
    }
    return new Raw(file, bytes, text.head(), text, start, System.nanoTime());
  }

  /** Counts a text that was read. */
  void count(Raw raw, boolean counted) {
    SourceFile file = raw.file();
    meter.took(Phase.SCAN, logicalName(raw.head(), file, file.fileName()), raw.start(), raw.end());
    if (counted) {
      meter.count(Phase.SCAN);
      meter.countBytes(file.content().isKnown() ? 0 : raw.bytes().length);
    }
  }

  private static String logicalName(UnitHead head, SourceFile file, String programName) {
    return UnitPlace.logicalName(
        head.kind(), head.name().module(), head.name().partition(), file.stem(), programName);
  }
}
