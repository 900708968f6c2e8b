package org.pinklang.link.lld;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.pinklang.codegen.llvm.NativeLibraries;

/**
 * Runs {@code lld} as a child process, in a folder of its own and without the caller's environment.
 */
final class LldProcess {
  /** Linking takes well under a second; what takes this long hangs. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Where the system's loader finds what the linker needs; nothing that changes what it does. */
  private static final Set<String> NEEDED_TO_START =
      Set.of("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SystemRoot");

  private static final int BUSY_RETRIES = 20;
  private static final int BUSY_PAUSE_MILLIS = 10;

  private LldProcess() {}

  /**
   * Runs the linker to its end.
   *
   * @param folder where it runs; its messages are kept there while it does
   * @throws LinkerException if it could not be started, did not end or reported an error
   * @throws CancellationException if the calling thread is interrupted, which remains so; the
   *     linker has ended then
   */
  static void run(Path folder, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(NativeLibraries.lld().toString());
    command.addAll(arguments);
    Path messages = folder.resolve("messages");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(messages.toFile());
    builder.environment().keySet().retainAll(NEEDED_TO_START);
    int status = await(start(builder));
    if (status != 0) {
      String said = Files.readString(messages, StandardCharsets.UTF_8).strip();
      throw new LinkerException("lld ended with status " + status + ": " + said);
    }
  }

  /**
   * A file that was just written cannot be executed while a child process that another thread is
   * starting still holds it open for writing; that passes at once.
   */
  private static Process start(ProcessBuilder builder) {
    for (int attempt = 1; ; attempt++) {
      try {
        return builder.start();
      } catch (IOException e) {
        boolean isBusy = String.valueOf(e.getMessage()).contains("error=26");
        if (!isBusy || attempt == BUSY_RETRIES) {
          throw new LinkerException("lld cannot be started: " + e.getMessage(), e);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BUSY_PAUSE_MILLIS);
    } catch (InterruptedException e) {
      throw cancelled(e);
    }
  }

  private static int await(Process process) throws IOException {
    try {
      process.getOutputStream().close();
      if (process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      throw new LinkerException("lld did not end within " + PATIENCE);
    } catch (InterruptedException e) {
      throw cancelled(e);
    } finally {
      // Until it has ended it may write into the folder that is deleted next.
      process.destroyForcibly().onExit().join();
    }
  }

  private static CancellationException cancelled(InterruptedException cause) {
    Thread.currentThread().interrupt();
    CancellationException cancelled = new CancellationException("linking was interrupted");
    cancelled.initCause(cause);
    return cancelled;
  }
}
