package org.pinklang.codegen.process;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.PinkBackendException;
import org.pinklang.codegen.emit.LateSteps;
import org.pinklang.codegen.emit.ModuleJob;

/**
 * A job that went wrong, as a file from which it can be run again: the frames that the child got,
 * after one that says which version of the compiler wrote them. Its steps go to LLVM as they are,
 * so it is to be run only by who trusts whoever made it.
 */
public final class Reproducer {
  private static final byte[] NO_STEPS = {};

  /** Larger jobs are not kept. */
  private static final long MOST_BYTES = 64 << 20;

  private final ModuleJob job;
  private final Optional<byte[]> lateSteps;

  private Reproducer(ModuleJob job, Optional<byte[]> lateSteps) {
    this.job = job;
    this.lateSteps = lateSteps;
  }

  /**
   * A job and what it was answered.
   *
   * @param lateSteps null if it was not asked for them
   */
  static Reproducer of(ModuleJob job, byte @Nullable [] lateSteps) {
    return new Reproducer(job, Optional.ofNullable(lateSteps));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if the file cannot be read, is damaged, or is of another version of the
   *     compiler
   */
  public static Reproducer read(Path file) throws IOException {
    try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(file))) {
      String protocol = JobCodec.ready(next(in, Frame.Kind.READY)).protocol();
      if (!protocol.equals(JobCodec.protocol())) {
        throw new IOException(file + " was written by another version of the compiler");
      }
      ModuleJob job = JobCodec.job(next(in, Frame.Kind.JOB));
      return in.available() == 0
          ? new Reproducer(job, Optional.empty())
          : new Reproducer(job, Optional.of(next(in, Frame.Kind.LATE_STEPS)));
    } catch (EOFException | Frame.DamagedFrameException e) {
      throw new IOException(file + " is damaged, or not what a failed process left", e);
    }
  }

  private static byte[] next(InputStream in, Frame.Kind kind) throws IOException {
    Frame frame = Frame.read(in);
    if (frame.kind() != kind) {
      throw new IOException("no reproducer: " + frame.kind() + " where " + kind + " was to come");
    }
    return frame.payload();
  }

  /**
   * Writes the file.
   *
   * @throws IOException also if the job is too large to be kept
   */
  void write(Path file) throws IOException {
    if (job.code().length > MOST_BYTES) {
      throw new IOException("its lowered form has " + job.code().length + " bytes");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JobCodec.Ready ready = new JobCodec.Ready(JobCodec.protocol(), "");
    new Frame(Frame.Kind.READY, JobCodec.ready(ready)).write(bytes);
    new Frame(Frame.Kind.JOB, JobCodec.job(job)).write(bytes);
    if (lateSteps.isPresent()) {
      new Frame(Frame.Kind.LATE_STEPS, lateSteps.get()).write(bytes);
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      bytes.writeTo(out);
    }
  }

  /** What the module was called: the unit's logical name. */
  public String name() {
    return job.name();
  }

  /**
   * Runs the job again, in a child.
   *
   * @return what the job asked for, where it goes well this time
   * @throws PinkBackendException if it goes wrong again
   */
  public byte[] run(IsolatedGenerator children) {
    LateSteps late = functions -> lateSteps.orElse(NO_STEPS);
    return children.generate(job, late, reason -> {});
  }
}
