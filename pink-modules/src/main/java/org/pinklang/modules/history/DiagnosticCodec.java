package org.pinklang.modules.history;

import java.util.List;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.diagnostic.Label;
import org.pinklang.frontend.diagnostic.SuggestedEdit;

/** Diagnostics and edits in records. */
final class DiagnosticCodec {
  private final DiagnosticCodes codes;

  DiagnosticCodec(DiagnosticCodes codes) {
    this.codes = codes;
  }

  void write(RecordWriter out, Diagnostic diagnostic) {
    out.text(diagnostic.code().id());
    out.list(diagnostic.arguments(), out::text);
    write(out, diagnostic.primary());
    out.list(diagnostic.secondary(), label -> write(out, label));
    out.list(diagnostic.notes(), out::text);
    out.list(diagnostic.edits(), edit -> write(out, edit));
  }

  private static void write(RecordWriter out, Label label) {
    out.text(label.file());
    out.span(label.span());
    out.text(label.text());
  }

  static void write(RecordWriter out, SuggestedEdit edit) {
    out.text(edit.file());
    out.span(edit.span());
    out.text(edit.replacement());
    out.text(edit.description());
  }

  Diagnostic read(RecordReader in) {
    String id = in.text();
    DiagnosticCode code =
        codes.find(id).orElseThrow(() -> new MalformedRecordException("there is no code " + id));
    List<String> arguments = in.list(in::text);
    Label primary = readLabel(in);
    List<Label> secondary = in.list(() -> readLabel(in));
    List<String> notes = in.list(in::text);
    return new Diagnostic(code, arguments, primary, secondary, notes, in.list(() -> readEdit(in)));
  }

  private static Label readLabel(RecordReader in) {
    return new Label(in.text(), in.span(), in.text());
  }

  static SuggestedEdit readEdit(RecordReader in) {
    return new SuggestedEdit(in.text(), in.span(), in.text(), in.text());
  }
}
