package org.pinklang.modules.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * What a pack is called: at random, so that no two are called the same, whoever makes them.
 *
 * @param text 32 lower-case hexadecimal digits
 */
record PackName(String text) {
  private static final String PACK = ".pack";
  private static final String INDEX = ".index";
  private static final Pattern FILE = Pattern.compile("[0-9a-f]{32}\\.pack");

  static PackName random() {
    return new PackName(UUID.randomUUID().toString().replace("-", ""));
  }

  /** The name of the pack that a file is, if it is one. */
  static Optional<PackName> of(Path file) {
    String name = String.valueOf(file.getFileName());
    return FILE.matcher(name).matches()
        ? Optional.of(new PackName(name.substring(0, name.length() - PACK.length())))
        : Optional.empty();
  }

  /** The pack whose index a file is, if it is one. */
  static Optional<PackName> ofIndex(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(INDEX)
        ? of(file.resolveSibling(name.substring(0, name.length() - INDEX.length()) + PACK))
        : Optional.empty();
  }

  /** The file of the pack. */
  Path pack(Path folder) {
    return folder.resolve(text + PACK);
  }

  /** The file that says where entries of the pack are. */
  Path index(Path folder) {
    return folder.resolve(text + INDEX);
  }

  /** A CRC-32C that is right for this pack only. */
  int checksum(ByteBuffer bytes) {
    CRC32C sum = new CRC32C();
    sum.update(text.getBytes(StandardCharsets.US_ASCII));
    sum.update(bytes);
    return (int) sum.getValue();
  }
}
