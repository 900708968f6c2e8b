package org.pinklang.benchmarks.parts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pinklang.benchmarks.generated.GeneratedProgram;
import org.pinklang.benchmarks.generated.PinkText;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.ManifestAnswer;
import org.pinklang.frontend.check.ManifestSet;
import org.pinklang.frontend.check.UnitChecker;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.UnitTree;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.typed.CheckedUnit;

/**
 * The modules of a generated program, but for the one with {@code main}, and what the front end
 * makes of them. Each phase can be asked for again, so that it can be measured; none keeps what it
 * gives.
 */
final class ProgramUnits {
  /** As many as take a phase some milliseconds. */
  static final int MODULES = 100;

  private final List<SourceText> texts = new ArrayList<>();
  private final int bytes;
  private final int lines;

  ProgramUnits(int modules) {
    PinkText language = new PinkText();
    int size = 0;
    int lineCount = 0;
    for (Map.Entry<String, String> file :
        language.files(new GeneratedProgram(modules)).entrySet()) {
      if (!file.getKey().equals("main.pink")) {
        SourceText text = SourceText.of(file.getKey(), file.getValue());
        texts.add(text);
        size += text.length();
        lineCount += (int) file.getValue().lines().count();
      }
    }
    this.bytes = size;
    this.lines = lineCount;
  }

  /** A module that was parsed and outlined. */
  record Outlined(SourceText text, UnitTree tree, OutlineResult outline) {
    Manifest manifest() {
      return outline.manifest();
    }
  }

  List<SourceText> texts() {
    return texts;
  }

  int bytes() {
    return bytes;
  }

  int lines() {
    return lines;
  }

  List<UnitTree> parse() {
    List<UnitTree> trees = new ArrayList<>(texts.size());
    for (SourceText text : texts) {
      trees.add(Parser.parse(text).tree());
    }
    return trees;
  }

  List<Outlined> outline(List<UnitTree> trees) {
    List<Outlined> outlined = new ArrayList<>(trees.size());
    for (int i = 0; i < trees.size(); i++) {
      SourceText text = texts.get(i);
      UnitTree tree = trees.get(i);
      outlined.add(new Outlined(text, tree, Outliner.outline(text, tree)));
    }
    return outlined;
  }

  static List<Manifest> manifests(List<Outlined> units) {
    return units.stream().map(Outlined::manifest).toList();
  }

  /** What is shared by checking all units once. */
  static BuildFacts facts(List<Outlined> units) {
    Map<UnitName, ManifestAnswer> answers = new LinkedHashMap<>();
    Map<String, List<Manifest>> modules = new LinkedHashMap<>();
    for (Manifest manifest : manifests(units)) {
      answers.put(manifest.name(), new ManifestAnswer.Found(manifest));
      modules.put(manifest.module(), List.of(manifest));
    }
    return new BuildFacts(new ManifestSet(answers, modules), DataModel.BITS_64);
  }

  static List<CheckedUnit> check(List<Outlined> units) {
    BuildFacts facts = facts(units);
    List<CheckedUnit> checked = new ArrayList<>(units.size());
    for (Outlined unit : units) {
      checked.add(
          Objects.requireNonNull(
              UnitChecker.check(unit.text(), unit.tree(), unit.outline(), facts).unit()));
    }
    return checked;
  }
}
