package org.pinklang.frontend.diagnostic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pinklang.frontend.source.SourceText;

/** Shows lines as edits that belong together would leave them. */
final class EditPreview {
  private final Excerpt excerpt;
  private final SourceNames names;

  EditPreview(Excerpt excerpt, SourceNames names) {
    this.excerpt = excerpt;
    this.names = names;
  }

  void show(List<SuggestedEdit> edits) {
    Map<String, TreeMap<Integer, List<SuggestedEdit>>> places = new TreeMap<>();
    for (SuggestedEdit edit : edits) {
      SourceText text = names.text(edit.file());
      if (text != null && isWithinLine(text, edit)) {
        places
            .computeIfAbsent(edit.file(), file -> new TreeMap<>())
            .computeIfAbsent(text.line(edit.span().start()), line -> new ArrayList<>())
            .add(edit);
      }
    }
    places.forEach(
        (file, lines) -> {
          SourceText text = names.text(file);
          if (text != null) {
            lines.forEach((line, own) -> changed(text, line, own));
          }
        });
  }

  private static boolean isWithinLine(SourceText text, SuggestedEdit edit) {
    int line = text.line(edit.span().start());
    return edit.span().end() <= text.lineEnd(line) && edit.replacement().indexOf('\n') < 0;
  }

  private void changed(SourceText text, int line, List<SuggestedEdit> edits) {
    edits.sort(Comparator.comparing(SuggestedEdit::span));
    StringBuilder changed = new StringBuilder();
    List<int[]> inserted = new ArrayList<>();
    int at = line == 1 ? text.contentStart() : text.lineStart(line);
    for (SuggestedEdit edit : edits) {
      changed.append(text.text(at, Math.max(at, edit.span().start())));
      int from = length(changed);
      changed.append(edit.replacement());
      inserted.add(new int[] {from, length(changed)});
      at = Math.max(at, edit.span().end());
    }
    changed.append(text.text(at, Math.max(at, text.lineEnd(line))));
    byte[] bytes = changed.toString().getBytes(StandardCharsets.UTF_8);
    DisplayLine shown = new DisplayLine(bytes, 0, bytes.length);
    excerpt.source(String.valueOf(line), shown, 0);
    String signs = signs(shown, inserted);
    if (!signs.isBlank()) {
      excerpt.changes(signs);
    }
  }

  private static int length(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private String signs(DisplayLine shown, List<int[]> inserted) {
    StringBuilder signs = new StringBuilder();
    for (int[] range : inserted) {
      int from = shown.cell(range[0]);
      int to = Math.min(shown.cell(range[1]), excerpt.width());
      signs.append(" ".repeat(Math.max(0, from - signs.length())));
      signs.append("+".repeat(Math.max(0, to - from)));
    }
    return signs.toString();
  }
}
