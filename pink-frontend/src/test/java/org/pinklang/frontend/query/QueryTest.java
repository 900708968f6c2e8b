package org.pinklang.frontend.query;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pinklang.frontend.testdata.TestData;

/** The questions in {@code testdata/query}, with their answers in a file beside each. */
class QueryTest {

  @TestFactory
  Stream<DynamicTest> questionsHaveTheAnswersBesideThem() {
    return TestData.tests(
        "query",
        testCase -> TestData.checkFile(testCase.beside(".answers"), Answers.to(testCase.texts())));
  }
}
