package org.pinklang.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinklang.codegen.testing.AbiCases;
import org.pinklang.codegen.testing.CCompiler;
import org.pinklang.codegen.testing.Machine;

class CallsBetweenPinkAndCTest {
  private static final int SIGNATURES = 50;

  @ParameterizedTest
  @CsvSource({"gcc, 1", "gcc, 2", "clang, 3", "clang-19, 4"})
  void bothSidesUnderstandEachOtherForRandomSignatures(
      String compiler, long seed, @TempDir Path directory) {
    Optional<CCompiler> c = CCompiler.find(compiler);
    assumeTrue(c.isPresent(), compiler + " is not installed");
    AbiCases cases = new AbiCases(seed, SIGNATURES);
    byte[] object = c.orElseThrow().compile(cases.c(), directory);

    Machine.Outcome outcome = Machine.run(cases.unit(), "probe", object);

    assertThat(outcome.panic()).isEmpty();
    assertThat(outcome.out().get(0))
        .as("mistakes, the last in signature %d", outcome.out().get(1))
        .isZero();
  }
}
