package org.pinklang.modules.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.modules.codec.ManifestFormatException.Reason;

/** What the bytes of a manifest look like, and what is said of others. */
class ManifestFormatTest {
  private static final String FIXTURE =
      """
      // Vectors in the plane.
      module math.vector;
      import std.math as m { sqrt };
      export import :shapes;

      // A point.
      export struct Point {
          // To the right.
          x: Float,
          y: Float,
      }

      export opaque struct Handle { inner: *?Hidden, tags: [Byte; count * 2] }
      struct Hidden { size: Integer }
      const count := 0x10;
      export union Shape { none, circle: (Point, Float) }
      export extern fn printf(format: *Byte, ...) -> Integer32;
      export inline fn length(p: *[]Point, f: fn(Point) -> m::Real) -> Float { sqrt(p.x); }
      export fn later();
      export var drawn: Integer := 1;
      export const table: [Integer; 3] := [-1, 'a' as Integer, if (true) { 2; } else { 3; }];
      export const name: *[]Byte := "ü\\xFF"[0..2];
      fn inferred(x: Integer) { x; }
      """;

  private static Manifest fixture() {
    return Outlines.of(SourceText.of("math/vector.pink", FIXTURE));
  }

  /** Whoever changes this hash changes the format: its version has to grow. */
  @Test
  void theBytesOfAFixtureAreThoseOfFormatVersionOne() {
    assertThat(Format.FORMAT_VERSION).isEqualTo(1);
    assertThat(ContentHash.of(ManifestCodec.encode(fixture())).hex())
        .isEqualTo("24062531d17122a6a5ccb59e48b75b982aef38a4e396451cc41e1fe30854c9e9");
  }

  @Test
  void neitherTheLogicalNameNorTheWayItWasMadeIsInTheBytes() throws Exception {
    byte[] bytes = ManifestCodec.encode(fixture());
    assertThat(ManifestCodec.encode(Outlines.of(SourceText.of("elsewhere.pink", FIXTURE))))
        .isEqualTo(bytes);
    assertThat(ManifestCodec.encode(ManifestCodec.decode(bytes, "x.pink"))).isEqualTo(bytes);
  }

  @Test
  void theLogicalNameFollowsFromTheNameWhereItCan() throws Exception {
    assertThat(ManifestCodec.decode(ManifestCodec.encode(fixture()), "x.pink").logicalName())
        .isEqualTo("math/vector.pink");
    byte[] program = ManifestCodec.encode(Outlines.of("fn main() {}"));
    assertThat(ManifestCodec.decode(program, "x.pink").logicalName()).isEqualTo("x.pink");
  }

  @Test
  void anEmbeddedTextIsReadBack() throws Exception {
    SourceText text = SourceText.of("math/vector.pink", FIXTURE);
    Manifest decoded = ManifestCodec.decode(ManifestCodec.encode(Outlines.of(text), text), "");
    SourceText embedded = decoded.source().text();
    assertThat(embedded).isNotNull();
    assertThat(embedded.logicalName()).isEqualTo("math/vector.pink");
    assertThat(embedded.bytes()).isEqualTo(text.bytes());
    assertThat(ManifestCodec.decode(ManifestCodec.encode(decoded), "").source().text()).isNull();
  }

  /** The part that only units of the same module read says nothing to the others. */
  @Test
  void privateDeclarationsAreNotInTheInterfacePart() {
    byte[] bytes = ManifestCodec.encode(fixture());
    byte[] more =
        ManifestCodec.encode(Outlines.of(FIXTURE + "fn another(x: Hidden) -> Point {}\n"));
    assertThat(section(more, Part.INTERFACE)).isEqualTo(section(bytes, Part.INTERFACE));
    assertThat(section(more, Part.MODULE)).isNotEqualTo(section(bytes, Part.MODULE));
  }

  @Test
  void commentsAreOnlyInTheirOwnPartAndInPositions() {
    byte[] bytes = ManifestCodec.encode(fixture());
    byte[] other = ManifestCodec.encode(Outlines.of(FIXTURE.replace("A point", "Some point")));
    assertThat(section(other, Part.INTERFACE)).isEqualTo(section(bytes, Part.INTERFACE));
    assertThat(section(other, Part.MODULE)).isEqualTo(section(bytes, Part.MODULE));
    assertThat(section(other, Part.DOCUMENTATION)).isNotEqualTo(section(bytes, Part.DOCUMENTATION));
  }

  @Test
  void otherBytesAreRefusedForTheirReason() {
    byte[] bytes = ManifestCodec.encode(fixture());
    assertThat(refusal(FIXTURE.getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.NOT_A_MANIFEST);
    assertThat(refusal(new byte[0])).isEqualTo(Reason.NOT_A_MANIFEST);
    assertThat(refusal(with(bytes, 8, 2))).isEqualTo(Reason.OTHER_FORMAT_VERSION);
    assertThat(refusal(with(bytes, 10, 7))).isEqualTo(Reason.OTHER_LANGUAGE_VERSION);
    assertThat(refusal(with(bytes, 12, 3))).isEqualTo(Reason.DAMAGED);
    assertThat(refusal(with(bytes, bytes.length - 1, 0xFF))).isEqualTo(Reason.DAMAGED);
    assertThat(refusal(Arrays.copyOf(bytes, bytes.length + 1))).isEqualTo(Reason.DAMAGED);
  }

  @Test
  void everyBeginningOfAManifestIsTruncated() {
    byte[] bytes = ManifestCodec.encode(fixture());
    for (int length = 1; length < bytes.length; length++) {
      assertThat(refusal(Arrays.copyOf(bytes, length))).isEqualTo(Reason.TRUNCATED);
    }
  }

  @Test
  void everyFlippedBitIsNoticed() {
    byte[] bytes = ManifestCodec.encode(fixture());
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(refusal(flipped)).isNotNull();
    }
  }

  @Test
  void anUnknownPartThatIsOptionalIsLeftAlone() throws Exception {
    byte[] bytes = ManifestCodec.encode(fixture());
    Manifest decoded = ManifestCodec.decode(withPart(bytes, Part.FIRST_OPTIONAL), "");
    assertThat(ManifestCodec.encode(decoded)).isEqualTo(bytes);
    assertThat(refusal(withPart(bytes, Part.FIRST_OPTIONAL - 1))).isEqualTo(Reason.DAMAGED);
  }

  private static Reason refusal(byte[] bytes) {
    return catchThrowableOfType(
            ManifestFormatException.class, () -> ManifestCodec.decode(bytes, "x.pink"))
        .reason();
  }

  private static byte[] with(byte[] bytes, int at, int value) {
    byte[] changed = bytes.clone();
    changed[at] = (byte) value;
    return changed;
  }

  private static byte[] section(byte[] bytes, Part part) {
    return ManifestMutator.sections(bytes).stream()
        .filter(section -> section.tag() == part.tag())
        .findFirst()
        .orElseThrow()
        .content();
  }

  private static byte[] withPart(byte[] bytes, int tag) {
    var sections = ManifestMutator.sections(bytes);
    sections.add(new ManifestMutator.Section(tag, new byte[] {1, 2, 3}));
    return ManifestMutator.assemble(sections);
  }
}
