package org.pinklang.api.graphs;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.Counters;
import org.pinklang.api.Diagnostic;
import org.pinklang.api.Manifest;
import org.pinklang.api.ObjectFile;
import org.pinklang.modules.graph.GraphUnit;

/**
 * Everything of a result that must be the same however it was made, as lines to compare.
 *
 * @param diagnostics in their order, for people and for tools
 * @param manifests in their order, with a hash of the bytes
 * @param objects in their order, with a hash of the bytes
 * @param graph units, what they import and from where, and the strongly connected parts
 * @param counters without times
 */
record Outcome(
    List<String> diagnostics,
    List<String> manifests,
    List<String> objects,
    List<String> graph,
    String counters) {

  static Outcome of(CompilationResult result, Place place) {
    return new Outcome(
        result.diagnostics().stream()
            .map(diagnostic -> place.withoutRoot(diagnostic.toText() + diagnostic.toJson()))
            .toList(),
        result.manifests().stream().map(Outcome::manifest).toList(),
        result.objects().stream().map(Outcome::object).toList(),
        graph(result),
        counters(result.counters()));
  }

  /**
   * A diagnostic without what only sources of other units can show, excerpts and edits there, and
   * without the places searched.
   *
   * @param inside whether places inside declarations of other units are known
   */
  static String finding(Diagnostic diagnostic, boolean inside) {
    List<String> places =
        diagnostic.places().stream()
            .map(place -> (inside ? place.range() : place.range().file()) + ": " + place.text())
            .toList();
    List<String> edits =
        diagnostic.edits().stream()
            .filter(edit -> edit.range().file().equals(diagnostic.range().file()))
            .map(edit -> edit.range() + ": " + edit.description())
            .toList();
    return diagnostic + " " + places + edits;
  }

  private static String manifest(Manifest manifest) {
    return manifest.name() + " " + hash(manifest.toBytes());
  }

  private static String object(ObjectFile object) {
    return object.name() + " " + hash(object.bytes());
  }

  /** SHA-256 as hexadecimal digits. */
  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> graph(CompilationResult result) {
    List<String> lines =
        new ArrayList<>(result.graph().units().stream().map(Outcome::unit).toList());
    lines.add(
        result.graph().components().stream()
            .map(part -> part.stream().map(GraphUnit::logicalName).toList().toString())
            .collect(Collectors.joining()));
    return lines;
  }

  private static String unit(GraphUnit unit) {
    return "%s %s %s %s %s %s"
        .formatted(
            unit.logicalName(),
            unit.kind(),
            unit.name().display(),
            unit.standard(),
            unit.input(),
            unit.imports());
  }

  private static String counters(Counters counters) {
    return counters
        .toText()
        .lines()
        .filter(line -> !line.startsWith("time"))
        .collect(Collectors.joining(", "))
        .toLowerCase(Locale.ROOT);
  }

  /** The codes of a result's diagnostics. */
  static List<String> codes(CompilationResult result) {
    return result.diagnostics().stream().map(Diagnostic::code).toList();
  }
}
