package org.pinklang.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.emit.CodeCache;
import org.pinklang.codegen.emit.CodeGenerator;
import org.pinklang.codegen.emit.CodegenRequest;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.codegen.testing.AbiCases;
import org.pinklang.codegen.testing.LargeStack;

/**
 * Pink functions and C functions that clang compiled for the same target call each other, in an
 * emulator of the target. All of it is linked by clang without a C library.
 */
class ForeignCallsTest {
  private static final int SIGNATURES = 50;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "aarch64-linux-gnu, 1, O0", "aarch64-linux-gnu, 2, O2", "aarch64-linux-gnu, 3, O2",
    "riscv64-linux-gnu, 1, O0", "riscv64-linux-gnu, 2, O2", "riscv64-linux-gnu, 3, O2",
    "wasm32-wasi, 1, O0", "wasm32-wasi, 2, O2", "wasm32-wasi, 3, O2"
  })
  void bothSidesUnderstandEachOtherForRandomSignatures(
      String name, long seed, OptimizationLevel level) throws Exception {
    TargetDescription target = TargetDescription.named(name).orElseThrow();
    Path compiler = tool("clang-19");
    List<String> launcher = launcher(name);
    AbiCases cases = new AbiCases(seed, SIGNATURES);
    Path c = Files.writeString(folder.resolve("cases.c"), cases.c() + harness(name));
    Path object = Files.write(folder.resolve("cases.o"), generate(cases, target, level));
    Path program = folder.resolve("program");

    run(command(compiler, target, c, object, program));
    launcher.add(program.toString());

    assertThat(run(launcher)).isEmpty();
  }

  private static byte[] generate(
      AbiCases cases, TargetDescription target, OptimizationLevel level) {
    try (CodeGenerator generator = new CodeGenerator()) {
      CodegenRequest request =
          CodegenRequest.object(cases.unit(target.dataModel()), target, level).verified();
      return LargeStack.call(
          () -> generator.generate(request, CodeCache.NONE, reason -> {}).bytes());
    }
  }

  private static List<String> command(
      Path compiler, TargetDescription target, Path c, Path object, Path program) {
    List<String> command = new ArrayList<>(List.of(compiler.toString()));
    command.add("--target=" + target.triple());
    command.addAll(List.of("-O1", "-w", "-ffreestanding", "-nostdlib", "-fuse-ld=lld"));
    if (target.dataModel().pointerBytes() == 4) {
      command.addAll(List.of("-Wl,--stack-first", "-Wl,-z,stack-size=8388608"));
    } else {
      command.add("-static");
    }
    command.addAll(List.of(c.toString(), object.toString(), "-o", program.toString()));
    return command;
  }

  /**
   * The runtime that generated code asks for, and a start that ends with the number of mistakes.
   */
  private static String harness(String target) throws IOException {
    String name = target.substring(0, target.indexOf('-'));
    try (InputStream in = ForeignCallsTest.class.getResourceAsStream("harness-" + name + ".c");
        InputStream common = ForeignCallsTest.class.getResourceAsStream("harness.c")) {
      return new String(common.readAllBytes(), StandardCharsets.UTF_8)
          + new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> launcher(String target) {
    return switch (target) {
      case "wasm32-wasi" -> {
        String script =
            "const fs = require('fs');"
                + "WebAssembly.instantiate(fs.readFileSync(process.argv[1])).then(m => {"
                + "  const mistakes = m.instance.exports._start();"
                + "  if (mistakes !== 0) { console.log(mistakes); }"
                + "});";
        yield new ArrayList<>(List.of(tool("node").toString(), "-e", script));
      }
      default -> {
        String processor = target.substring(0, target.indexOf('-'));
        yield new ArrayList<>(List.of(tool("qemu-" + processor).toString()));
      }
    };
  }

  private static Path tool(String name) {
    Path file = Path.of("/usr/bin", name);
    boolean isInstalled = Files.isExecutable(file);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(isInstalled).as("%s is installed", name).isTrue();
    }
    assumeTrue(isInstalled, name + " is not installed");
    return file;
  }

  private static String run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    return status == 0 ? output : output + "status " + status;
  }
}
