package org.pinklang.frontend.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.pinklang.frontend.diagnostic.ConstantCode;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.diagnostic.ModuleCode;
import org.pinklang.frontend.diagnostic.NameCode;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.testdata.ExpectedDiagnostic;
import org.pinklang.frontend.testdata.ExpectedDiagnostics;
import org.pinklang.frontend.testdata.FrontEnd;
import org.pinklang.frontend.testdata.TestCase;
import org.pinklang.frontend.testdata.TestData;

/** The programs of {@code testdata/modules} and {@code declarations}. */
class DeclarationsTest {

  @TestFactory
  Stream<DynamicTest> programsAreReportedWhereTheirCommentsSay() {
    return cases(testCase -> ExpectedDiagnostics.check(testCase, FrontEnd::diagnostics));
  }

  @TestFactory
  Stream<DynamicTest> orderOfUnitsDoesNotMatter() {
    return cases(
        testCase -> {
          List<SourceText> reversed = new ArrayList<>(testCase.texts());
          Collections.reverse(reversed);
          assertThat(FrontEnd.diagnostics(reversed))
              .isEqualTo(FrontEnd.diagnostics(testCase.texts()));
        });
  }

  @TestFactory
  Stream<DynamicTest> numberOfThreadsDoesNotMatter() {
    return cases(
        testCase ->
            assertThat(FrontEnd.run(testCase.texts(), 4).diagnostics())
                .isEqualTo(FrontEnd.diagnostics(testCase.texts())));
  }

  @TestFactory
  Stream<DynamicTest> rightProgramsHaveNoFindings() {
    return Stream.of("modules/right", "declarations/right")
        .flatMap(
            area ->
                TestData.tests(
                    area,
                    testCase -> assertThat(FrontEnd.diagnostics(testCase.texts())).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> exampleOfEachCodeGivesThatCodeAlone() {
    return codes().map(code -> DynamicTest.dynamicTest(code.id(), () -> checkExample(code)));
  }

  @Test
  void everyCodeHasAWrongProgram() {
    Set<String> seen = new HashSet<>();
    for (String area : List.of("modules/wrong", "declarations/wrong")) {
      for (Path file : TestData.files(area)) {
        testCase(file).expected().stream().map(ExpectedDiagnostic::code).forEach(seen::add);
      }
    }
    assertThat(seen).containsAll(codes().map(DiagnosticCode::id).toList());
  }

  private static Stream<DiagnosticCode> codes() {
    return Stream.of(ModuleCode.values(), NameCode.values(), ConstantCode.values())
        .flatMap(Stream::<DiagnosticCode>of);
  }

  private static Stream<DynamicTest> cases(ThrowingConsumer<TestCase> check) {
    return Stream.of("modules", "declarations").flatMap(area -> TestData.tests(area, check));
  }

  private static TestCase testCase(Path file) {
    try {
      return TestCase.read(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What another unit of the example must have wrong with it is reported there. */
  private static void checkExample(DiagnosticCode code) {
    TestCase example = TestCase.of(Path.of("example.pink"), code.example());
    List<Diagnostic> found = FrontEnd.diagnostics(example.texts());
    String first =
        found.stream()
            .filter(finding -> finding.code() == code)
            .findFirst()
            .orElseThrow()
            .primary()
            .file();
    assertThat(found)
        .filteredOn(finding -> finding.primary().file().equals(first))
        .extracting(finding -> finding.code().id())
        .containsExactly(code.id());
  }
}
