package org.pinklang.modules.build;

import java.util.concurrent.CompletableFuture;
import org.pinklang.modules.resolve.Resolution;

/** A unit of the build, and its manifest when it is made. */
record UnitJob(ScannedUnit unit, CompletableFuture<OutlinedUnit> outlined) {

  static UnitJob of(ScannedUnit unit) {
    return new UnitJob(unit, new CompletableFuture<>());
  }

  /** The answer to whoever asks for the unit. */
  Resolution answer() {
    return new Resolution.Later(outlined.thenApply(unit -> new Resolution.Made(unit.manifest())));
  }
}
