package org.pinklang.api;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.view.LlvmView;
import org.pinklang.frontend.manifest.DeclarationHashes;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.manifest.Visibility;
import org.pinklang.frontend.manifest.compare.ManifestComparison;
import org.pinklang.frontend.manifest.text.ManifestText;
import org.pinklang.frontend.manifest.text.ParsedManifest;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.modules.codec.DamagedManifestException;
import org.pinklang.modules.codec.EncodedBodies;
import org.pinklang.modules.codec.ManifestCodec;
import org.pinklang.modules.resolve.Resolution;

/**
 * The public face of one unit: what it exports and imports. A function of the unit's text alone, so
 * that it can be kept and given to another compilation; with it come the bodies that the unit
 * offers for inlining, where it was checked. Immutable.
 */
public final class Manifest {
  private final org.pinklang.frontend.manifest.Manifest value;
  private final Optional<EncodedBodies> bodies;

  Manifest(org.pinklang.frontend.manifest.Manifest value, Optional<EncodedBodies> bodies) {
    this.value = value;
    this.bodies = bodies;
  }

  /** The manifest that a resolver of the build has found. */
  static Manifest of(Resolution.Found found) {
    return new Manifest(found.manifest(), found.bodies());
  }

  /** What kind of unit it is; only some kinds can be imported. */
  public UnitKind kind() {
    return value.kind();
  }

  /** The module's full name; empty for a program unit. */
  public String module() {
    return value.module();
  }

  /** The partition's name; empty where there is none. */
  public String partition() {
    return value.partition();
  }

  /** What importers ask for the unit by: {@code m} or {@code m:p}. */
  public String name() {
    return value.name().display();
  }

  /** The names of the units it imports, as written. */
  public List<String> imports() {
    return value.imports().stream().map(this::target).filter(name -> !name.isEmpty()).toList();
  }

  private String target(ImportDeclaration imported) {
    if (imported.module() != null) {
      return imported.module().text();
    }
    return imported.partition() == null
        ? ""
        : new UnitName(value.module(), imported.partition().text()).display();
  }

  /** The names of the exported declarations, in the order of the text. */
  public List<String> exports() {
    return value.declarations().stream()
        .filter(declaration -> declaration.visibility() == Visibility.EXPORTED)
        .map(ManifestDeclaration::name)
        .toList();
  }

  /**
   * What the unit exports, with types and documentation, in the order of the text.
   *
   * @throws ManifestFormatException if this was made {@linkplain #fromBytes from bytes} that turn
   *     out to be damaged
   */
  public List<ExportedDeclaration> exportedDeclarations() {
    try {
      return value.declarations().stream()
          .filter(declaration -> declaration.visibility() == Visibility.EXPORTED)
          .map(declaration -> ExportedDeclaration.of(declaration, hashes(declaration)))
          .toList();
    } catch (DamagedManifestException damage) {
      throw new ManifestFormatException(damage);
    }
  }

  private DeclarationHashes hashes(ManifestDeclaration declaration) {
    return Objects.requireNonNull(value.hashes().find(declaration.name()));
  }

  /**
   * The hash of what other modules can depend on, as 64 hexadecimal digits: kind, name and imports
   * of the unit, and all that is exported or needed by what is. Neither positions, comments and
   * bodies are in it nor the order of declarations.
   */
  public String interfaceHash() {
    return value.hashes().interfaceHash().hex();
  }

  /**
   * The hash of what units of the same module can depend on, as 64 hexadecimal digits: all
   * declarations, the private ones too.
   */
  public String moduleHash() {
    return value.hashes().moduleHash().hex();
  }

  /** The SHA-256 of the bytes of the text this was made from, as 64 hexadecimal digits. */
  public String sourceHash() {
    return value.sourceHash().hex();
  }

  /**
   * The bytes of this, as a {@code .pmi} file holds them: the same for the same text, whatever its
   * path, the thread or the machine. Where the unit was checked they hold, in a part of their own,
   * the bodies that it offers for inlining; those follow from what it imports, too.
   *
   * @throws ManifestFormatException if this was made {@linkplain #fromBytes from bytes} that turn
   *     out to be damaged
   */
  public byte[] toBytes() {
    try {
      return ManifestCodec.encode(value, bodies);
    } catch (DamagedManifestException damage) {
      throw new ManifestFormatException(damage);
    }
  }

  /**
   * As {@link #toBytes()}, with the source text inside.
   *
   * @throws IllegalStateException if the text is not at hand, because this was made from bytes
   *     without it
   */
  public byte[] toBytesWithSource() {
    SourceText text = value.source().text();
    if (text == null) {
      throw new IllegalStateException(
          "the source of " + this + " is not at hand: it was made from bytes that do not hold it");
    }
    try {
      return ManifestCodec.encode(value, text, bodies);
    } catch (DamagedManifestException damage) {
      throw new ManifestFormatException(damage);
    }
  }

