package org.pinklang.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinklang.api.Optimization;

/** The JSON example, compared with another JSON library on the same files. */
class JsonTest {
  private static PinkProgram json;

  @BeforeAll
  static void compile(@TempDir Path temporary) throws IOException {
    json = PinkProgram.compile(Path.of("json").toAbsolutePath(), Optimization.O2, temporary);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rivers", "package", "measurements"})
  void whatItWritesMeansWhatItRead(String name) throws Exception {
    String text = Files.readString(Path.of("json/files", name + ".json"));
    PinkProgram.Run indented = json.run(text);
    assertThat(indented.errors()).isEmpty();
    assertThat(indented.status()).isZero();
    assertThat(JsonParser.parseString(indented.output())).isEqualTo(JsonParser.parseString(text));

    PinkProgram.Run compact = json.run(text, "--compact");
    assertThat(JsonParser.parseString(compact.output())).isEqualTo(JsonParser.parseString(text));
    assertThat(compact.output().strip()).doesNotContain("\n");
    assertThat(json.run(compact.output()).output()).isEqualTo(indented.output());
  }

  @Test
  void readsAFileThatIsNamed() throws Exception {
    Path file = Path.of("json/files/package.json").toAbsolutePath();
    assertThat(json.run("", file.toString()).output())
        .isEqualTo(json.run(Files.readString(file)).output());
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"a\": 1,}', 'line 1:'",
    "'[1,\n2\n', 'line 3:'",
    "'\"open', 'line 1:'",
    "'nul', 'line 1:'",
    "'', 'line 1:'"
  })
  void saysWhereATextIsNotJson(String text, String place) throws Exception {
    PinkProgram.Run run = json.run(text);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.errors()).startsWith(place);
    assertThat(run.output()).isEmpty();
  }

  @Test
  void readsAnArrayOfAHundredThousandElements() throws Exception {
    String text = "[" + "{\"n\":12345},".repeat(99_999) + "0]";
    assertThat(json.run(text, "--compact").output().strip()).isEqualTo(text);
  }
}
