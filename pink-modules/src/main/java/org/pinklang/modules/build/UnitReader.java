package org.pinklang.modules.build;

import java.io.IOException;
import java.util.Optional;
import org.pinklang.frontend.parse.HeadScan;
import org.pinklang.frontend.parse.HeadScanner;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.SourceRoot;
import org.pinklang.modules.source.UnitPlace;

/** Reads texts, each once, and scans their heads. */
final class UnitReader {
  private final Meter meter;

  UnitReader(Meter meter) {
    this.meter = meter;
  }

  /** A text before its unit's name is known. */
  record Raw(SourceFile file, byte[] bytes, UnitHead head) {

    /** The unit, with the logical name that head and file give it. */
    ScannedUnit place(String programName, Optional<SourceRoot> root, ScannedUnit.Origin origin) {
      String logicalName =
          UnitPlace.logicalName(
              head.kind(), head.name().module(), head.name().partition(), file.stem(), programName);
      return new ScannedUnit(file, SourceText.ofBytes(logicalName, bytes), head, root, origin);
    }
  }

  /** Reads and scans a text. */
  Raw read(SourceFile file, boolean counted) throws IOException {
    byte[] bytes = file.content().read();
    UnitHead head =
        meter.measure(
            Phase.SCAN, file.display(), () -> scan(SourceText.ofBytes(file.display(), bytes)));
    if (counted) {
      meter.count(Phase.SCAN);
      meter.countBytes(bytes.length);
    }
    return new Raw(file, bytes, head);
  }

  private static UnitHead scan(SourceText text) {
    HeadScan head = HeadScanner.scan(text);
    return UnitHead.of(head.unit(), head.imports());
  }
}
