package org.pinklang.link.lld;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.llvm.NativeLibraries;

/**
 * One run of {@code lld} as a child process, in a folder of its own and without the caller's
 * environment. Starting it takes as long as many a link, so it is started first and told what to
 * link when that is known. Used by one thread.
 */
final class LldProcess implements AutoCloseable {
  /** Linking takes well under a second; what takes this long hangs. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Where the system's loader finds what the linker needs; nothing that changes what it does. */
  private static final Set<String> NEEDED_TO_START =
      Set.of("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SystemRoot");

  /** What a process that has been started reads what else it is to do from, where there is such. */
  private static final Path LATER = Path.of("/dev/stdin");

  private static final int BUSY_RETRIES = 20;
  private static final int BUSY_PAUSE_MILLIS = 10;

  private final ProcessBuilder builder;
  private final Path messages;
  private @Nullable Process process;
  private @Nullable LinkerException failure;

  /**
   * Starts the linker, which waits for {@link #finish}; where processes cannot be told anything
   * later, it is started then. That it cannot be started is said then too: what is wrong with the
   * program may be more to the point.
   *
   * @param folder where it runs; its messages are kept there while it does
   * @param kind the first arguments, which say what kind of linker it is
   */
  LldProcess(Path folder, List<String> kind) {
    List<String> command = new ArrayList<>();
    command.add(NativeLibraries.lld().toString());
    command.addAll(kind);
    messages = folder.resolve("messages");
    builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(messages.toFile());
    builder.environment().keySet().retainAll(NEEDED_TO_START);
    if (Files.exists(LATER)) {
      command.add("@" + LATER);
      try {
        process = start(builder);
      } catch (LinkerException e) {
        failure = e;
      }
    }
  }

  /**
   * Lets the linker run to its end. To be called once.
   *
   * @param arguments those that it did not get when it was started
   * @throws LinkerException if it could not be started, did not end or reported an error
   * @throws CancellationException if the calling thread is interrupted, which remains so
   */
  void finish(List<String> arguments) throws IOException {
    if (failure != null) {
      throw failure;
    }
    Process running = process;
    if (running == null) {
      builder.command().addAll(arguments);
      running = start(builder);
      process = running;
    } else {
      tell(running, arguments);
    }
    int status = await(running);
    if (status != 0) {
      String said = Files.readString(messages, StandardCharsets.UTF_8).strip();
      throw new LinkerException("lld ended with status " + status + ": " + said);
    }
  }

  private static void tell(Process waiting, List<String> arguments) {
    StringBuilder lines = new StringBuilder();
    arguments.forEach(argument -> lines.append(quoted(argument)).append('\n'));
    try (OutputStream input = waiting.getOutputStream()) {
      input.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It has ended already: its status and messages say why.
    }
  }

  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
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

  private static int await(Process process) {
    try {
      if (process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      throw new LinkerException("lld did not end within " + PATIENCE);
    } catch (InterruptedException e) {
      throw cancelled(e);
    }
  }

  /** Ends the linker if it is still there; until then it may write into its folder. */
  @Override
  public void close() {
    if (process != null) {
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
