package org.pinklang.frontend.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.CheckResult;
import org.pinklang.frontend.check.ManifestAnswer;
import org.pinklang.frontend.check.ManifestSet;
import org.pinklang.frontend.check.UnitChecker;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.parse.ParseResult;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.typed.CheckedUnit;

/**
 * The texts of one program through the whole front end, as a build does it.
 *
 * @param units the units without errors
 * @param diagnostics of all phases and units
 */
public record CheckedProgram(List<CheckedUnit> units, List<Diagnostic> diagnostics) {

  /** Copies the lists. */
  public CheckedProgram {
    units = List.copyOf(units);
    diagnostics = List.copyOf(diagnostics);
  }

  /** The errors among the diagnostics. */
  public List<Diagnostic> errors() {
    return diagnostics.stream().filter(Diagnostic::isError).toList();
  }

  /** Checks the units of one program; an import of anything else finds nothing. */
  public static CheckedProgram of(List<SourceText> texts) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<ParseResult> parsed = new ArrayList<>();
    List<OutlineResult> outlines = new ArrayList<>();
    for (SourceText text : texts) {
      ParseResult result = Parser.parse(text);
      OutlineResult outline = Outliner.outline(text, result.tree());
      parsed.add(result);
      outlines.add(outline);
      diagnostics.addAll(result.diagnostics());
      diagnostics.addAll(outline.diagnostics());
    }
    BuildFacts facts =
        new BuildFacts(
            answers(outlines.stream().map(OutlineResult::manifest).toList()), DataModel.BITS_64);
    List<CheckedUnit> units = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      CheckResult result =
          UnitChecker.check(texts.get(i), parsed.get(i).tree(), outlines.get(i), facts);
      diagnostics.addAll(result.diagnostics());
      CheckedUnit unit = result.unit();
      if (unit != null) {
        units.add(unit);
      }
    }
    return new CheckedProgram(units, diagnostics);
  }

  private static ManifestSet answers(List<Manifest> manifests) {
    Map<UnitName, ManifestAnswer> answers = new HashMap<>();
    Map<String, List<Manifest>> modules = new TreeMap<>();
    for (Manifest manifest : manifests) {
      if (manifest.kind().isImportable()) {
        answers.putIfAbsent(manifest.name(), new ManifestAnswer.Found(manifest));
      }
      if (!manifest.module().isEmpty()) {
        modules.computeIfAbsent(manifest.module(), name -> new ArrayList<>()).add(manifest);
      }
    }
    manifests.stream()
        .flatMap(manifest -> manifest.imports().stream())
        .filter(imported -> imported.module() != null)
        .map(imported -> UnitName.primary(imported.module().text()))
        .forEach(
            name -> answers.putIfAbsent(name, new ManifestAnswer.Missing(List.of(), List.of())));
    return new ManifestSet(answers, modules);
  }
}