  /**
   * A manifest from its bytes. Cheap: declarations are decoded when they are needed.
   *
   * @param bytes copied
   * @throws ManifestFormatException if these are no bytes of a manifest that this compiler can read
   */
  public static Manifest fromBytes(byte[] bytes) {
    return fromBytes(bytes, "unit.pink");
  }

  /**
   * A manifest from its bytes. Cheap: declarations are decoded when they are needed.
   *
   * @param bytes copied
   * @param logicalName what diagnostics call a program or implementation unit, whose name its
   *     manifest does not hold
   * @throws ManifestFormatException if these are no bytes of a manifest that this compiler can read
   */
  public static Manifest fromBytes(byte[] bytes, String logicalName) {
    Arguments.present(bytes, "bytes");
    Arguments.present(logicalName, "logicalName");
    try {
      byte[] own = bytes.clone();
      return new Manifest(ManifestCodec.decode(own, logicalName), ManifestCodec.decodeBodies(own));
    } catch (org.pinklang.modules.codec.ManifestFormatException refused) {
      throw new ManifestFormatException(refused);
    }
  }

  /** The comment before the unit declaration; empty for none. */
  public String documentation() {
    return value.documentation();
  }

  /**
   * This as text that people read and write, and that {@link #fromPinkText} reads: the same for
   * equal manifests. Without positions.
   *
   * @throws ManifestFormatException if this was made from bytes that turn out to be damaged
   */
  public String toPinkText() {
    return toPinkText(false);
  }

  /**
   * This as text.
   *
   * @param positions whether it says where imports and declarations stand in their source
   * @throws ManifestFormatException if this was made from bytes that turn out to be damaged
   */
  public String toPinkText(boolean positions) {
    return deeply(
        () -> positions ? ManifestText.printWithPositions(value) : ManifestText.print(value));
  }

  /**
   * A manifest from its text.
   *
   * @throws ManifestFormatException if there are errors in the text
   */
  public static Manifest fromPinkText(String text) {
    return fromPinkText("unit.manifest", text);
  }

  /**
   * A manifest from its text.
   *
   * @param name what diagnostics call the text; also what a program or implementation unit is
   *     called that does not say it
   * @throws ManifestFormatException if there are errors in the text
   */
  public static Manifest fromPinkText(String name, String text) {
    SourceText source =
        SourceText.of(Arguments.present(name, "name"), Arguments.present(text, "text"));
    ParsedManifest parsed = DeepStack.call(() -> ManifestText.parse(source));
    if (!parsed.diagnostics().isEmpty()) {
      throw new ManifestFormatException(source, parsed.diagnostics());
    }
    return new Manifest(parsed.manifest(), Optional.empty());
  }

  /**
   * The exports as declarations of LLVM's assembly language, for this machine. What follows from
   * types of other units is left open. LLVM is not loaded.
   *
   * @throws ManifestFormatException if this was made from bytes that turn out to be damaged
   */
  public String toLlvmIr() {
    return toLlvmIr(Target.host());
  }

  /** As {@link #toLlvmIr()}, for any target. */
  public String toLlvmIr(Target target) {
    Arguments.present(target, "target");
    return deeply(() -> LlvmView.of(value, target.description()));
  }

  /**
   * What changed since an older manifest of the same unit, and whose uses break.
   *
   * @throws IllegalArgumentException if the other is of another module or partition
   * @throws ManifestFormatException if one was made from bytes that turn out to be damaged
   */
  public ManifestComparison compareTo(Manifest older) {
    Arguments.present(older, "older");
    return deeply(() -> ManifestComparison.between(older.value, value));
  }

  private static <T> T deeply(Supplier<T> work) {
    try {
      return DeepStack.call(work);
    } catch (DamagedManifestException damage) {
      throw new ManifestFormatException(damage);
    }
  }

  org.pinklang.frontend.manifest.Manifest value() {
    return value;
  }

  /** The same as a resolver of the build answers it. */
  Resolution.Found found() {
    return new Resolution.Found(value, bodies);
  }

  /**
   * Whether the other is a manifest of the same text, with the same bytes but for what the unit
   * offers for inlining; a damaged one equals only itself.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof Manifest that) || !sourceHash().equals(that.sourceHash())) {
      return false;
    }
    try {
      return Arrays.equals(ManifestCodec.encode(value), ManifestCodec.encode(that.value));
    } catch (DamagedManifestException damage) {
      return false;
    }
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind(), name(), sourceHash());
  }

  @Override
  public String toString() {
    return name();
  }
}
