package org.pinklang.frontend.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pinklang.frontend.source.SourceText;

/**
 * A text with questions in it, as {@code /*^symbol*}{@code /} behind the place that is asked about;
 * the questions are no part of the text.
 *
 * @param questions in the order of the text
 */
record MarkedText(SourceText text, List<Question> questions) {
  private static final Pattern MARK = Pattern.compile("/\\*\\^([a-z]+)\\*/");

  /** What is asked, and where. */
  record Question(String kind, int offset) {}

  static MarkedText of(SourceText marked) {
    String content = marked.text(0, marked.length());
    StringBuilder text = new StringBuilder();
    List<Question> questions = new ArrayList<>();
    Matcher matcher = MARK.matcher(content);
    int end = 0;
    while (matcher.find()) {
      text.append(content, end, matcher.start());
      int offset = text.toString().getBytes(StandardCharsets.UTF_8).length;
      questions.add(new Question(matcher.group(1), offset));
      end = matcher.end();
    }
    text.append(content.substring(end));
    return new MarkedText(SourceText.of(marked.logicalName(), text.toString()), questions);
  }
}
