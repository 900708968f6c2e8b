package org.pinklang.api;

import java.util.List;
import java.util.stream.Collectors;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;
import org.pinklang.modules.build.BuildCode;
import org.pinklang.modules.codec.DamagedManifestException;

/**
 * Bytes or a text that are no manifest this compiler can read: something else, of another version,
 * cut off, damaged or with errors. The message says which, and what to do.
 */
public final class ManifestFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  ManifestFormatException(org.pinklang.modules.codec.ManifestFormatException cause) {
    super(cause.getMessage(), cause);
    this.diagnostics = List.of();
  }

  ManifestFormatException(DamagedManifestException cause) {
    super(cause.getMessage(), cause);
    this.diagnostics = List.of();
  }

  ManifestFormatException(
      SourceText text, List<org.pinklang.frontend.diagnostic.Diagnostic> diagnostics) {
    this(diagnostics.stream().map(one -> new Diagnostic(one, text)).toList());
  }

  private ManifestFormatException(List<Diagnostic> diagnostics) {
    super(
        diagnostics.stream()
            .map(Diagnostic::toString)
            .collect(Collectors.joining("\n", "the manifest has errors:\n", "")));
    this.diagnostics = diagnostics;
  }

  /** The errors of a text; empty for what was wrong with bytes. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /**
   * What is wrong as diagnostics: the errors of a text, or one about the file that held the bytes.
   *
   * @param file what to call the file that held the bytes
   */
  public List<Diagnostic> diagnostics(String file) {
    if (!diagnostics.isEmpty()) {
      return diagnostics;
    }
    String reason = String.valueOf(getMessage());
    return List.of(
        new Diagnostic(
            org.pinklang.frontend.diagnostic.Diagnostic.of(
                    BuildCode.UNUSABLE_INPUT, file, new Span(0, 0), file, reason)
                .build()));
  }
}
