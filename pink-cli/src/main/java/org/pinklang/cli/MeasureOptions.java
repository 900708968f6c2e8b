package org.pinklang.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Options that say what is shown of a run of the compiler itself. */
@Command(addMethodSubcommands = false)
final class MeasureOptions {
  @Option(names = "--counters", description = "Show what was done, one `name: value` a line.")
  private boolean counters;

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "Write what was done when to FILE, for trace viewers such as Perfetto.")
  private @Nullable Path trace;

  boolean counters() {
    return counters;
  }

  @Nullable Path trace() {
    return trace;
  }

  /** Whether anything is asked for, so that there must be a run. */
  boolean wantRun() {
    return counters || trace != null;
  }
}
