package org.pinklang.api.edits;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinklang.api.Engine;
import org.pinklang.frontend.testdata.TestData;

/** Sequences of builds in which a store once gave, or well might give, something else. */
class KeptEditsTest {
  static Stream<Path> sequences() {
    return TestData.files("edits", ".edits").stream();
  }

  @ParameterizedTest
  @MethodSource("sequences")
  void everyBuildGivesWhatOneFromNothingGives(Path file) throws IOException {
    try (Engine engine = Engine.open()) {
      Builds.check(engine, StepFile.read(file));
    }
  }
}
