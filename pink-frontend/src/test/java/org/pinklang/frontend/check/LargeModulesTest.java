package org.pinklang.frontend.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.UnitTree;
import org.pinklang.frontend.type.DataModel;

/** Units of a module with thousands of others ask each of them about nothing they do not use. */
class LargeModulesTest {
  private static final int PARTITIONS = 1_000;

  /** How often the declarations of manifests were asked for a name or for all names. */
  private final AtomicLong questions = new AtomicLong();

  private record Unit(SourceText text, UnitTree tree, OutlineResult outline) {}

  /** The declarations of a manifest, each question counted. */
  private record Counted(Manifest manifest, AtomicLong questions) implements Manifest.Declarations {

    @Override
    public List<String> names() {
      questions.incrementAndGet();
      return manifest.names();
    }

    @Override
    public @Nullable ManifestDeclaration find(String name) {
      questions.incrementAndGet();
      return manifest.find(name);
    }
  }

  private Unit unit(String logicalName, String content) {
    SourceText text = SourceText.of(logicalName, content);
    UnitTree tree = Parser.parse(text).tree();
    OutlineResult outline = Outliner.outline(text, tree);
    Manifest counted =
        outline.manifest().withDeclarations(new Counted(outline.manifest(), questions));
    return new Unit(text, tree, new OutlineResult(counted, outline.diagnostics()));
  }

  /** A module of which each partition has an implementation unit and a user in another module. */
  private List<Unit> module(int partitions) {
    StringBuilder primary = new StringBuilder("module m;\n");
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      int next = (i + 1) % partitions;
      primary.append("export import :p").append(i).append(";\n");
      units.add(
          unit(
              "m-p" + i + ".pink",
              """
              module m:p%1$d;
              import m;
              import :p%2$d;
              export struct S%1$d { value: Integer }
              export fn f%1$d(x: Integer) -> Integer;
              export fn g%1$d(s: S%2$d) -> Integer { h%1$d(s.value) + h%2$d(0) + m::f0(1); }
              fn h%1$d(x: Integer) -> Integer { x; }
              """
                  .formatted(i, next)));
      units.add(
          unit(
              "m+i" + i + ".pink",
              """
              implement m;
              fn f%1$d(x: Integer) -> Integer { local(x) + f%2$d(x); }
              fn local(x: Integer) -> Integer { h%1$d(x); }
              """
                  .formatted(i, next)));
      units.add(
          unit(
              "u" + i + ".pink",
              """
              module u%1$d;
              import m { S%2$d };
              export fn u(s: S%2$d) -> Integer { m::f%1$d(s.value) + m::g%1$d(s); }
              """
                  .formatted(i, next)));
    }
    units.add(unit("m.pink", primary.toString()));
    return units;
  }

  private long questionsOfChecking(List<Unit> units) {
    questions.set(0);
    Map<UnitName, ManifestAnswer> answers = new HashMap<>();
    Map<String, List<Manifest>> modules = new HashMap<>();
    for (Unit unit : units) {
      Manifest manifest = unit.outline().manifest();
      if (manifest.kind().isImportable()) {
        answers.put(manifest.name(), new ManifestAnswer.Found(manifest));
      }
      modules.computeIfAbsent(manifest.module(), name -> new ArrayList<>()).add(manifest);
    }
    BuildFacts facts = new BuildFacts(new ManifestSet(answers, modules), DataModel.BITS_64);
    for (Unit unit : units) {
      CheckResult result = UnitChecker.check(unit.text(), unit.tree(), unit.outline(), facts);
      assertThat(result.diagnostics()).isEmpty();
      result.reads().keySet().forEach(facts.readAnswers()::fingerprint);
    }
    return questions.get();
  }

  @Test
  void fourTimesAsManyUnitsOfAModuleAskFourTimesAsMuch() {
    long few = questionsOfChecking(module(PARTITIONS));
    long many = questionsOfChecking(module(4 * PARTITIONS));
    assertThat(many).isLessThan(5 * few);
  }
}
