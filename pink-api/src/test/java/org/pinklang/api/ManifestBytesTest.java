package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestBytesTest {
  private static final String TEXT =
      """
      // Vectors.
      module math.vector;
      import std.math;

      // A point.
      export struct Point { x: Float, y: Float }
      // Their product.
      export fn dot(a: Point, b: Point) -> Float { a.x * b.x + a.y * b.y; }
      export const origin: Point := Point { x: 0.0, y: 0.0 };
      fn helper() {}
      """;

  private static Manifest manifest() {
    return Compilation.builder()
        .sources(Sources.texts(Map.of("math/vector.pink", TEXT)))
        .build()
        .run()
        .manifests()
        .stream()
        .filter(one -> one.name().equals("math.vector"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aManifestIsReadBackFromItsBytes() {
    Manifest manifest = manifest();
    Manifest read = Manifest.fromBytes(manifest.toBytes());
    assertThat(read.name()).isEqualTo("math.vector");
    assertThat(read.imports()).containsExactly("std.math");
    assertThat(read.documentation()).isEqualTo("Vectors.");
    assertThat(read.interfaceHash()).isEqualTo(manifest.interfaceHash()).hasSize(64);
    assertThat(read.moduleHash()).isEqualTo(manifest.moduleHash());
    assertThat(read.sourceHash()).isEqualTo(manifest.sourceHash());
    assertThat(read.exportedDeclarations()).isEqualTo(manifest.exportedDeclarations());
    assertThat(read.toBytes()).isEqualTo(manifest.toBytes());
  }

  @Test
  void manifestsAreComparedByValue() {
    Manifest manifest = manifest();
    Manifest read = Manifest.fromBytes(manifest.toBytes());
    assertThat(read).isEqualTo(manifest).hasSameHashCodeAs(manifest);
    assertThat(Manifest.fromPinkText(manifest.toPinkText())).isNotEqualTo(manifest);
    assertThat(Manifest.fromPinkText("manifest m;")).isNotEqualTo(manifest);
  }

  @Test
  void exportsAreShownWithTypesAndDocumentation() {
    assertThat(manifest().exportedDeclarations())
        .extracting(
            ExportedDeclaration::kind,
            ExportedDeclaration::text,
            ExportedDeclaration::type,
            ExportedDeclaration::documentation)
        .containsExactly(
            tuple(
                ExportedDeclaration.Kind.STRUCT,
                "struct Point {\n    x: Float,\n    y: Float,\n}",
                "",
                "A point."),
            tuple(
                ExportedDeclaration.Kind.FUNCTION,
                "fn dot(a: Point, b: Point) -> Float;",
                "fn(Point, Point) -> Float",
                "Their product."),
            tuple(
                ExportedDeclaration.Kind.CONSTANT,
                "const origin: Point := Point { x: 0.0, y: 0.0 };",
                "Point",
                ""));
  }

  @Test
  void theSourceTravelsOnRequest() {
    Manifest manifest = manifest();
    Manifest read = Manifest.fromBytes(manifest.toBytesWithSource());
    assertThat(read.toBytesWithSource()).isEqualTo(manifest.toBytesWithSource());
    assertThat(read.toBytes()).isEqualTo(manifest.toBytes());
    assertThatThrownBy(() -> Manifest.fromBytes(manifest.toBytes()).toBytesWithSource())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not at hand");
  }

  @Test
  void aFindingPointsIntoTheTextOfAManifestThatIsNotAtHand() {
    Manifest read = Manifest.fromBytes(manifest().toBytes());
    CompilationResult result =
        Compilation.builder()
            .sources(
                Sources.texts(
                    Map.of(
                        "app.pink",
                        "import math.vector;\nfn main() -> Nil { vector::dot(vector::origin); }\n")))
            .resolver(
                ManifestResolver.firstOf(
                    ManifestResolver.inMemory(List.of(read)), ManifestResolver.singleThreaded()))
            .build()
            .run();
    assertThat(result.diagnostics())
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.toText())
                    .contains("in math/vector.pink:8:11:\n", "= declared here"))
        .satisfies(found -> assertThat(found.toJson()).contains("math/vector.pink:8:11: declared"));
  }

  @Test
  void otherBytesAreRefusedWithAReason() {
    assertThatThrownBy(() -> Manifest.fromBytes(new byte[100]))
        .isInstanceOf(ManifestFormatException.class)
        .hasMessageContaining("no manifest");
    byte[] damaged = manifest().toBytes();
    damaged[damaged.length - 1] ^= 1;
    assertThatThrownBy(() -> Manifest.fromBytes(damaged))
        .isInstanceOf(ManifestFormatException.class)
        .hasMessageContaining("damaged");
  }
}
