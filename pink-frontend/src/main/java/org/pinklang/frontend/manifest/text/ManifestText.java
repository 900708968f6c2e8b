package org.pinklang.frontend.manifest.text;

import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.SourceText;

/**
 * The text form of manifests:
 *
 * <pre>{@code
 * manifest shapes;
 * @kind(primary-interface)
 * @source("9f86d081884c7d65…")
 *
 * import std.math;
 *
 * // The area of a circle.
 * export fn area(radius: Float) -> Float;
 *
 * export var drawn: Integer;
 *
 * private const sides: Integer := 4;
 *
 * fn helper;
 * }</pre>
 *
 * <p>What is marked {@code export} is visible to importers, what is marked {@code private} travels
 * with it without a name, and the rest is for units of the same module. {@code fn f;} and {@code
 * var x;} stand for declarations whose types their unit does not write, {@code @undefined} before a
 * function for one that another unit of the module defines. A manifest of a program unit begins with
 * {@code manifest;}. {@code @unit("a/b+x.pink")} is the logical name where the module does not say
 * it. {@code @at(3:1-5:2, 3:11-3:15)} gives the first and last line and column of a declaration and
 * of its name, or of an import.
 *
 * <p>Pure functions that any thread may call. They need as much stack as
 * {@link Parser#STACK_BYTES}.
 */
public final class ManifestText {

  private ManifestText() {}

  /**
   * The text of a manifest: the same for equal manifests, and a manifest with equal hashes when it
   * is parsed. Of a unit with syntax errors the text shows what could be read and cannot be parsed.
   */
  public static String print(Manifest manifest) {
    return new ManifestPrinter(manifest, false).print();
  }

  /** The text of a manifest with the places of its imports and declarations in their source. */
  public static String printWithPositions(Manifest manifest) {
    return new ManifestPrinter(manifest, true).print();
  }

  /**
   * The manifest that a text says.
   *
   * @param text its logical name is used for diagnostics, and for what a program or implementation
   *     unit is called that does not say it
   */
  public static ParsedManifest parse(SourceText text) {
    return new ManifestReader(text, Parser.parseManifest(text)).read();
  }

  /** Whether a text begins as a manifest does; reads its beginning only. */
  public static boolean isManifest(SourceText text) {
    return Parser.isManifest(text);
  }
}
