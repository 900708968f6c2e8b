package org.pinklang.api;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.llvm.global.LLVM;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.pinklang.codegen.llvm.NativeLibraries;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.testdata.TestCase;
import org.pinklang.frontend.testdata.TestData;

/** LLVM accepts its view of every manifest, and what code is generated for agrees with it. */
class LlvmViewTest {
  private static final String UNKNOWN = "void (...)";
  private static final Path PASSING = TestData.root().resolve("manifests/llvm/passing.pink");

  @TestFactory
  Stream<DynamicTest> theViewDeclaresWhatCodeGenerationDefines() {
    return Stream.of("manifests/llvm", "manifests/text", "modules/right", "declarations/right")
        .flatMap(area -> TestData.tests(area, LlvmViewTest::check));
  }

  private static void check(TestCase testCase) throws IOException {
    CompilationResult result = compile(testCase);
    Map<String, String> functions = new HashMap<>();
    Map<String, String> globals = new HashMap<>();
    for (UnitOutput output : result.outputs()) {
      functions.putAll(LlvmText.functions(output.text()));
      globals.putAll(LlvmText.globals(output.text()));
    }
    for (Manifest manifest : result.manifests()) {
      String read = LlvmText.readAndPrinted(manifest.toLlvmIr());
      LlvmText.functions(read).forEach((name, declared) -> agree(name, declared, functions));
      LlvmText.globals(read).forEach((name, declared) -> agree(name, declared, globals));
    }
  }

  private static void agree(String name, String declared, Map<String, String> generated) {
    String real = generated.get(name);
    if (real != null && name.startsWith("_PM") && !declared.equals(UNKNOWN)) {
      assertThat(declared).as(name).isEqualTo(real);
    }
  }

  private static CompilationResult compile(TestCase testCase) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (SourceText text : testCase.texts()) {
      texts.put(text.logicalName(), text.text(0, text.length()));
    }
    return Compilation.builder().sources(Sources.texts(texts)).output(Output.LLVM_IR).build().run();
  }

  @Test
  void everyWayOfPassingAValueIsShown() throws IOException {
    CompilationResult result = compile(TestCase.read(PASSING));
    assertThat(result.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
    Manifest manifest = passing(result);
    TestData.checkFile(PASSING.resolveSibling("passing.ll"), manifest.toLlvmIr());
    Map<String, String> declared = LlvmText.functions(LlvmText.readAndPrinted(manifest.toLlvmIr()));
    Map<String, String> generated =
        LlvmText.functions(result.outputs().stream().map(UnitOutput::text).collect(joining("\n")));
    assertThat(declared).hasSize(functions(manifest));
    assertThat(generated.keySet())
        .containsAll(declared.keySet().stream().filter(one -> one.startsWith("_PM")).toList());
  }

  private static int functions(Manifest manifest) {
    return (int)
        manifest.toPinkText().lines().filter(line -> line.matches("export .*fn .*;")).count();
  }

  private static Manifest passing(CompilationResult result) {
    return result.manifests().stream()
        .filter(one -> one.name().equals("passing") && !one.exports().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theToolsOfLlvmAcceptTheView(@TempDir Path folder) throws Exception {
    Path libraries = NativeLibraries.lld().getParent();
    Path tool = folder.resolve("llvm-as");
    String resource = "/org/bytedeco/llvm/" + Loader.getPlatform() + "/llvm-as";
    try (InputStream bytes = LLVM.class.getResourceAsStream(resource)) {
      Files.copy(Objects.requireNonNull(bytes, resource), tool);
    }
    assertThat(tool.toFile().setExecutable(true)).isTrue();
    Path view = folder.resolve("passing.ll");
    Files.writeString(view, passing(compile(TestCase.read(PASSING))).toLlvmIr());
    ProcessBuilder builder =
        new ProcessBuilder(tool.toString(), view.toString(), "-o", folder.resolve("bc").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("messages").toFile());
    builder.environment().put("LD_LIBRARY_PATH", libraries.toString());
    int status = builder.start().waitFor();
    assertThat(folder.resolve("messages")).isEmptyFile();
    assertThat(status).isZero();
    assertThat(Files.readAllBytes(folder.resolve("bc"))).startsWith('B', 'C', 0xC0, 0xDE);
  }
}
