package org.pinklang.frontend.cost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** A program of modules that import those before them and call their functions. */
final class LayeredProgram {
  private static final int IMPORTS = 5;
  private static final int FUNCTIONS = 10;

  private final List<SourceText> texts = new ArrayList<>();
  private int lines;

  LayeredProgram(int modules) {
    for (int module = 0; module < modules; module++) {
      String text = module(module);
      texts.add(SourceText.of("m" + module + ".pink", text));
      lines += (int) text.lines().count();
    }
  }

  private static String module(int module) {
    StringBuilder text = new StringBuilder("module m%d;\n".formatted(module));
    int imports = Math.min(IMPORTS, module);
    for (int i = 1; i <= imports; i++) {
      text.append("import m%d;\n".formatted(module - i));
    }
    for (int function = 0; function < FUNCTIONS; function++) {
      String others = "s = s + (s & 7) * d;";
      if (imports > 0) {
        int first = module - 1 - function % imports;
        int second = module - 1 - (function + 2) % imports;
        others =
            "s = s + m%d::f%d(s & 255, d - 1) + m%d::f%d(x & 127, d - 2);"
                .formatted(first, function * 7 % FUNCTIONS, second, function * 3 % FUNCTIONS);
      }
      text.append(
          """

          export fn f%d(a: Integer, d: Integer) -> Integer {
              x := (a * %d + d) & 1048575;
              s := %d;
              for j in 0..(x & 7) {
                  s = s + (x ^ (j * %d));
                  if (s > 100000) { s = s & 65535; }
              }
              if (d > 0) { %s }
              else { s = s + (x & 31); }
              return s & 16777215;
          }
          """
              .formatted(function, 3 + module, function * 97, 5 + function, others));
    }
    return text.toString();
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
      OutlineResult outline = Outliner.outline(texts.get(i), trees.get(i));
      outlined.add(new Outlined(texts.get(i), trees.get(i), outline));
    }
    return outlined;
  }

  static List<CheckedUnit> check(List<Outlined> units) {
    Map<UnitName, ManifestAnswer> answers = new LinkedHashMap<>();
    Map<String, List<Manifest>> modules = new LinkedHashMap<>();
    for (Outlined unit : units) {
      Manifest manifest = unit.manifest();
      answers.put(manifest.name(), new ManifestAnswer.Found(manifest));
      modules.put(manifest.module(), List.of(manifest));
    }
    BuildFacts facts = new BuildFacts(new ManifestSet(answers, modules), DataModel.BITS_64);
    List<CheckedUnit> checked = new ArrayList<>(units.size());
    for (Outlined unit : units) {
      checked.add(
          Objects.requireNonNull(
              UnitChecker.check(unit.text(), unit.tree(), unit.outline(), facts).unit()));
    }
    return checked;
  }
}
