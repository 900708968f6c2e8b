package org.pinklang.frontend.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;

/** The text of one module as it grows: its imports and declarations. */
final class ModuleDraft {
  private final String name;
  private final Choices choices;
  private final Map<String, ImportStyle> imports = new TreeMap<>();
  private final Map<String, TreeSet<String>> listed = new LinkedHashMap<>();
  private final List<String> declarations = new ArrayList<>();

  private enum ImportStyle {
    PLAIN,
    ALIAS,
    LIST
  }

  ModuleDraft(String name, Choices choices) {
    this.name = name;
    this.choices = choices;
  }

  String name() {
    return name;
  }

  void declare(String declaration) {
    declarations.add(declaration);
  }

  /** How a name of any module is written here. */
  String spell(SymbolId symbol) {
    if (symbol.module().equals(name)) {
      return choices.chance(3) ? name + "::" + symbol.name() : symbol.name();
    }
    ImportStyle style =
        imports.computeIfAbsent(symbol.module(), m -> choices.oneOf(ImportStyle.values()));
    return switch (style) {
      case PLAIN ->
          (choices.chance(20) ? symbol.module() : last(symbol.module())) + "::" + symbol.name();
      case ALIAS -> alias(symbol.module()) + "::" + symbol.name();
      case LIST -> {
        listed.computeIfAbsent(symbol.module(), m -> new TreeSet<>()).add(symbol.name());
        yield symbol.name();
      }
    };
  }

  private static String last(String module) {
    return module.substring(module.lastIndexOf('.') + 1);
  }

  private static String alias(String module) {
    return "the_" + last(module);
  }

  String spell(PinkType type) {
    return switch (type) {
      case Scalar scalar -> spellScalar(scalar);
      case PinkType.Tuple tuple ->
          tuple.elements().stream().map(this::spell).collect(Collectors.joining(", ", "(", ")"));
      case PinkType.Array array -> "[" + spell(array.element()) + "; " + array.length() + "]";
      case PinkType.Pointer pointer -> (pointer.nullable() ? "*?" : "*") + spell(pointer.target());
      case PinkType.Slice slice -> "*[]" + spell(slice.element());
      case PinkType.Function function -> spellFunction(function);
      case PinkType.Nominal nominal -> spell(nominal.symbol());
      default -> throw new IllegalArgumentException(type.display());
    };
  }

  private String spellFunction(PinkType.Function function) {
    String parameters =
        function.parameters().stream().map(this::spell).collect(Collectors.joining(", "));
    boolean silent = function.result() == Scalar.NIL;
    return "fn(" + parameters + ")" + (silent ? "" : " -> " + spell(function.result()));
  }

  private String spellScalar(Scalar scalar) {
    if (scalar == Scalar.INTEGER64 && choices.chance(5)) {
      return "Integer64";
    }
    return scalar == Scalar.UNSIGNED8 && choices.chance(30) ? "Unsigned8" : scalar.display();
  }

  /** The whole text. */
  String text() {
    StringBuilder text = new StringBuilder("module " + name + ";\n");
    imports.forEach(
        (module, style) ->
            text.append("import ")
                .append(module)
                .append(
                    switch (style) {
                      case PLAIN -> "";
                      case ALIAS -> " as " + alias(module);
                      case LIST -> " { " + String.join(", ", listed.get(module)) + " }";
                    })
                .append(";\n"));
    for (String declaration : choices.shuffled(declarations)) {
      text.append('\n').append(declaration).append('\n');
    }
    return text.toString();
  }
}
