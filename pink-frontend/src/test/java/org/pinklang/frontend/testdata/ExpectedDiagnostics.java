package org.pinklang.frontend.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.source.SourceText;

/** Compares what a phase reports about a case with what the case expects. */
public final class ExpectedDiagnostics {
  private ExpectedDiagnostics() {}

  /**
   * Fails unless exactly the expected diagnostics are reported; writes the expectations into the
   * case instead where they are accepted.
   */
  public static void check(TestCase testCase, Function<List<SourceText>, List<Diagnostic>> phase)
      throws IOException {
    if (TestData.accepts()) {
      accept(testCase, phase);
      return;
    }
    Map<String, SourceText> texts = byName(testCase.texts());
    List<ExpectedDiagnostic> missing = new ArrayList<>(testCase.expected());
    List<String> unexpected = new ArrayList<>();
    for (Diagnostic diagnostic : phase.apply(testCase.texts())) {
      int line = line(texts, diagnostic);
      if (!removeFirst(missing, diagnostic, line)) {
        unexpected.add(diagnostic.primary().file() + ":" + line + ": " + annotation(diagnostic));
      }
    }
    assertThat(unexpected).as("reported and not expected in " + testCase.file()).isEmpty();
    assertThat(missing).as("expected and not reported in " + testCase.file()).isEmpty();
  }

  private static boolean removeFirst(
      List<ExpectedDiagnostic> missing, Diagnostic diagnostic, int line) {
    for (int i = 0; i < missing.size(); i++) {
      if (missing.get(i).matches(diagnostic, line)) {
        missing.remove(i);
        return true;
      }
    }
    return false;
  }

  private static void accept(TestCase testCase, Function<List<SourceText>, List<Diagnostic>> phase)
      throws IOException {
    String content = Files.readString(testCase.file());
    String fileName = testCase.file().getFileName().toString();
    List<TestCase.Part> parts = TestCase.parts(fileName, content);
    List<SourceText> texts = new ArrayList<>();
    for (TestCase.Part part : parts) {
      texts.add(SourceText.of(part.name(), Annotations.remove(part.text())));
    }
    Map<String, Map<Integer, String>> annotations = annotations(texts, phase.apply(texts));
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      Map<Integer, String> own = annotations.getOrDefault(parts.get(i).name(), Map.of());
      SourceText text = texts.get(i);
      written.append(parts.get(i).header()).append(annotated(text.text(0, text.length()), own));
    }
    Files.writeString(testCase.file(), written);
  }

  /** By file and line, what is to be written behind the line. */
  private static Map<String, Map<Integer, String>> annotations(
      List<SourceText> texts, List<Diagnostic> diagnostics) {
    Map<String, SourceText> named = byName(texts);
    Map<String, Map<Integer, String>> annotations = new HashMap<>();
    for (Diagnostic diagnostic : diagnostics) {
      annotations
          .computeIfAbsent(diagnostic.primary().file(), file -> new TreeMap<>())
          .merge(line(named, diagnostic), annotation(diagnostic), (a, b) -> a + " " + b);
    }
    return annotations;
  }

  private static String annotated(String text, Map<Integer, String> annotations) {
    StringBuilder written = new StringBuilder();
    int line = 0;
    for (String content : text.split("(?<=\n)", -1)) {
      String annotation = annotations.get(++line);
      String bare = content.endsWith("\n") ? content.substring(0, content.length() - 1) : content;
      if (annotation == null) {
        written.append(content);
      } else if (swallows(annotation)) {
        written.append(bare).append('\n').append(annotation.replace("//~", "//~^")).append('\n');
      } else {
        written.append(bare).append(bare.isEmpty() ? "" : " ").append(annotation).append('\n');
      }
    }
    return written.toString();
  }

  /** Whether a comment behind the line would be taken into what is wrong with it. */
  private static boolean swallows(String annotation) {
    return annotation.contains("PK0103")
        || annotation.contains("PK0104")
        || annotation.contains("PK0105");
  }

  private static String annotation(Diagnostic diagnostic) {
    return "//~ " + diagnostic.code().id() + " " + diagnostic.message();
  }

  private static int line(Map<String, SourceText> texts, Diagnostic diagnostic) {
    SourceText text = texts.get(diagnostic.primary().file());
    return text == null ? 0 : text.position(diagnostic.primary().span().start()).line();
  }

  private static Map<String, SourceText> byName(List<SourceText> texts) {
    Map<String, SourceText> named = new HashMap<>();
    texts.forEach(text -> named.put(text.logicalName(), text));
    return named;
  }
}
