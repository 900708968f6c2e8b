package org.pinklang.codegen.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.emit.ModuleJob;
import org.pinklang.codegen.emit.OutputKind;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.target.TargetDescription;

/** A process that is killed cannot end its children. */
class OrphanTest {
  private static final int PATIENCE_SECONDS = 60;

  @Test
  void aChildEndsWithItsParentAlsoInTheMiddleOfAJob() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName())
            .redirectErrorStream(true)
            .start();
    assertThat(parent.inputReader().readLine()).isEqualTo("a child is ready");
    ProcessHandle child = parent.children().findFirst().orElseThrow();
    parent.destroyForcibly().waitFor();
    child.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(child.isAlive()).isFalse();
  }

  /** Waits for a child that never answers. */
  static final class Parent {
    private Parent() {}

    public static void main(String[] arguments) {
      ChildSettings settings =
          new ChildSettings(Duration.ofMinutes(5), 64 << 20, List.of(), Optional.empty());
      try (IsolatedGenerator generator = new IsolatedGenerator(settings, FaultyChild.class)) {
        generator.llvmVersion(reason -> {});
        System.out.println("a child is ready");
        CodegenOptions options =
            CodegenOptions.of(TargetDescription.X86_64_LINUX, OptimizationLevel.O0);
        generator.generate(
            new ModuleJob("HANG", options, OutputKind.OBJECT, new IrContext().finish()),
            functions -> new byte[0],
            reason -> {});
      }
    }
  }
}
