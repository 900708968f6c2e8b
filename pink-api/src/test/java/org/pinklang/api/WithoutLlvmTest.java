package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A process that scans, makes manifests and checks never maps one of LLVM's libraries. */
@EnabledOnOs(OS.LINUX)
class WithoutLlvmTest {

  /** The process. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws IOException {
      Map<String, String> texts =
          Map.of(
              "main.pink", "import std.io;\nimport a;\nfn main() { io::print_integer(a::f()); }\n",
              "a.pink", "module a;\nimport gone;\nexport fn f() -> Integer { 1; }\n");
      for (Output output :
          List.of(Output.HEADS, Output.GRAPH, Output.MANIFESTS, Output.DIAGNOSTICS)) {
        CompilationResult result =
            Compilation.builder().sources(Sources.texts(texts)).output(output).build().run();
        System.out.println(output + " " + result.graph().order().size());
        System.out.println(result.p1689().length() > 0);
      }
      for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
        if (line.contains("LLVM") || line.contains("javacpp")) {
          // The jars themselves may be mapped by the class loader.
          System.out.println(line.endsWith(".jar") ? "jar" : "loaded " + line);
        }
      }
    }
  }

  @Test
  void checkingAndTheGraphLoadNoNativeLibrary() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
    assertThat(process.waitFor()).isZero();
    assertThat(lines).contains("HEADS 2").anyMatch(line -> line.startsWith("DIAGNOSTICS "));
    assertThat(lines).noneMatch(line -> line.startsWith("loaded "));
  }
}
