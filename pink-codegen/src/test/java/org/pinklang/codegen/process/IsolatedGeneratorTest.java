package org.pinklang.codegen.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.PinkBackendException;
import org.pinklang.codegen.emit.GenerationControl;
import org.pinklang.codegen.emit.InProcessGenerator;
import org.pinklang.codegen.emit.LateSteps;
import org.pinklang.codegen.emit.ModuleJob;
import org.pinklang.codegen.emit.OutputKind;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrFunction;
import org.pinklang.codegen.ir.IrModule;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.codegen.testing.LargeStack;
import org.pinklang.codegen.testing.UnselectableCode;

/** {@code -Dpink.long=true} meets each fault two hundred times ({@code -Dpink.faults}). */
class IsolatedGeneratorTest {
  private static final int TIMES =
      Integer.getInteger("pink.faults", Boolean.getBoolean("pink.long") ? 200 : 1);
  private static final LateSteps NO_STEPS = functions -> new IrContext().finish();
  private static final GenerationControl NO_CONTROL = reason -> {};

  @TempDir private Path crashes;
  private IsolatedGenerator generator;

  @BeforeEach
  void open() {
    generator = generator(Duration.ofSeconds(60));
  }

  private IsolatedGenerator generator(Duration patience) {
    ChildSettings settings = new ChildSettings(patience, 64 << 20, List.of(), Optional.of(crashes));
    return new IsolatedGenerator(settings, FaultyChild.class);
  }

  @AfterEach
  void nothingIsLeft() {
    generator.close();
    assertThat(ProcessHandle.current().children().toList()).isEmpty();
    assertThat(threads()).isEmpty();
  }

