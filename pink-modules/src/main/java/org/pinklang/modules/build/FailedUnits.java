package org.pinklang.modules.build;

import com.google.common.base.Suppliers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.pinklang.frontend.check.ManifestAnswer;
import org.pinklang.frontend.check.ManifestSet;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SuggestedEdit;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.HashWriter;
import org.pinklang.modules.history.FailedUnit;
import org.pinklang.modules.history.ResultCache;

/**
 * Units with errors of earlier builds of this process. What their checks depended on is not known,
 * so that they stand only while nothing in the program changes. Safe for any number of threads.
 */
final class FailedUnits {
  private final ResultCache results;
  private final ContentHash options;
  private final Supplier<ContentHash> program;

  /**
   * The units that have failed before.
   *
   * @param answers of the present build
   */
  FailedUnits(Reuse reuse, ManifestSet answers) {
    this.results = reuse.results();
    this.options = reuse.options();
    this.program = Suppliers.memoize(() -> program(answers));
  }

  private static ContentHash program(ManifestSet answers) {
    HashWriter writer = new HashWriter();
    new TreeMap<>(answers.answers())
        .forEach(
            (name, answer) -> {
              writer.text(name.display());
              writeAnswer(answer, writer);
            });
    for (Map.Entry<String, List<Manifest>> module : new TreeMap<>(answers.modules()).entrySet()) {
      writer.text(module.getKey()).number(module.getValue().size());
      module.getValue().forEach(unit -> writeUnit(unit, writer));
    }
    return writer.finish();
  }

  private static void writeAnswer(ManifestAnswer answer, HashWriter writer) {
    switch (answer) {
      case ManifestAnswer.Found found -> writeUnit(found.manifest(), writer.text("found"));
      case ManifestAnswer.Missing missing ->
          writer.text("missing").text(missing.searched() + " " + missing.similar());
      case ManifestAnswer.Rejected rejected -> writer.text("rejected").text(rejected.reason());
    }
  }

  private static void writeUnit(Manifest unit, HashWriter writer) {
    writer
        .text(unit.logicalName())
        .text(unit.kind().name())
        .hash(unit.sourceHash())
        .hash(unit.hashes().moduleHash());
  }

  /** What an earlier build found wrong with a unit, if that is all there is to find now. */
  Optional<FailedUnit> find(OutlinedUnit unit) {
    return results
        .failedUnit(options, unit.scanned().text())
        .filter(failed -> failed.program().equals(program.get()));
  }

  /** Keeps what is wrong with a unit. */
  void keep(OutlinedUnit unit, List<Diagnostic> diagnostics, List<SuggestedEdit> offers) {
    results.keepFailedUnit(
        options, unit.scanned().text(), new FailedUnit(program.get(), diagnostics, offers));
  }
}
