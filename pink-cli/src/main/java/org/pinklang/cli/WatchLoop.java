package org.pinklang.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.pinklang.api.Cancellation;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.CompilationSession;
import org.pinklang.api.Diagnostic;
import org.pinklang.modules.graph.GraphText;

/**
 * Builds, and builds again whenever something has changed that the build before has read, until
 * standard input ends or the process is interrupted.
 */
final class WatchLoop {
  private final Session session;
  private final CompilationSession program;
  private final Step step;
  private final Failures failures;
  private final FolderWatch watch;
  private final Cancellation interrupted;

  private FileStates states = FileStates.NONE;
  private Set<Path> files = Set.of();
  private Set<Path> folders = Set.of();
  private String shown = "";
  private int status;

  /** What is done with the result of each build. */
  @FunctionalInterface
  interface Step {

    /** Writes what the command makes; gives the exit status. */
    int finish(CompilationResult result) throws IOException;
  }

  WatchLoop(
      Session session,
      CompilationSession program,
      Step step,
      Failures failures,
      FolderWatch watch,
      Cancellation interrupted) {
    this.session = session;
    this.program = program;
    this.step = step;
    this.failures = failures;
    this.watch = watch;
    this.interrupted = interrupted;
  }

  /**
   * Builds until it is stopped; gives the exit status of the last build.
   *
   * @throws IOException if the first build fails for it
   */
  int run() throws IOException, InterruptedException {
    build(false);
    while (status != ExitStatus.INTERNAL_ERROR && !watch.isStopped()) {
      FileStates before = states;
      states = FileStates.of(files, folders);
      boolean changed = states.differFrom(before);
      if (changed || states.addTo(before)) {
        // What is looked at for the first time may have changed while it was being read.
        buildAgain(!changed);
      } else if (!waitForChange()) {
        break;
      }
    }
    return status;
  }

  private boolean waitForChange() throws InterruptedException {
    watch.watch(foldersToWatch());
    // What changed before the system was asked to tell of it is seen in the next round.
    return !FileStates.of(files, folders).equals(states) || watch.await();
  }

  private Set<Path> foldersToWatch() {
    Set<Path> all = new HashSet<>(folders);
    for (Path file : files) {
      Optional.ofNullable(file.getParent()).ifPresent(all::add);
    }
    return all;
  }

  private void buildAgain(boolean quietIfSame) {
    try {
      build(quietIfSame);
    } catch (CancellationException e) {
      // The status stays that of the last build.
      shown = "";
    } catch (IOException | RuntimeException e) {
      shown = "";
      status = failures.tell(e);
    }
  }

  /**
   * Builds once.
   *
   * @param quietIfSame whether nothing is said and written where the build finds what the last one
   *     did: nothing has changed, as far as is known
   */
  private void build(boolean quietIfSame) throws IOException {
    CompilationResult result = session.run(() -> program.run(interrupted));
    files = result.filesRead();
    folders = result.foldersRead();
    String now = result.diagnostics() + GraphText.tree(result.graph());
    boolean same = result.counters().checked() + result.counters().outlined() == 0;
    if (quietIfSame && same && now.equals(shown)) {
      return;
    }
    shown = now;
    session.report(result);
    status = step.finish(result);
    session.summarise(summary(result, status));
  }

  private static String summary(CompilationResult result, int status) {
    if (result.succeeded() && status != ExitStatus.DONE) {
      return "not linked";
    }
    if (!result.succeeded()) {
      long errors = result.diagnostics().stream().filter(Diagnostic::isError).count();
      return errors == 1 ? "1 error" : errors + " errors";
    }
    return "%d checked, %d compiled, %d reused"
        .formatted(
            result.counters().checked(), result.counters().compiled(), result.counters().reused());
  }
}
