package org.pinklang.codegen.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.pinklang.codegen.emit.LateSteps;
import org.pinklang.codegen.emit.ModuleJob;

/**
 * A child process, as its parent sees it. Used by one thread at a time, except that any thread may
 * {@link #kill} it, at which what the other waits for fails.
 */
final class Child {
  /** So long a process may take to end whose output has. */
  private static final long END_SECONDS = 20;

  private static final int LAST_WORDS_BYTES = 4096;

  private final Process process;
  private final InputStream in;
  private final OutputStream out;
  private final ErrorOutput errors;

  private Child(Process process) {
    this.process = process;
    in = new BufferedInputStream(process.getInputStream());
    out = new BufferedOutputStream(process.getOutputStream());
    errors = ErrorOutput.of(process);
  }

  static Child start(ChildCommand command) throws IOException {
    return new Child(command.start());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until the child has LLVM ready; gives LLVM's version. */
  String awaitReady() throws ChildFailedException {
    try {
      JobCodec.Ready ready = JobCodec.ready(receive(Frame.Kind.READY).payload());
      if (!ready.protocol().equals(JobCodec.protocol())) {
        throw new ChildFailedException("is of another version of the compiler than this process");
      }
      return ready.llvmVersion();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** What becomes of a job. */
  byte[] generate(ModuleJob job, LateSteps late) throws ChildFailedException {
    try {
      send(Frame.Kind.JOB, JobCodec.job(job));
      Frame answer = receive(Frame.Kind.OPTIMIZED, Frame.Kind.DONE);
      if (answer.kind() == Frame.Kind.OPTIMIZED) {
        send(Frame.Kind.LATE_STEPS, late.after(JobCodec.functions(answer.payload())));
        answer = receive(Frame.Kind.DONE);
      }
      return answer.payload();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private void send(Frame.Kind kind, byte[] payload) throws IOException {
    new Frame(kind, payload).write(out);
  }

  private Frame receive(Frame.Kind... expected) throws IOException, ChildFailedException {
    Frame frame = Frame.read(in);
    if (frame.kind() == Frame.Kind.FAILED) {
      throw new ChildFailedException("says: " + JobCodec.text(frame.payload()));
    }
    for (Frame.Kind kind : expected) {
      if (frame.kind() == kind) {
        return frame;
      }
    }
    throw new ChildFailedException("sent " + frame.kind() + " out of turn");
  }

  /** Why the conversation broke off: the child has ended, or sends what it never should. */
  private ChildFailedException broken(IOException reason) {
    if (reason instanceof Frame.DamagedFrameException damaged) {
      return new ChildFailedException(
          damaged.isCrash() ? CrashText.describe(lastWords()) : "sent what is no answer");
    }
    try {
      if (process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        return new ChildFailedException(ExitStatus.describe(process.exitValue()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new ChildFailedException("closed its output (" + reason.getMessage() + ")");
  }

  /** What is left on standard output; returns when the child has ended, or says too much. */
  private String lastWords() {
    try {
      return new String(in.readNBytes(LAST_WORDS_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** Ends the process; returns at once, as often as it is called. */
  void kill() {
    process.destroyForcibly();
  }

  /**
   * Ends the process and everything of this process that was for it; returns when that is done.
   *
   * @return what the child had said on standard error
   */
  String close() {
    kill();
    boolean interrupted = false;
    while (process.isAlive() || errors.reader().isAlive()) {
      try {
        process.waitFor();
        errors.reader().join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    closeQuietly(in);
    closeQuietly(out);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return errors.text();
  }

  private static void closeQuietly(AutoCloseable stream) {
    try {
      stream.close();
    } catch (Exception e) {
      // What was still to be sent has nobody to go to.
    }
  }
}
