package org.pinklang.codegen.llvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.PinkBackendException;
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
