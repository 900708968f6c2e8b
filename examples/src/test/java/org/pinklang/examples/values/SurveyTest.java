package org.pinklang.examples.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SurveyTest {
  private static final Path SOURCES =
      Path.of("embed-values/src/main/java/org/pinklang/examples/values");

  @Test
  void structsSlicesAndFunctionsPassBothWays() {
    assertThat(Survey.report())
        .isEqualTo(
            """
            Summary[count=3, least=3.5, most=12.0] narrow
            3.0 8.0
            13.0
            assertion failed at survey.pink:5:3 in survey.summarize(survey.pink:5)
            """);
  }

  @Test
  void whatTheGuideShowsIsInTheExample() throws Exception {
    String example = plain(Files.readString(SOURCES.resolve("Survey.java")));
    String functions = plain(Files.readString(SOURCES.resolve("Surveys.java")));
    String guide = Files.readString(Path.of("../docs/embedding.md"));
    List<String> shown =
        Pattern.compile("```(?:java|pink)\n(.*?)```", Pattern.DOTALL)
            .matcher(guide)
            .results()
            .map(block -> plain(block.group(1)))
            .toList();
    assertThat(shown).hasSizeGreaterThan(3);
    assertThat(shown).allMatch(block -> example.contains(block) || functions.contains(block));
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
