package org.pinklang.api.edits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pinklang.api.Optimization;
import org.pinklang.api.Output;

/**
 * A sequence of builds as a text: a line {@code //// step OUTPUT OPTIMIZATION whole|entry} for
 * each, under it the files that are other than before, each after a line {@code //// PATH}; {@code
 * //// PATH gone} for one that is no longer there. In a text {@code \r} stands for a carriage
 * return, {@code \b} for a byte order mark and {@code \e} at its end for the lack of a line end.
 */
final class StepFile {
  private static final String MARK = "//// ";
  private static final String GONE = " gone";

  private StepFile() {}

  static String write(List<Step> steps) {
    StringBuilder out = new StringBuilder();
    Map<String, String> before = Map.of();
    for (Step step : steps) {
      out.append(step.head()).append('\n');
      for (String path : before.keySet()) {
        if (!step.texts().containsKey(path)) {
          out.append(MARK).append(path).append(GONE).append('\n');
        }
      }
      for (Map.Entry<String, String> text : step.texts().entrySet()) {
        if (!text.getValue().equals(before.get(text.getKey()))) {
          out.append(MARK).append(text.getKey()).append('\n').append(escaped(text.getValue()));
        }
      }
      before = step.texts();
    }
    return out.toString();
  }

  private static String escaped(String text) {
    String visible = text.replace("\r", "\\r").replace("\uFEFF", "\\b");
    return visible.endsWith("\n") ? visible : visible + "\\e\n";
  }

  private static String unescaped(String text) {
    return text.replace("\\r", "\r").replace("\\b", "\uFEFF").replace("\\e\n", "");
  }

  static List<Step> read(Path file) throws IOException {
    List<Step> steps = new ArrayList<>();
    Map<String, String> texts = new TreeMap<>();
    for (String part : Files.readString(file).split("(?m)^" + MARK)) {
      int end = part.indexOf('\n');
      if (end < 0) {
        continue;
      }
      String head = part.substring(0, end);
      if (head.startsWith("step ")) {
        String[] words = head.split(" ");
        texts = new TreeMap<>(texts);
        steps.add(
            new Step(
                Output.valueOf(words[1]),
                Optimization.valueOf(words[2]),
                words[3].equals("whole"),
                texts));
      } else {
        int last = steps.size() - 1;
        if (head.endsWith(GONE)) {
          texts.remove(head.substring(0, head.length() - GONE.length()));
        } else {
          texts.put(head, unescaped(part.substring(end + 1)));
        }
        steps.set(last, steps.get(last).with(texts));
      }
    }
    return steps;
  }
}