  /** The names of the threads that a generator may have, while it is open. */
  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("pink-child") || name.startsWith("pink-deadlines"))
        .collect(Collectors.toSet());
  }

  private static ModuleJob job(String name, OptimizationLevel level, OutputKind kind) {
    IrContext context = new IrContext();
    IrModule module = new IrModule(context);
    InstructionBuilder builder = new InstructionBuilder(context);
    IrType i32 = context.integer(32);
    IrFunction function = module.addFunction("f", context.function(i32, List.of(i32), false));
    builder.beginReached(function);
    builder.returnValue(function.argument(0));
    CodegenOptions options = CodegenOptions.of(TargetDescription.X86_64_LINUX, level);
    return new ModuleJob(name, options.withVerify(true), kind, context.finish());
  }

  private static ModuleJob job(String name) {
    return job(name, OptimizationLevel.O0, OutputKind.OBJECT);
  }

  private byte[] isolated(ModuleJob job) {
    return generator.generate(job, NO_STEPS, NO_CONTROL);
  }

  private static byte[] inProcess(ModuleJob job) {
    return LargeStack.call(
        () -> {
          try (InProcessGenerator here = new InProcessGenerator()) {
            return here.generate(job, NO_STEPS, NO_CONTROL);
          }
        });
  }

  @ParameterizedTest
  @EnumSource(OutputKind.class)
  void aChildMakesTheBytesThatThisProcessMakes(OutputKind kind) {
    for (OptimizationLevel level : List.of(OptimizationLevel.O0, OptimizationLevel.O2)) {
      ModuleJob job = job("sound", level, kind);
      assertThat(isolated(job)).isEqualTo(inProcess(job));
    }
    assertThat(generator.llvmVersion(NO_CONTROL)).startsWith("20.");
    assertThat(ProcessHandle.current().children().toList()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aFaultIsOneExceptionAndTheNextModuleGoesWell(Fault fault) throws IOException {
    byte[] expected = isolated(job("sound"));
    if (fault == Fault.HANG) {
      generator.close();
      generator = generator(Duration.ofSeconds(8));
    }
    for (int i = 0; i < TIMES; i++) {
      PinkBackendException failure =
          catchThrowableOfType(PinkBackendException.class, () -> isolated(job(fault.name())));
      assertThat(failure)
          .hasMessageStartingWith(
              "the process that generated code for `" + fault.name() + "` " + fault.said());
      Path file = failure.reproducer().orElseThrow();
      assertThat(failure).hasMessageContaining(file.toString());
      Reproducer reproducer = Reproducer.read(file);
      assertThat(reproducer.name()).isEqualTo(fault.name());
      assertThat(ProcessHandle.current().children().toList()).isEmpty();
      assertThat(isolated(job("sound"))).isEqualTo(expected);
    }
    try (var folders = Files.list(crashes)) {
      assertThat(folders).hasSize(TIMES);
    }
  }

  @Test
  void whatWentWrongWithoutALastingReasonGoesWellAgain() throws IOException {
    PinkBackendException failure =
        catchThrowableOfType(PinkBackendException.class, () -> isolated(job("KILLED")));
    Reproducer reproducer = Reproducer.read(failure.reproducer().orElseThrow());
    try (IsolatedGenerator sound = new IsolatedGenerator(ChildSettings.DEFAULT)) {
      assertThat(reproducer.run(sound)).isEqualTo(inProcess(job("KILLED")));
    }
  }

  @Test
  void aReproducerOfAModuleThatLlvmCannotCompileFailsAgain() throws IOException {
    CodegenOptions options =
        CodegenOptions.of(TargetDescription.X86_64_LINUX, OptimizationLevel.O2);
    ModuleJob job = new ModuleJob("main", options, OutputKind.OBJECT, UnselectableCode.steps());
    PinkBackendException first =
        catchThrowableOfType(PinkBackendException.class, () -> isolated(job));
    Reproducer reproducer = Reproducer.read(first.reproducer().orElseThrow());
    assertThatThrownBy(() -> reproducer.run(generator))
        .isInstanceOf(PinkBackendException.class)
        .hasMessageContaining("Cannot select");
  }

  @Test
  void aChildThatEndsWhileItHasNothingToDoIsReplaced() throws Exception {
    isolated(job("sound"));
    ProcessHandle child = ProcessHandle.current().children().findFirst().orElseThrow();
    child.destroyForcibly();
    child.onExit().get(60, TimeUnit.SECONDS);
    assertThat(isolated(job("sound"))).isNotEmpty();
  }

  @Test
  void whatIsNoLongerWantedIsStopped() {
    AtomicReference<Thread> stopper = new AtomicReference<>();
    GenerationControl control =
        new GenerationControl() {
          @Override
          public void threadLost(PinkBackendException reason) {}

          @Override
          public StopRegistration onStop(Runnable action) {
            stopper.set(Thread.ofPlatform().start(action));
            return () -> {};
          }
        };
    assertThatThrownBy(() -> generator.generate(job("HANG"), NO_STEPS, control))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> generator.llvmVersion(control))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void aChildSaysWhatItCannotReadAndTakesTheNextJob() throws Exception {
    ChildSettings settings =
        new ChildSettings(Duration.ofSeconds(60), 64 << 20, List.of(), Optional.empty());
    Process child = ChildCommand.of(FaultyChild.class, settings).start();
    try (var in = child.getInputStream();
        var out = child.getOutputStream()) {
      assertThat(Frame.read(in).kind()).isEqualTo(Frame.Kind.READY);
      new Frame(Frame.Kind.JOB, new byte[] {1}).write(out);
      assertThat(Frame.read(in).kind()).isEqualTo(Frame.Kind.FAILED);
      new Frame(Frame.Kind.JOB, JobCodec.job(job("sound"))).write(out);
      assertThat(Frame.read(in).payload()).isEqualTo(inProcess(job("sound")));
    }
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aClassPathWithoutTheCompilerIsSaidToBeNone() {
    generator.close();
    ChildSettings settings =
        new ChildSettings(Duration.ofSeconds(60), 64 << 20, List.of(crashes), Optional.of(crashes));
    generator = new IsolatedGenerator(settings);
    assertThatThrownBy(() -> isolated(job("sound")))
        .isInstanceOf(PinkBackendException.class)
        .hasMessageContaining("did not start")
        .hasMessageContaining("ChildMain");
  }
}
