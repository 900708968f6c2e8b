package org.pinklang.codegen.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.PinkBackendException;
import org.pinklang.codegen.emit.GenerationControl;
import org.pinklang.codegen.emit.LateSteps;
import org.pinklang.codegen.emit.ModuleGenerator;
import org.pinklang.codegen.emit.ModuleJob;

/**
 * LLVM in child processes: as many as threads generate at once, each started when all others are
 * busy and kept for the next module. A child that fails is ended, and the module it was at is one
 * {@link PinkBackendException} with a file to run it again from; nothing else is concerned.
 */
public final class IsolatedGenerator implements ModuleGenerator {
  /** A Java that does not start has met a machine that does not work. */
  private static final Duration START_PATIENCE = Duration.ofMinutes(2);

  private final ChildSettings settings;
  private final Class<?> main;
  private final Deque<Child> idle = new ConcurrentLinkedDeque<>();
  private final AtomicReference<@Nullable ChildCommand> command = new AtomicReference<>();
  private final AtomicReference<@Nullable String> llvmVersion = new AtomicReference<>();
  private final DeadlineClock clock = new DeadlineClock();

  /** A generator without children yet. */
  public IsolatedGenerator(ChildSettings settings) {
    this(settings, ChildMain.class);
  }

  /**
   * A generator whose children begin elsewhere.
   *
   * @param main has a main method that calls {@link ChildService#run}
   */
  public IsolatedGenerator(ChildSettings settings, Class<?> main) {
    this.settings = settings;
    this.main = main;
  }

  @Override
  public String llvmVersion(GenerationControl control) {
    String known = llvmVersion.get();
    if (known == null) {
      // Kept for the module that this was asked for.
      idle.addFirst(start(control));
    }
    return Objects.requireNonNull(llvmVersion.get());
  }

  @Override
  public byte[] generate(ModuleJob job, LateSteps late, GenerationControl control) {
    Child child = take(control);
    RecordedSteps steps = new RecordedSteps(late);
    Duration patience = settings.patience(job.code().length);
    boolean isReusable = false;
    try {
      byte[] result =
          JobWatch.during(
              () -> child.generate(job, steps),
              child,
              new JobWatch.Limits(patience, clock, control));
      isReusable = true;
      return result;
    } catch (ChildFailedException e) {
      String failure = "the process that generated code for `" + job.name() + "` " + e.getMessage();
      Reproducer reproducer = Reproducer.of(job, steps.recorded());
      throw CrashReport.of(reproducer, failure, child.close(), settings.crashFolder());
    } finally {
      release(child, isReusable);
    }
  }

  private void release(Child child, boolean isReusable) {
    if (isReusable) {
      idle.addFirst(child);
    } else {
      child.close();
    }
  }

  private Child take(GenerationControl control) {
    for (Child child = idle.pollFirst(); child != null; child = idle.pollFirst()) {
      if (child.isAlive()) {
        return child;
      }
      child.close();
    }
    return start(control);
  }

  private Child start(GenerationControl control) {
    Child child;
    try {
      child = Child.start(command());
    } catch (IOException e) {
      throw new PinkBackendException("no process could be started to generate code in: " + e);
    }
    boolean isReady = false;
    try {
      JobWatch.Limits limits = new JobWatch.Limits(START_PATIENCE, clock, control);
      llvmVersion.set(JobWatch.during(child::awaitReady, child, limits));
      isReady = true;
      return child;
    } catch (ChildFailedException e) {
      throw new PinkBackendException(
          "the process that is to generate code did not start: it "
              + e.getMessage()
              + ". It said: "
              + child.close().strip());
    } finally {
      if (!isReady) {
        child.close();
      }
    }
  }

  private ChildCommand command() {
    ChildCommand known = command.get();
    if (known == null) {
      known = ChildCommand.of(main, settings);
      command.set(known);
    }
    return known;
  }

  @Override
  public void close() {
    clock.close();
    for (Child child = idle.pollFirst(); child != null; child = idle.pollFirst()) {
      child.close();
    }
  }
}
