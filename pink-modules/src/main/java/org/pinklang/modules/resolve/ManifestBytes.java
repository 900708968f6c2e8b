package org.pinklang.modules.resolve;

import java.util.List;
import java.util.Optional;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.text.ManifestText;
import org.pinklang.frontend.manifest.text.ParsedManifest;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.modules.codec.EncodedBodies;
import org.pinklang.modules.codec.ManifestCodec;
import org.pinklang.modules.codec.ManifestFormatException;

/** What the bytes of a file turn out to be: a manifest, binary or as text, or something else. */
public sealed interface ManifestBytes {

  /** What is said of bytes that are no manifest at all. */
  String NO_MANIFEST =
      "it does not begin like a manifest; write it with `pink build --emit manifest`";

  /** A manifest, and what its unit offers for inlining where that is there, too. */
  record Readable(Manifest manifest, Optional<EncodedBodies> bodies) implements ManifestBytes {}

  /** A manifest that cannot be used; {@code detail} is a sentence without its full stop. */
  record Broken(Remark.Kind kind, String detail) implements ManifestBytes {}

  /** The form of the bytes, told by how they begin. */
  enum Form {
    /** A binary manifest, or what is left of one. */
    BINARY,
    /** A manifest as text. */
    TEXT,
    /** Something else, such as a source. */
    OTHER
  }

  /** The form that bytes seem to have. */
  static Form formOf(byte[] bytes) {
    if (bytes.length > 0 && (bytes[0] & 0xff) == 0x89) {
      return Form.BINARY;
    }
    return ManifestText.isManifest(SourceText.ofBytes("", bytes)) ? Form.TEXT : Form.OTHER;
  }

  /**
   * Reads a binary manifest. Its declarations are decoded when they are asked for.
   *
   * @param logicalName what a unit is called whose name does not say it
   * @param decoded called for each declaration that is decoded
   */
  static ManifestBytes readBinary(byte[] bytes, String logicalName, Runnable decoded) {
    try {
      return new Readable(
          ManifestCodec.decode(bytes, logicalName, decoded), ManifestCodec.decodeBodies(bytes));
    } catch (ManifestFormatException e) {
      Remark.Kind kind =
          switch (e.reason()) {
            case OTHER_FORMAT_VERSION, OTHER_LANGUAGE_VERSION -> Remark.Kind.OTHER_VERSION;
            case NOT_A_MANIFEST, TRUNCATED, DAMAGED -> Remark.Kind.DAMAGED;
          };
      return new Broken(kind, String.valueOf(e.getMessage()));
    }
  }

  /** Reads a file that has to be a manifest, in whatever form; needs a large stack. */
  static ManifestBytes read(byte[] bytes, String logicalName) {
    return switch (formOf(bytes)) {
      case BINARY -> readBinary(bytes, logicalName, () -> {});
      case TEXT -> readText(bytes, logicalName);
      case OTHER -> new Broken(Remark.Kind.DAMAGED, NO_MANIFEST);
    };
  }

  /** Reads a manifest as text; needs a large stack. */
  static ManifestBytes readText(byte[] bytes, String logicalName) {
    SourceText text = SourceText.ofBytes(logicalName, bytes);
    ParsedManifest parsed = ManifestText.parse(text);
    List<Diagnostic> errors = parsed.diagnostics();
    if (errors.isEmpty()) {
      return new Readable(parsed.manifest(), Optional.empty());
    }
    Diagnostic first = errors.getFirst();
    return new Broken(
        Remark.Kind.DAMAGED,
        "line %d: %s".formatted(text.line(first.primary().span().start()), first.message()));
  }
}
