package org.pinklang.frontend.manifest.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.Visibility;
import org.pinklang.frontend.manifest.text.ManifestSignature;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Documentation;
import org.pinklang.frontend.tree.TreePrinter;
import org.pinklang.frontend.tree.TypeTree;

/** The parts of the declarations of one manifest, in a form in which equal ones are equal texts. */
final class Face {
  private final ResolvedNames names;

  Face(Manifest manifest) {
    this.names = new ResolvedNames(manifest);
  }

  /** A declaration as a manifest shows it. */
  static String shown(ManifestDeclaration declaration) {
    String mark =
        switch (declaration.visibility()) {
          case EXPORTED -> "export ";
          case UNNAMEABLE -> "private ";
          case MODULE -> "";
        };
    return mark + ManifestSignature.of(declaration);
  }

  static boolean isExported(ManifestDeclaration declaration) {
    return declaration.visibility() == Visibility.EXPORTED;
  }

  /** The types of a function's parameters and of its result; the type of a global. */
  String types(Declaration tree) {
    return switch (tree) {
      case Declaration.Function function ->
          signature(function.parameters(), false, function.result());
      case Declaration.Extern extern ->
          signature(extern.parameters(), extern.variadic(), extern.result());
      case Declaration.Global global -> type(global.type());
      default -> "";
    };
  }

  private String signature(
      List<Declaration.Parameter> parameters, boolean variadic, @Nullable TypeTree result) {
    String types =
        parameters.stream()
            .map(parameter -> type(parameter.type()))
            .collect(Collectors.joining(", ", "(", variadic ? ", ...)" : ")"));
    return types + (result == null ? " -> Nil" : " -> " + type(result));
  }

  /** The expression of a constant; empty for all else. */
  String value(Declaration tree) {
    return tree instanceof Declaration.Global global
        ? TreePrinter.print(global.initializer(), names)
        : "";
  }

  /** The types of the fields or alternatives, by name, in order. */
  Map<String, String> members(Declaration tree) {
    Map<String, String> members = new LinkedHashMap<>();
    switch (tree) {
      case Declaration.Struct struct ->
          struct.fields().forEach(field -> members.put(field.name().text(), type(field.type())));
      case Declaration.Union union ->
          union.alternatives().forEach(one -> members.put(one.name().text(), type(one.type())));
      default -> {}
    }
    return members;
  }

  /** All that importers could depend on if they could see the declaration whole. */
  String whole(ManifestDeclaration declaration) {
    Declaration tree = declaration.tree();
    return declaration.kind() + types(tree) + value(tree) + members(tree);
  }

  private String type(@Nullable TypeTree type) {
    return type == null ? "" : TreePrinter.print(type, names);
  }

  /** What the parameters of a function are called. */
  static List<String> parameterNames(Declaration tree) {
    List<Declaration.Parameter> parameters =
        switch (tree) {
          case Declaration.Function function -> function.parameters();
          case Declaration.Extern extern -> extern.parameters();
          default -> List.of();
        };
    return parameters.stream().map(parameter -> parameter.name().text()).toList();
  }

  /** What the comments of a declaration and of its members say. */
  static List<String> documentation(Declaration tree) {
    List<String> own = List.of(text(tree.documentation()));
    return switch (tree) {
      case Declaration.Struct struct ->
          with(own, struct.fields().stream().map(Declaration.Field::documentation));
      case Declaration.Union union ->
          with(own, union.alternatives().stream().map(Declaration.Alternative::documentation));
      default -> own;
    };
  }

  private static List<String> with(List<String> own, Stream<@Nullable Documentation> members) {
    return Stream.concat(own.stream(), members.map(Face::text)).toList();
  }

  private static String text(@Nullable Documentation documentation) {
    return documentation == null ? "" : documentation.text();
  }
}
