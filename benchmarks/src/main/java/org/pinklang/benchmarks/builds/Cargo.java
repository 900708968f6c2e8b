package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.pinklang.benchmarks.generated.Language;
import org.pinklang.benchmarks.generated.RustText;

/** Rust's cargo with its profile for development: one crate. */
record Cargo(Path folder, RustText text) implements Contestant {

  @Override
  public String name() {
    return "cargo dev";
  }

  @Override
  public Language language() {
    return text;
  }

  @Override
  public boolean isIncremental() {
    return true;
  }

  @Override
  public void forget() throws IOException {
    Folders.delete(folder.resolve("target"));
  }

  @Override
  public Outcome build() throws IOException {
    return Outcome.of(
        Processes.run(folder, List.of("cargo", "build", "-q", "--offline", "-j2")).sample());
  }

  @Override
  public List<String> program() {
    return List.of("target/debug/app");
  }
}
