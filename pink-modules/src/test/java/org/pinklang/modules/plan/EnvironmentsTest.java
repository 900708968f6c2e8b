package org.pinklang.modules.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.check.ManifestAnswer;
import org.pinklang.frontend.check.ManifestSet;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.NamedModules;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.SourceText;

class EnvironmentsTest {
  private static final String BOTTOM = "module bottom; export fn f(x: Integer) -> Integer { x; }";
  private static final String OTHER = "module bottom; export fn f(x: Byte) -> Integer { 1; }";
  private static final String TOP = "module top; import middle; export fn t() -> Nil {}";

  private static Manifest manifest(String text) {
    SourceText source = SourceText.of(text.split("[ ;]")[1] + ".pink", text);
    return Outliner.outline(source, Parser.parse(source).tree()).manifest();
  }

  private static ContentHash environment(
      String unit, Set<String> faulty, Function<Manifest, Set<String>> named, String... texts) {
    Map<UnitName, ManifestAnswer> answers = new HashMap<>();
    Map<String, List<Manifest>> modules = new HashMap<>();
    for (String text : texts) {
      Manifest manifest = manifest(text);
      answers.put(manifest.name(), new ManifestAnswer.Found(manifest));
      modules.computeIfAbsent(manifest.module(), module -> new ArrayList<>()).add(manifest);
    }
    ManifestSet set = new ManifestSet(answers, modules);
    return new Environments(set, faulty, named).of(modules.get(unit).get(0));
  }

  private static ContentHash environment(String unit, String... texts) {
    return environment(unit, Set.of(), NamedModules::of, texts);
  }

  /** Whether the top module's surroundings change with the signature at the bottom. */
  private static boolean reachesTop(String middle) {
    return !environment("top", TOP, middle, BOTTOM).equals(environment("top", TOP, middle, OTHER));
  }

  @Test
  void whatIsImportedForBodiesAloneIsNothingToImporters() {
    String middle = "module middle; import bottom; export fn g() -> Integer { bottom::f(1); }";
    assertThat(reachesTop(middle)).isFalse();
    assertThat(environment("middle", TOP, middle, BOTTOM))
        .isNotEqualTo(environment("middle", TOP, middle, OTHER));
  }

  @Test
  void whatDeclarationsNameReachesImporters() {
    assertThat(reachesTop("module middle; import bottom; export fn g(x: bottom::S) -> Nil {}"))
        .isTrue();
    assertThat(reachesTop("module middle; import bottom as b; export const c := b::c;")).isTrue();
    assertThat(reachesTop("module middle; import bottom { S }; export struct T { s: *S }"))
        .isTrue();
    assertThat(reachesTop("module middle; import bottom; struct T { s: [Byte; bottom::c] }"))
        .isTrue();
  }

  @Test
  void whatIsShownAgainReachesImporters() {
    assertThat(reachesTop("module middle; export import bottom;")).isTrue();
    assertThat(reachesTop("module middle; export import bottom { f };")).isTrue();
  }

  @Test
  void circlesAreOneSurrounding() {
    String middle = "module middle; import bottom; import side; export fn g(s: side::S) -> Nil {}";
    String side = "module side; import middle; import bottom; export struct S { f: bottom::S }";
    assertThat(environment("top", TOP, middle, side, BOTTOM))
        .isNotEqualTo(environment("top", TOP, middle, side, OTHER));
  }

  @Test
  void whereBodiesAreTakenEverythingThatIsImportedCounts() {
    String middle = "module middle; import bottom; export fn g() -> Integer { bottom::f(1); }";
    assertThat(environment("top", Set.of(), NamedModules::imported, TOP, middle, BOTTOM))
        .isNotEqualTo(environment("top", Set.of(), NamedModules::imported, TOP, middle, OTHER));
  }

  @Test
  void ofATextWithErrorsEveryByteCounts() {
    String middle = "module middle; export fn g() -> Integer { 1; }";
    Set<String> faulty = Set.of("middle.pink");
    assertThat(environment("top", faulty, NamedModules::of, TOP, middle))
        .isNotEqualTo(environment("top", faulty, NamedModules::of, TOP, middle + " "));
    assertThat(environment("top", TOP, middle)).isEqualTo(environment("top", TOP, middle + " "));
  }
}
