package org.pinklang.codegen.process;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.pinklang.codegen.PinkBackendException;
import org.pinklang.codegen.emit.ModuleGenerator;

/**
 * A child's side: takes jobs from standard input, one after the other, and answers on standard
 * output. It ends when its input does, also in the middle of a job: then the parent is gone.
 */
public final class ChildService {
  private static final long STACK_BYTES = 512L << 20;

  private final ModuleGenerator generator;
  private final OutputStream out;
  private final BlockingQueue<Frame> received = new LinkedBlockingQueue<>();

  private ChildService(ModuleGenerator generator, OutputStream out) {
    this.generator = generator;
    this.out = out;
  }

  /** Serves the parent of this process until it ends the input; for a program's main thread. */
  public static void run(ModuleGenerator generator) {
    // Neither is closed: what else the process prints would go to whoever gets their numbers.
    InputStream in = new FileInputStream(FileDescriptor.in);
    ChildService service = new ChildService(generator, new FileOutputStream(FileDescriptor.out));
    // A daemon, so that the process ends with the reading below, whatever LLVM is at.
    Thread worker = new Thread(null, service::work, "pink-child", STACK_BYTES);
    worker.setDaemon(true);
    worker.start();
    service.receive(in);
  }

  private void receive(InputStream in) {
    try {
      while (true) {
        received.add(Frame.read(in));
      }
    } catch (IOException e) {
      // The parent has ended, or is beside itself: either way nobody waits for an answer.
    }
  }

  private void work() {
    try {
      String version = generator.llvmVersion(this::fail);
      send(Frame.Kind.READY, JobCodec.ready(new JobCodec.Ready(JobCodec.protocol(), version)));
      while (true) {
        answer(next(Frame.Kind.JOB));
      }
    } catch (ParentGoneException e) {
      // As above: there is nobody to tell.
    } catch (Throwable e) {
      fail(e);
    }
  }

  private void answer(byte[] job) {
    byte[] result;
    try {
      result =
          generator.generate(
              JobCodec.job(job),
              functions -> {
                send(Frame.Kind.OPTIMIZED, JobCodec.functions(functions));
                return next(Frame.Kind.LATE_STEPS);
              },
              this::fail);
    } catch (ParentGoneException e) {
      throw e;
    } catch (Throwable e) {
      fail(e);
      return;
    }
    send(Frame.Kind.DONE, result);
  }

  private void fail(Throwable reason) {
    boolean isFinding = reason instanceof PinkBackendException;
    String message = isFinding ? String.valueOf(reason.getMessage()) : reason.toString();
    send(Frame.Kind.FAILED, JobCodec.text(message));
  }

  private void send(Frame.Kind kind, byte[] payload) {
    try {
      new Frame(kind, payload).write(out);
    } catch (IOException e) {
      throw new ParentGoneException(e);
    }
  }

  private byte[] next(Frame.Kind kind) {
    try {
      Frame frame = received.take();
      if (frame.kind() != kind) {
        throw new IllegalStateException(frame.kind() + " where " + kind + " was to come");
      }
      return frame.payload();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }

  /** Nobody takes what is sent. */
  private static final class ParentGoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ParentGoneException(IOException cause) {
      super(cause);
    }
  }
}
