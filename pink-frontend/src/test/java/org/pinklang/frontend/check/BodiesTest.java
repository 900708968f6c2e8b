package org.pinklang.frontend.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.diagnostic.FlowCode;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.testdata.ExpectedDiagnostics;
import org.pinklang.frontend.testdata.FrontEnd;
import org.pinklang.frontend.testdata.TestCase;
import org.pinklang.frontend.testdata.TestData;

/** The programs of {@code testdata/types}, {@code expressions} and {@code statements}. */
class BodiesTest {

  @TestFactory
  Stream<DynamicTest> programsAreReportedWhereTheirCommentsSay() {
    return Stream.of("types", "expressions", "statements")
        .flatMap(
            area ->
                TestData.tests(
                    area, testCase -> ExpectedDiagnostics.check(testCase, FrontEnd::diagnostics)));
  }

  @TestFactory
  Stream<DynamicTest> typedTreesOfRightProgramsKeepTheirPromises() {
    return Stream.of("types", "expressions", "statements")
        .flatMap(area -> TestData.tests(area + "/right", BodiesTest::checkContract));
  }

  private static void checkContract(TestCase testCase) {
    FrontEnd.Result result = FrontEnd.run(testCase.texts());
    assertThat(result.units()).hasSameSizeAs(testCase.texts());
    result.units().forEach(TypedContract::verify);
  }

  @TestFactory
  Stream<DynamicTest> exampleOfEachCodeGivesThatCodeAlone() {
    return Stream.<DiagnosticCode>concat(Stream.of(TypeCode.values()), Stream.of(FlowCode.values()))
        .map(code -> DynamicTest.dynamicTest(code.id(), () -> checkExample(code)));
  }

  private static void checkExample(DiagnosticCode code) {
    TestCase example = TestCase.of(Path.of("example.pink"), code.example());
    List<Diagnostic> found = FrontEnd.diagnostics(example.texts());
    assertThat(found).extracting(finding -> finding.code().id()).containsExactly(code.id());
  }
}
