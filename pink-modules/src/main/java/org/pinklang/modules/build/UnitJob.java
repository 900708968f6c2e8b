package org.pinklang.modules.build;

import java.util.concurrent.CompletableFuture;
import org.pinklang.modules.resolve.Resolution;

/**
 * A unit of the build, and its manifest when it is made.
 *
 * @param outlined completed where the build makes manifests
 * @param answer to whoever asks for the unit
 */
record UnitJob(ScannedUnit unit, CompletableFuture<OutlinedUnit> outlined, Resolution answer) {

  /** A unit whose manifest is going to be made. */
  static UnitJob toOutline(ScannedUnit unit) {
    CompletableFuture<OutlinedUnit> outlined = new CompletableFuture<>();
    return new UnitJob(
        unit,
        outlined,
        new Resolution.Later(outlined.thenApply(made -> new Resolution.Made(made.manifest()))));
  }

  /** A unit of which only the head is wanted. */
  static UnitJob toScan(ScannedUnit unit) {
    return new UnitJob(unit, new CompletableFuture<>(), new Resolution.Scanned());
  }
}
