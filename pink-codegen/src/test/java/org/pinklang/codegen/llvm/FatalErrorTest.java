package org.pinklang.codegen.llvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.PinkBackendException;
import org.pinklang.codegen.emit.ModuleGenerator;
import org.pinklang.codegen.emit.ModuleJob;
import org.pinklang.codegen.emit.OutputKind;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.process.ChildSettings;
import org.pinklang.codegen.process.IsolatedGenerator;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.codegen.testing.UnselectableCode;

/** A fatal error poisons the process, so it happens in one of its own. */
class FatalErrorTest {

  @Test
  void theProcessSurvivesAFatalErrorAndRefusesFurtherWork() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("told: LLVM met a fatal error", "refused: LLVM met a fatal error");
    assertThat(output).containsPattern("in a child: [1-9][0-9]* bytes");
  }

  /** Has LLVM select an instruction that the baseline processor does not have. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] arguments) throws InterruptedException {
      CountDownLatch told = new CountDownLatch(1);
      Thread lost =
          new Thread(
              () ->
                  LlvmBackend.get()
                      .guard(
                          TargetDescription.X86_64_LINUX,
                          error -> {
                            System.out.println("told: " + error.getMessage());
                            told.countDown();
                          },
                          Victim::fail));
      lost.setDaemon(true);
      lost.start();
      if (!told.await(60, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody was told");
      }
      try {
        LlvmBackend.get();
      } catch (PinkBackendException e) {
        System.out.println("refused: " + e.getMessage());
      }
      try (IsolatedGenerator children = new IsolatedGenerator(ChildSettings.DEFAULT)) {
        System.out.println("in a child: " + generate(children).length + " bytes");
      }
    }

    private static byte[] generate(ModuleGenerator generator) {
      CodegenOptions options =
          CodegenOptions.of(TargetDescription.X86_64_LINUX, OptimizationLevel.O0);
      ModuleJob empty =
          new ModuleJob("empty", options, OutputKind.OBJECT, new IrContext().finish());
      return generator.generate(empty, functions -> new byte[0], reason -> {});
    }

    private static byte[] fail() {
      TargetDescription target = TargetDescription.X86_64_LINUX;
      try (LlvmContext context = new LlvmContext();
          LlvmModule module = new LlvmModule(context, "fatal", target);
          TargetMachine machine = new TargetMachine(target, OptimizationLevel.O0)) {
        module.build(UnselectableCode.steps());
        return machine.emit(module, MachineCodeForm.OBJECT);
      }
    }
  }
}
