package org.pinklang.frontend.manifest.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.ManifestCode;
import org.pinklang.frontend.diagnostic.ModuleCode;
import org.pinklang.frontend.manifest.DeclarationKind;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.manifest.Visibility;
import org.pinklang.frontend.parse.ManifestTree;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Identifier;

/** Makes the manifest of one text from what was parsed. */
final class ManifestReader {
  private final SourceText text;
  private final ManifestTree tree;
  private final List<Diagnostic> diagnostics;
  private final Annotations annotations;
  private final Map<Integer, LinePosition> positions = new HashMap<>();
  private final UnitName name;
  private final UnitKind kind;

  ManifestReader(SourceText text, ManifestTree tree) {
    this.text = text;
    this.tree = tree;
    this.diagnostics = new ArrayList<>(tree.diagnostics());
    this.annotations = new Annotations(text.logicalName());
    this.name =
        new UnitName(
            tree.module() == null ? "" : tree.module().text(),
            tree.partition() == null ? "" : tree.partition().text());
    this.kind = kind();
  }

  ParsedManifest read() {
    annotations.allow(tree.annotations(), "kind", "source", "unit");
    List<ManifestDeclaration> declarations = declarations();
    for (ManifestTree.Import one : tree.imports()) {
      annotations.allow(one.annotations(), "at");
      places(one.annotations(), one.tree().span(), null);
    }
    ContentHash source = annotations.source(tree.annotations());
    Manifest.Source written =
        new WrittenSource(source == null ? ContentHash.of(text.bytes()) : source, positions);
    Manifest manifest = manifest(logicalName(), declarations, written);
    diagnostics.addAll(
        Outliner.errors(
            text,
            manifest(text.logicalName(), declarations, written),
            tree.entries().stream().map(ManifestTree.Entry::tree).toList()));
    diagnostics.addAll(annotations.found());
    return new ParsedManifest(manifest, diagnostics.stream().sorted().toList());
  }

  private Manifest manifest(
      String logicalName, List<ManifestDeclaration> declarations, Manifest.Source written) {
    return new Manifest(
        kind,
        name,
        logicalName,
        tree.documentation() == null ? "" : tree.documentation().text(),
        tree.imports().stream().map(ManifestTree.Import::tree).toList(),
        Manifest.Declarations.of(declarations),
        written);
  }

  /** The kind that is said, or the one that units of such a name usually are of. */
  private UnitKind kind() {
    UnitKind usual =
        name.module().isEmpty()
            ? UnitKind.PROGRAM
            : name.isPrimary() ? UnitKind.PRIMARY_INTERFACE : UnitKind.INTERFACE_PARTITION;
    UnitKind said = annotations.kind(tree.annotations());
    if (said == null || said == usual) {
      return usual;
    }
    boolean fits =
        switch (said) {
          case PROGRAM -> name.module().isEmpty();
          case PRIMARY_INTERFACE, IMPLEMENTATION -> usual == UnitKind.PRIMARY_INTERFACE;
          case INTERFACE_PARTITION, INTERNAL_PARTITION -> usual == UnitKind.INTERFACE_PARTITION;
        };
    if (!fits) {
      reportKind(said);
    }
    return fits ? said : usual;
  }

  private void reportKind(UnitKind said) {
    for (ManifestTree.Annotation annotation : tree.annotations()) {
      if (annotation.name().text().equals("kind")) {
        annotations.report(
            ManifestCode.ANNOTATION_ARGUMENT,
            new Span(annotation.start(), annotation.end()),
            "kind",
            "a kind that fits the name, which `" + KindNames.of(said) + "` does not");
      }
    }
  }

  /** What the unit is called: where its module does not say it, the manifest does. */
  private String logicalName() {
    String said = annotations.unit(tree.annotations());
    if (kind == UnitKind.PROGRAM || kind == UnitKind.IMPLEMENTATION) {
      return said == null ? text.logicalName() : said;
    }
    String stem = name.module().replace('.', '/');
    return (name.isPrimary() ? stem : stem + "-" + name.partition()) + ".pink";
  }

  private List<ManifestDeclaration> declarations() {
    List<ManifestDeclaration> declarations = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ManifestTree.Entry entry : tree.entries()) {
      Identifier declared = entry.tree().name();
      if (declared == null || declared.isDiscard()) {
        continue;
      }
      check(entry);
      places(entry.annotations(), entry.tree().span(), declared.span());
      if (names.add(declared.text())) {
        declarations.add(declaration(entry, declared));
      }
    }
    return declarations;
  }

  private void check(ManifestTree.Entry entry) {
    if (entry.tree() instanceof Declaration.Function) {
      annotations.allow(entry.annotations(), "at", "undefined");
    } else {
      annotations.allow(entry.annotations(), "at");
    }
    if (kind.isInterface() && entry.tree().exported()) {
      writesTypes(entry.tree());
    }
    if (entry.unnameable() && !kind.isInterface()) {
      int start = entry.tree().start();
      annotations.report(
          ManifestCode.OUTSIDE_INTERFACE,
          new Span(start, start + "private".length()),
          "a manifest that is not of an interface unit",
          "private");
    }
  }

  /** Reports an export of which importers could not know the type. */
  private void writesTypes(Declaration tree) {
    switch (tree) {
      case Declaration.Function function -> {
        if (function.body() != null && function.result() == null) {
          reportUntyped("function", function.name());
        }
      }
      case Declaration.Global global -> {
        if (global.type() == null) {
          reportUntyped("global", global.name());
        }
      }
      default -> {}
    }
  }

  private void reportUntyped(String what, Identifier untyped) {
    annotations.report(ModuleCode.EXPORT_WITHOUT_TYPE, untyped.span(), what, untyped.text());
  }

  private ManifestDeclaration declaration(ManifestTree.Entry entry, Identifier declared) {
    Declaration declaration = entry.tree();
    boolean defined = !(declaration instanceof Declaration.Function f) || f.body() != null;
    return ManifestDeclaration.lazy(
        declared.text(),
        DeclarationKind.of(declaration),
        visibility(entry),
        defined,
        isNameOnly(declaration),
        () -> declaration);
  }

  private Visibility visibility(ManifestTree.Entry entry) {
    if (!kind.isInterface()) {
      return Visibility.MODULE;
    }
    return entry.tree().exported()
        ? Visibility.EXPORTED
        : entry.unnameable() ? Visibility.UNNAMEABLE : Visibility.MODULE;
  }

  private static boolean isNameOnly(Declaration declaration) {
    if (declaration.exported()) {
      return false;
    }
    return switch (declaration) {
      case Declaration.Function function -> function.result() == null && function.body() != null;
      case Declaration.Global global -> global.kind() != BindingKind.CONST && global.type() == null;
      default -> false;
    };
  }

  /** Takes down where the source has what the text has at some places. */
  private void places(
      List<ManifestTree.Annotation> written, Span whole, @Nullable Span declaredName) {
    List<Annotations.Stretch> places = annotations.places(written, declaredName == null ? 1 : 2);
    if (places.isEmpty()) {
      return;
    }
    place(whole, places.get(0));
    if (declaredName != null) {
      positions.put(declaredName.start(), places.get(places.size() - 1).start());
      positions.put(declaredName.end(), places.get(places.size() - 1).end());
    }
  }

  private void place(Span span, Annotations.Stretch stretch) {
    positions.putIfAbsent(span.end(), stretch.end());
    positions.put(span.start(), stretch.start());
  }
}
