package org.pinklang.frontend.manifest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.LineTable;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.ImportDeclaration;

/**
 * What one unit shows to others: a function of its text alone. Immutable, safe for any number of
 * threads, compared by value without regard to the text it was made from.
 *
 * <p>A manifest is made from a text by the {@link Outliner}, or from what an earlier one was
 * written to; the latter decodes a declaration when it is first asked for.
 */
public final class Manifest {
  private final UnitKind kind;
  private final UnitName name;
  private final String logicalName;
  private final String documentation;
  private final List<ImportDeclaration> imports;
  private final Declarations declarations;
  private final Source source;
  private volatile @Nullable ManifestHashes hashes;

  /**
   * A manifest whose hashes are computed when they are asked for.
   *
   * @param kind what kind of unit the text is
   * @param name module and partition; the module is empty for a program unit
   * @param logicalName the logical name of the text, for the positions in the trees
   * @param documentation the comment before the unit declaration; empty for none
   * @param imports as written, with positions
   */
  public Manifest(
      UnitKind kind,
      UnitName name,
      String logicalName,
      String documentation,
      List<ImportDeclaration> imports,
      Declarations declarations,
      Source source) {
    this.kind = kind;
    this.name = name;
    this.logicalName = logicalName;
    this.documentation = documentation;
    this.imports = List.copyOf(imports);
    this.declarations = declarations;
    this.source = source;
  }

  /** This manifest with hashes that were computed before. */
  public Manifest withHashes(ManifestHashes known) {
    Manifest copy = withDeclarations(declarations);
    copy.hashes = known;
    return copy;
  }

  /**
   * This manifest with its declarations looked up in another way.
   *
   * @param equal finds the same names and equal declarations
   */
  public Manifest withDeclarations(Declarations equal) {
    Manifest copy = new Manifest(kind, name, logicalName, documentation, imports, equal, source);
    copy.hashes = hashes;
    return copy;
  }

  /** The declarations of a manifest. Immutable, safe for any number of threads. */
  public interface Declarations {

    /** The declared names, each once, in order of the text. */
    List<String> names();

    /** The declaration of a name; of a name declared twice the first. */
    @Nullable ManifestDeclaration find(String name);

    /** The declarations of a list, of several with the same name the first. */
    static Declarations of(List<ManifestDeclaration> declarations) {
      Map<String, ManifestDeclaration> byName = new LinkedHashMap<>();
      declarations.forEach(one -> byName.putIfAbsent(one.name(), one));
      List<String> names = List.copyOf(byName.keySet());
      return new Declarations() {
        @Override
        public List<String> names() {
          return names;
        }

        @Override
        public @Nullable ManifestDeclaration find(String name) {
          return byName.get(name);
        }
      };
    }
  }

  /** What a manifest knows of the text it was made from. Safe for any number of threads. */
  public interface Source {

    /** The hash of the text's bytes. */
    ContentHash hash();

    /** Where its lines are; those of an empty text where that is not known. */
    default LineTable lines() {
      return LineTable.EMPTY;
    }

    /** The text itself where it is at hand. */
    default @Nullable SourceText text() {
      return null;
    }

    /** Line and column of an offset, the column in Unicode scalar values. */
    default LinePosition position(int offset) {
      return lines().position(offset);
    }
  }

  /** What kind of unit the text is. */
  public UnitKind kind() {
    return kind;
  }

  /** What importers ask for this unit by. */
  public UnitName name() {
    return name;
  }

  /** The module's full name; empty for a program unit. */
  public String module() {
    return name.module();
  }

  /** The partition's name; empty where there is none. */
  public String partition() {
    return name.partition();
  }

  /** The logical name of the text, which the positions in the trees refer to. */
  public String logicalName() {
    return logicalName;
  }

  /** The comment before the unit declaration; empty for none. */
  public String documentation() {
    return documentation;
  }

  /** The imports as written, with positions. */
  public List<ImportDeclaration> imports() {
    return imports;
  }

  /** The declared names, each once, in order of the text. Decodes no declaration. */
  public List<String> names() {
    return declarations.names();
  }

  /** The declaration of a name. */
  public @Nullable ManifestDeclaration find(String name) {
    return declarations.find(name);
  }

  /** All declarations in order of the text. Decodes no tree. */
  public List<ManifestDeclaration> declarations() {
    List<String> names = names();
    List<ManifestDeclaration> all = new ArrayList<>(names.size());
    for (String name : names) {
      all.add(Objects.requireNonNull(find(name)));
    }
    return Collections.unmodifiableList(all);
  }

  /** The text this was made from. */
  public Source source() {
    return source;
  }

  /** The hash of the bytes of the text this was made from. */
  public ContentHash sourceHash() {
    return source.hash();
  }

  /**
   * The hashes of this manifest and its declarations. Computed at the first call, in time linear in
   * the size of all trees; racing threads compute equal ones.
   */
  public ManifestHashes hashes() {
    ManifestHashes known = hashes;
    if (known == null) {
      known = ManifestHasher.hash(this);
      hashes = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Manifest that
        && kind == that.kind
        && name.equals(that.name)
        && logicalName.equals(that.logicalName)
        && documentation.equals(that.documentation)
        && imports.equals(that.imports)
        && declarations().equals(that.declarations());
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, name, logicalName, names());
  }

  @Override
  public String toString() {
    return kind + " " + name.display() + " (" + logicalName + ")";
  }
}
