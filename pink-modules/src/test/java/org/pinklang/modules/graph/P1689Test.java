package org.pinklang.modules.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;

/** The document keeps the rules of the schema in the paper P1689, revision 5. */
class P1689Test {
  private static final Set<String> DOCUMENT = Set.of("version", "revision", "rules");
  private static final Set<String> RULE =
      Set.of("work-directory", "primary-output", "outputs", "provides", "requires");
  private static final Set<String> PROVIDED =
      Set.of(
          "source-path",
          "compiled-module-path",
          "unique-on-source-path",
          "logical-name",
          "is-interface");
  private static final Set<String> REQUIRED =
      Set.of(
          "source-path",
          "compiled-module-path",
          "unique-on-source-path",
          "logical-name",
          "lookup-method");

  private static GraphUnit unit(UnitKind kind, UnitName name, String origin, UnitName... imports) {
    List<ImportEdge> edges =
        Arrays.stream(imports)
            .map(target -> new ImportEdge(target, false, Optional.empty(), Optional.empty()))
            .toList();
    return new GraphUnit(origin, kind, name, origin, GraphUnit.Role.INPUT, edges);
  }

  private static JsonObject document(GraphUnit... units) {
    String json = P1689.write(List.of(units), unit -> unit.logicalName() + ".o");
    JsonObject document = JsonParser.parseString(json).getAsJsonObject();
    checkDocument(document);
    return document;
  }

  private static void checkDocument(JsonObject document) {
    assertThat(DOCUMENT).containsAll(document.keySet());
    assertThat(document.get("version").getAsInt()).isEqualTo(1);
    assertThat(document.get("revision").getAsInt()).isZero();
    for (JsonElement rule : document.getAsJsonArray("rules")) {
      checkRule(rule.getAsJsonObject());
    }
  }

  private static void checkRule(JsonObject rule) {
    assertThat(RULE).containsAll(rule.keySet());
    assertThat(rule.get("primary-output").getAsString()).isNotEmpty();
    checkModules(rule, "provides", PROVIDED);
    checkModules(rule, "requires", REQUIRED);
  }

  private static void checkModules(JsonObject rule, String key, Set<String> members) {
    if (!rule.has(key)) {
      return;
    }
    Set<JsonElement> distinct = new HashSet<>();
    JsonArray modules = rule.getAsJsonArray(key);
    for (JsonElement element : modules) {
      JsonObject module = element.getAsJsonObject();
      assertThat(members).containsAll(module.keySet());
      assertThat(module.get("logical-name").getAsString()).isNotEmpty();
      if (module.has("is-interface")) {
        assertThat(module.get("is-interface").getAsJsonPrimitive().isBoolean()).isTrue();
      }
      assertThat(distinct.add(module)).isTrue();
    }
    assertThat(modules).isNotEmpty();
  }

  private static JsonObject rule(JsonObject document, int index) {
    return document.getAsJsonArray("rules").get(index).getAsJsonObject();
  }

  private static JsonObject provided(JsonObject rule) {
    return rule.getAsJsonArray("provides").get(0).getAsJsonObject();
  }

  private static List<String> required(JsonObject rule) {
    return rule.getAsJsonArray("requires").asList().stream()
        .map(module -> module.getAsJsonObject().get("logical-name").getAsString())
        .toList();
  }

  @Test
  void anInternalPartitionIsNoInterface() {
    UnitName name = new UnitName("m", "p");
    JsonObject document =
        document(
            unit(UnitKind.INTERNAL_PARTITION, name, "m-p.pink"),
            unit(UnitKind.INTERFACE_PARTITION, name, "m-p.pink"));
    assertThat(provided(rule(document, 0)).get("is-interface").getAsBoolean()).isFalse();
    assertThat(provided(rule(document, 1)).get("is-interface").getAsBoolean()).isTrue();
    assertThat(provided(rule(document, 0)).get("logical-name").getAsString()).isEqualTo("m:p");
  }

  @Test
  void anImplementationUnitRequiresItsModuleAndProvidesNothing() {
    UnitName module = UnitName.primary("m");
    JsonObject rule = rule(document(unit(UnitKind.IMPLEMENTATION, module, "m+x.pink", module)), 0);
    assertThat(rule.has("provides")).isFalse();
    assertThat(required(rule)).containsExactly("m");
  }

  @Test
  void whatIsImportedTwiceIsRequiredOnceAndTheUnitItselfNot() {
    UnitName self = UnitName.primary("m");
    UnitName other = UnitName.primary("n");
    JsonObject rule =
        rule(document(unit(UnitKind.PRIMARY_INTERFACE, self, "m.pink", other, self, other)), 0);
    assertThat(required(rule)).containsExactly("n");
  }

  @Test
  void whatIsStrangeInAPathIsEscaped() {
    String path = "a \"quoted\" \\ \u0001\t\u20AC.pink";
    JsonObject rule =
        rule(document(unit(UnitKind.PRIMARY_INTERFACE, UnitName.primary("m"), path)), 0);
    assertThat(rule.get("primary-output").getAsString()).isEqualTo(path + ".o");
    assertThat(provided(rule).get("source-path").getAsString()).isEqualTo(path);
  }

  @Test
  void noUnitsAreADocumentToo() {
    assertThat(document().getAsJsonArray("rules")).isEmpty();
  }
}
