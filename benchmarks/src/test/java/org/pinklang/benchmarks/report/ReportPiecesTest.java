package org.pinklang.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

class ReportPiecesTest {

  @Test
  void aTableAlignsNumbersRight() {
    Table table = new Table(1, List.of("what", "ms"));
    table.add("a build", Table.number(1234));
    assertThat(table)
        .hasToString(
            """
            | what | ms |
            |---|---:|
            | a build | 1,234 |
            """);
  }

  @Test
  void aNumberHasAsManyDigitsAsAReaderCanUse() {
    assertThat(List.of(0.123, 12.34, 123.4).stream().map(Table::number))
        .containsExactly("0.12", "12.3", "123");
  }

  @Test
  void aPictureIsXmlWhoseLongestBarIsThatOfTheLargestNumber() throws Exception {
    BarChart chart = new BarChart("builds & links");
    chart.add("one <fast>", 1, true);
    chart.add("two", 4, false);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(chart.toSvg().getBytes(StandardCharsets.UTF_8)));
    var bars = document.getElementsByTagName("rect");
    assertThat(bars.getLength()).isEqualTo(2);
    assertThat(width(bars.item(1))).isEqualTo(4 * width(bars.item(0)));
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("builds & links");
  }

  private static double width(Node bar) {
    return Double.parseDouble(bar.getAttributes().getNamedItem("width").getNodeValue());
  }

  @Test
  void onlyThePartBetweenTheMarksIsReplaced() {
    String begin = "<!-- written by benchmarks/run: begin -->\n";
    String end = "<!-- written by benchmarks/run: end -->\n";
    assertThat(GeneratedPart.replaced("before\n" + begin + "old\n" + end + "after\n", "new\n"))
        .isEqualTo("before\n" + begin + "\nnew\n\n" + end + "after\n");
    assertThatThrownBy(() -> GeneratedPart.replaced("nothing", "new"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
