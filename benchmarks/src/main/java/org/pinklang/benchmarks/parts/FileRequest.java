package org.pinklang.benchmarks.parts;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.modules.resolve.ManifestRequest;
import org.pinklang.modules.resolve.Provider;
import org.pinklang.modules.resolve.Resolution;
import org.pinklang.modules.resolve.SourceComparison;
import org.pinklang.modules.resolve.Validity;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.SourceFiles;
import org.pinklang.modules.source.UnitPlace;

/** A question of a build that has no sources but for what asks. */
record FileRequest(UnitName name, SourceFiles files) implements ManifestRequest {

  @Override
  public Resolution fromSource() {
    return new Resolution.NotMine(List.of());
  }

  @Override
  public Resolution fromSource(SourceFile file) {
    return new Resolution.NotMine(List.of());
  }

  @Override
  public Validity validity() {
    return Validity.CONTENT;
  }

  @Override
  public SourceComparison compareSource(UnitPlace place, ContentHash source) {
    return SourceComparison.MISSING;
  }

  @Override
  public <T> CompletionStage<T> withLargeStack(Supplier<T> work) {
    return CompletableFuture.completedStage(work.get());
  }

  @Override
  public Runnable decoded() {
    return () -> {};
  }

  @Override
  public Optional<Provider> primaryProvider() {
    return Optional.empty();
  }

  @Override
  public boolean belongsToSource() {
    return false;
  }
}
