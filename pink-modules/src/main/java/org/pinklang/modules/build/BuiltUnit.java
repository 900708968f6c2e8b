package org.pinklang.modules.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.modules.codec.EncodedBodies;
import org.pinklang.modules.history.UnitSummary;

/**
 * What a build made of one unit.
 *
 * @param text the unit's text with its logical name
 * @param origin the path or name of the text, as a user knows it
 * @param file where the text lies, if it is a file
 * @param input whether the user asked for the unit itself
 * @param standard whether it is a standard module
 * @param manifest made from the text
 * @param summary there if the unit has no errors and its bodies were checked, now or in the earlier
 *     run that its result is from
 * @param bodies what the unit offers for inlining; there if its bodies were checked
 * @param compiled there if the unit was compiled; neither side changes the bytes
 * @param compiledHash of these bytes, where results are kept
 * @param diagnostics about this unit, sorted
 */
public record BuiltUnit(
    SourceText text,
    String origin,
    Optional<Path> file,
    boolean input,
    boolean standard,
    Manifest manifest,
    Optional<UnitSummary> summary,
    Optional<EncodedBodies> bodies,
    Optional<byte[]> compiled,
    Optional<ContentHash> compiledHash,
    List<Diagnostic> diagnostics) {

  /** Copies the list. */
  public BuiltUnit {
    diagnostics = List.copyOf(diagnostics);
  }

  private BuiltUnit with(
      Optional<UnitSummary> known,
      Optional<EncodedBodies> offered,
      Optional<byte[]> code,
      Optional<ContentHash> hash,
      List<Diagnostic> found) {
    return new BuiltUnit(
        text, origin, file, input, standard, manifest, known, offered, code, hash, found);
  }

  /** The same with other diagnostics about it. */
  BuiltUnit withDiagnostics(List<Diagnostic> others) {
    return with(summary, bodies, compiled, compiledHash, others);
  }

  /** A unit of which nothing was made but its manifest. */
  static BuiltUnit of(OutlinedUnit unit, List<Diagnostic> diagnostics) {
    ScannedUnit scanned = unit.scanned();
    return new BuiltUnit(
        scanned.text(),
        scanned.file().display(),
        scanned.file().path(),
        scanned.origin() == ScannedUnit.Origin.INPUT,
        !scanned.isCounted(),
        unit.manifest(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        diagnostics.stream().sorted().distinct().toList());
  }

  /** The same with what it offers for inlining. */
  BuiltUnit withBodies(EncodedBodies offered) {
    return with(summary, Optional.of(offered), compiled, compiledHash, diagnostics);
  }

  /** The same with what was made of it. */
  BuiltUnit withResult(
      UnitSummary known, EncodedBodies offered, Optional<byte[]> code, Optional<ContentHash> hash) {
    return with(Optional.of(known), Optional.of(offered), code, hash, diagnostics);
  }

  /** What identifies the unit in the build. */
  public String logicalName() {
    return text.logicalName();
  }
}
