package org.pinklang.examples.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CalculatorTest {
  @Test
  void printsATableOfTheFormula() throws Exception {
    assertThat(Calculator.table("math::sqrt(x * x + y * y)"))
        .isEqualTo(Files.readString(Path.of("embed-calculator/expected.txt")));
  }

  @Test
  void showsWhereTheFormulaPanics() {
    String table = Calculator.table("if (x > 2.5) { panic(\"far\"); } else { x + y; }");
    assertThat(table.lines())
        .hasSize(4)
        .first()
        .isEqualTo("    0.0000    1.0000    2.0000     panic");
  }

  @Test
  void showsWhatIsWrongWithTheFormula() {
    assertThat(Calculator.table("x + z")).contains("formula.pink", "z");
  }
}
