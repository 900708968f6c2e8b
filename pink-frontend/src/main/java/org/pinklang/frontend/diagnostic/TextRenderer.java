package org.pinklang.frontend.diagnostic;

/**
 * Writes diagnostics for people: a head that tools can find the place in, the lines of source with
 * the places underlined, notes, and the lines as the suggested edits would leave them. Any thread
 * may use it.
 */
public final class TextRenderer {
  private final SourceNames names;
  private final TextStyle style;

  /** Renders diagnostics about the texts that {@code names} knows. */
  public TextRenderer(SourceNames names, TextStyle style) {
    this.names = names;
    this.style = style;
  }

  /** The lines of one diagnostic, the last with a line feed too. */
  public String render(Diagnostic diagnostic) {
    return new Rendering(names, style, diagnostic).text();
  }
}
