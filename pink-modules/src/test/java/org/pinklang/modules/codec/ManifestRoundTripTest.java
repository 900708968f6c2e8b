package org.pinklang.modules.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.fuzz.TextMutator;
import org.pinklang.frontend.generate.GeneratedProgram;
import org.pinklang.frontend.generate.Programs;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.source.SourceText;

/** What is written is read back, and written again to the same bytes. */
class ManifestRoundTripTest {
  private static final int SPOILT_TEXTS = 2_000;

  @Test
  void everyTextOfTheTestdata() throws Exception {
    for (SourceText text : Outlines.testdata()) {
      roundTrip(Outlines.of(text));
    }
  }

  @Test
  void spoiltTexts() throws Exception {
    List<byte[]> seeds = Outlines.testdata().stream().map(SourceText::bytes).toList();
    TextMutator mutator = new TextMutator(seeds, 1);
    for (int i = 0; i < SPOILT_TEXTS; i++) {
      SourceText text = SourceText.ofBytes("spoilt.pink", mutator.next());
      roundTrip(Outlines.of(text));
      roundTrip(Outlines.ofBodiesAsConstants(text));
    }
  }

  /** The body of every function of the testdata, as the value of a constant. */
  @Test
  void everyConstructInConstants() throws Exception {
    for (SourceText text : Outlines.testdata()) {
      roundTrip(Outlines.ofBodiesAsConstants(text));
    }
  }

  @Property(tries = 50)
  void generatedPrograms(@ForAll("programs") GeneratedProgram program) throws Exception {
    for (SourceText text : program.units()) {
      roundTrip(Outlines.of(text));
    }
  }

  @Provide
  Arbitrary<GeneratedProgram> programs() {
    return Programs.valid(60);
  }

  private static void roundTrip(Manifest manifest) throws ManifestFormatException {
    byte[] bytes = ManifestCodec.encode(manifest);
    Manifest decoded = ManifestCodec.decode(bytes, manifest.logicalName());
    assertThat(decoded.kind()).isEqualTo(manifest.kind());
    assertThat(decoded.name()).isEqualTo(manifest.name());
    assertThat(decoded.documentation()).isEqualTo(manifest.documentation());
    assertThat(decoded.imports()).isEqualTo(manifest.imports());
    assertThat(decoded.names()).isEqualTo(manifest.names());
    assertThat(decoded.declarations()).isEqualTo(manifest.declarations());
    assertThat(decoded.sourceHash()).isEqualTo(manifest.sourceHash());
    assertThat(decoded.source().lines()).isEqualTo(manifest.source().lines());
    assertThat(decoded.hashes().interfaceHash()).isEqualTo(manifest.hashes().interfaceHash());
    assertThat(decoded.hashes().moduleHash()).isEqualTo(manifest.hashes().moduleHash());
    for (ManifestDeclaration declaration : manifest.declarations()) {
      assertThat(decoded.hashes().find(declaration.name()))
          .isEqualTo(manifest.hashes().find(declaration.name()));
    }
    assertThat(ManifestCodec.encode(decoded)).isEqualTo(bytes);
  }
}
