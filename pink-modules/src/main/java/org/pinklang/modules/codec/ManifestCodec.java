package org.pinklang.modules.codec;

import java.util.Optional;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.SourceText;

/**
 * Writes manifests to bytes and reads them back, lazily and safely. Pure functions that any thread
 * may call; the depth of trees costs no stack.
 */
public final class ManifestCodec {
  private static final Runnable UNCOUNTED = () -> {};

  private ManifestCodec() {}

  /**
   * The bytes of a manifest: the same for the same text, whatever its logical name, the thread or
   * the machine, and whether the manifest was made from the text or from such bytes.
   */
  public static byte[] encode(Manifest manifest) {
    return new ManifestEncoder(manifest).encode(null, null);
  }

  /** As {@link #encode(Manifest)}, with the bodies that the unit offers in a part of their own. */
  public static byte[] encode(Manifest manifest, Optional<EncodedBodies> bodies) {
    return new ManifestEncoder(manifest).encode(null, bodies.orElse(null));
  }

  /**
   * As {@link #encode(Manifest)}, with the text in a part of its own.
   *
   * @throws IllegalArgumentException if the manifest was not made from this text
   */
  public static byte[] encode(Manifest manifest, SourceText text) {
    return encode(manifest, text, Optional.empty());
  }

  /**
   * As {@link #encode(Manifest, SourceText)}, with the bodies that the unit offers.
   *
   * @throws IllegalArgumentException if the manifest was not made from this text
   */
  public static byte[] encode(Manifest manifest, SourceText text, Optional<EncodedBodies> bodies) {
    if (!ContentHash.of(text.bytes()).equals(manifest.sourceHash())) {
      throw new IllegalArgumentException("the manifest was not made from this text");
    }
    return new ManifestEncoder(manifest).encode(text, bodies.orElse(null));
  }

  /**
   * The manifest that some bytes hold. Checks versions, checksums and the index, and decodes no
   * declaration: that happens when the tree of one is first asked for, and costs what that tree
   * costs. An embedded text is the {@code text()} of the manifest's source.
   *
   * @param bytes kept, so that the caller must not change them afterwards
   * @param logicalName what the unit is called where its name does not say: that of a program or
   *     implementation unit
   * @throws ManifestFormatException if these are no bytes of a manifest this compiler can read. A
   *     declaration that turns out not to be well-formed when it is decoded is a {@link
   *     DamagedManifestException} from {@code ManifestDeclaration.tree()}
   */
  public static Manifest decode(byte[] bytes, String logicalName) throws ManifestFormatException {
    return decode(bytes, logicalName, UNCOUNTED);
  }

  /**
   * The bodies that the unit of a manifest offers; empty where the bytes have no part for them. The
   * part is looked at when somebody takes a body: what is not well-formed is as good as not there.
   *
   * @param bytes kept, so that the caller must not change them afterwards
   * @throws ManifestFormatException if these are no bytes of a manifest this compiler can read
   */
  public static Optional<EncodedBodies> decodeBodies(byte[] bytes) throws ManifestFormatException {
    Container container = Container.open(bytes);
    return container.find(Part.BODIES) == null
        ? Optional.empty()
        : Optional.of(EncodedBodies.read(() -> container.read(Part.BODIES)));
  }

  /**
   * As {@link #decode(byte[], String)}.
   *
   * @param decoded called before the tree of a declaration is decoded, on the thread that asks for
   *     it
   */
  public static Manifest decode(byte[] bytes, String logicalName, Runnable decoded)
      throws ManifestFormatException {
    Container container = Container.open(bytes);
    try {
      return new ManifestDecoder(container, logicalName, decoded).decode();
    } catch (DamagedManifestException damage) {
      throw new ManifestFormatException(damage);
    }
  }
}
