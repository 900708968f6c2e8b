package org.pinklang.frontend.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Documentation;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.ModuleName;

/**
 * What a manifest in the form of text says, as written.
 *
 * @param documentation the comment before {@code manifest}
 * @param module the module; null for a program unit, or where the name could not be read
 * @param partition the name after the colon
 * @param annotations those of the whole manifest
 * @param diagnostics every error of the text, in the order of their places
 */
public record ManifestTree(
    @Nullable Documentation documentation,
    @Nullable ModuleName module,
    @Nullable Identifier partition,
    List<Annotation> annotations,
    List<Import> imports,
    List<Entry> entries,
    List<Diagnostic> diagnostics) {

  /** Copies the lists. */
  public ManifestTree {
    annotations = List.copyOf(annotations);
    imports = List.copyOf(imports);
    entries = List.copyOf(entries);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * {@code @name} or {@code @name(argument)}.
   *
   * @param argument the text of a string, or what stands between the parentheses as it is written;
   *     empty where there are none
   */
  public record Annotation(Identifier name, String argument, int start, int end) {}

  /** One import with what stands before it. */
  public record Import(List<Annotation> annotations, ImportDeclaration tree) {

    /** Copies the list. */
    public Import {
      annotations = List.copyOf(annotations);
    }
  }

  /**
   * One declaration with what stands before it.
   *
   * @param tree a function has an empty block for a body, a variable {@code nil} for a value
   * @param unnameable whether {@code private} stands before it
   */
  public record Entry(List<Annotation> annotations, Declaration tree, boolean unnameable) {

    /** Copies the list. */
    public Entry {
      annotations = List.copyOf(annotations);
    }
  }
}
