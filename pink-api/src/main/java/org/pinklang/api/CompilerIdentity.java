package org.pinklang.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.pinklang.frontend.source.ContentHash;

/**
 * What tells this compiler from every other: a hash of its classes and of LLVM's version, made when
 * it is built, so that nobody takes what another compiler made for its own.
 */
final class CompilerIdentity {
  /** The resource with the hash, beside this class. */
  static final String RESOURCE = "compiler-identity";

  private static final ContentHash HASH = read();

  private CompilerIdentity() {}

  /** The hash; without a build by Maven one that no other process has. */
  static ContentHash hash() {
    return HASH;
  }

  private static ContentHash read() {
    try (InputStream resource = CompilerIdentity.class.getResourceAsStream(RESOURCE)) {
      byte[] content =
          resource == null
              ? UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8)
              : resource.readAllBytes();
      return ContentHash.of(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
