package org.pinklang.modules.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.modules.codec.DamagedManifestException;
import org.pinklang.modules.codec.ManifestCodec;
import org.pinklang.modules.resolve.Resolution;
import org.pinklang.modules.resolve.Resolvers;

/**
 * A manifest whose checksums are right and whose content is not ends no build with an exception.
 */
class HostileManifestTest {
  private static final int HEAD = 14;
  private static final int ENTRY = 14;
  private static final int BUILDS = 400;

  private static final byte[] SOUND =
      ManifestCodec.encode(
          Project.manifestOf(
              """
              module b;
              export struct Pair { x: Integer, y: [count]Integer, }
              const count: Integer := 2 + 1;
              export fn f(pair: *Pair, n: Integer) -> Integer { pair.x + n; }
              export var total: Integer := 0;
              """));

  /** Changes one byte of a part and makes all checksums right again. */
  private static byte[] spoilt(Random random) {
    byte[] bytes = SOUND.clone();
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int parts = file.getShort(HEAD - 2);
    int content = HEAD + parts * ENTRY + 4;
    bytes[content + random.nextInt(bytes.length - content)] = (byte) random.nextInt();
    for (int i = 0; i < parts; i++) {
      int entry = HEAD + i * ENTRY;
      file.putInt(entry + 10, checksum(bytes, file.getInt(entry + 2), file.getInt(entry + 6)));
    }
    file.putInt(content - 4, checksum(bytes, 0, content - 4));
    return bytes;
  }

  private static int checksum(byte[] bytes, int start, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, start, length);
    return (int) checksum.getValue();
  }

  @Test
  void everySpoiltManifestGivesDiagnosticsOnly() {
    Map<String, Integer> codes = new HashMap<>();
    int damaged = 0;
    for (int seed = 0; seed < BUILDS; seed++) {
      try (Project project = new Project()) {
        project
            .file(
                "main.pink",
                """
                import b;
                fn main() -> Integer {
                  p := b::Pair{ x: 1, y: [1, 2, 3] };
                  b::f(&p, b::total) + p.y[2];
                }
                """)
            .bytes("out/b.pmi", spoilt(new Random(seed)))
            .input("main.pink")
            .resolver(Resolvers.files(List.of(project.path("out"))));
        BuildResult result = project.build();
        for (Diagnostic diagnostic : result.diagnostics()) {
          codes.merge(diagnostic.code().id(), 1, Integer::sum);
        }
        damaged += damaged(result);
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    assertThat(codes).containsKeys("PK0712", "PK0717");
    assertThat(damaged).as("declarations found damaged after the build").isPositive();
  }

  /** How many declarations are damaged, each in the way that is documented. */
  private static int damaged(BuildResult result) {
    int damaged = 0;
    for (Resolution.Found found : result.manifests().values()) {
      Manifest manifest = found.manifest();
      for (ManifestDeclaration declaration : manifest.declarations()) {
        try {
          declaration.tree();
        } catch (DamagedManifestException damage) {
          assertThat(damage).hasMessageContaining("the manifest is damaged");
          damaged++;
        }
      }
    }
    return damaged;
  }
}
