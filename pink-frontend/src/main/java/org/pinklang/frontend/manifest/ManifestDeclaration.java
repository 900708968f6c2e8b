package org.pinklang.frontend.manifest;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.Declaration;

/**
 * One declaration as other units see it. Immutable, safe for any number of threads, compared by
 * value. Of a manifest that was read from bytes the tree is decoded when it is first asked for;
 * racing threads may decode it twice and get equal trees.
 */
public final class ManifestDeclaration {
  private final String name;
  private final DeclarationKind kind;
  private final Visibility visibility;
  private final boolean defined;
  private final boolean nameOnly;
  private final Supplier<Declaration> decoder;
  private volatile @Nullable Declaration tree;

  private ManifestDeclaration(
      String name,
      DeclarationKind kind,
      Visibility visibility,
      boolean defined,
      boolean nameOnly,
      Supplier<Declaration> decoder) {
    this.name = name;
    this.kind = kind;
    this.visibility = visibility;
    this.defined = defined;
    this.nameOnly = nameOnly;
    this.decoder = decoder;
  }

  /**
   * A declaration whose tree is there.
   *
   * @param tree as {@link #tree} says
   */
  static ManifestDeclaration of(
      Declaration tree, Visibility visibility, boolean defined, boolean nameOnly) {
    var identifier = tree.name();
    if (identifier == null) {
      throw new IllegalArgumentException("a malformed declaration has no place in a manifest");
    }
    return lazy(
        identifier.text(), DeclarationKind.of(tree), visibility, defined, nameOnly, () -> tree);
  }

  /**
   * A declaration whose tree is made when it is needed.
   *
   * @param decoder makes equal trees at every call, on any thread
   */
  public static ManifestDeclaration lazy(
      String name,
      DeclarationKind kind,
      Visibility visibility,
      boolean defined,
      boolean nameOnly,
      Supplier<Declaration> decoder) {
    return new ManifestDeclaration(name, kind, visibility, defined, nameOnly, decoder);
  }

  /** The declared name. */
  public String name() {
    return name;
  }

  /** What is declared. */
  public DeclarationKind kind() {
    return kind;
  }

  /** Who may use it. */
  public Visibility visibility() {
    return visibility;
  }

  /** For a function, whether it has a body in its unit; true for all else. */
  public boolean defined() {
    return defined;
  }

  /**
   * Whether this is a private function that leaves its result type out, or a private variable that
   * leaves out its type: other units know its name only, and that it is of this kind.
   */
  public boolean nameOnly() {
    return nameOnly;
  }

  /**
   * The declaration as written, without the body of a function and without the initialiser of a
   * variable (an empty block and a {@code nil} literal stand in their places), every variable as
   * {@code var}. Where other units know the name only, a function has no parameters.
   */
  public Declaration tree() {
    Declaration known = tree;
    if (known == null) {
      known = decoder.get();
      tree = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ManifestDeclaration that
        && name.equals(that.name)
        && kind == that.kind
        && visibility == that.visibility
        && defined == that.defined
        && nameOnly == that.nameOnly
        && tree().equals(that.tree());
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, kind, visibility, defined, nameOnly);
  }

  @Override
  public String toString() {
    return visibility + " " + kind + " " + name;
  }
}
