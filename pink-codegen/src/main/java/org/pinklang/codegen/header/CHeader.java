package org.pinklang.codegen.header;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.codegen.target.TypeLayouts;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.InterfaceTypes;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.Visibility;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Documentation;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;

/**
 * The header of a library: each exported function, variable and constant of some units under a name
 * that C can say, bound to its linkage name, with the types they need. A scalar constant is a
 * macro. What is exported as {@code extern fn} is C's own and not declared again.
 */
public final class CHeader {
  private static final String PREAMBLE =
      """
      #include <stdbool.h>
      #include <stddef.h>
      #include <stdint.h>

      #ifndef PINK_SYMBOL
      #define PINK_TEXT_OF(name) #name
      #define PINK_TEXT(name) PINK_TEXT_OF(name)
      #define PINK_SYMBOL(name) __asm__(PINK_TEXT(__USER_LABEL_PREFIX__) name)
      #ifdef __cplusplus
      #define PINK_ASSERT(condition) static_assert(condition, #condition)
      #else
      #define PINK_ASSERT(condition) _Static_assert(condition, #condition)
      #endif
      #endif

      #ifdef __cplusplus
      extern "C" {
      #endif

      """;
  private static final String END =
      """
      #ifdef __cplusplus
      }
      #endif

      #endif
      """;

  private static final int GUARD_DIGITS = 8;

  private final List<Manifest> units;
  private final Map<SymbolId, Declaration> declarations = new HashMap<>();
  private final Map<Manifest, InterfaceTypes> types = new HashMap<>();
  private final CNames names = new CNames();
  private final CTypes written;
  private final CStructs structs;
  private final StringBuilder out = new StringBuilder();

  private CHeader(List<Manifest> units, BuildFacts facts, TargetDescription target) {
    this.units = units;
    units.forEach(unit -> types.put(unit, InterfaceTypes.of(unit, facts)));
    TypeLayouts layouts = new TypeLayouts(target.dataModel(), this::definition);
    written = new CTypes(names, layouts);
    structs =
        new CStructs(written, names, layouts, this::definition, this::isShown, this::documentation);
  }

  /**
   * The text for one target; the same for equal manifests. The calling thread needs a stack for the
   * deepest constant of the manifests.
   *
   * @param units interface units that have no errors, in the order in which they appear
   * @param facts what is known of the types they use
   */
  public static String of(List<Manifest> units, BuildFacts facts, TargetDescription target) {
    CHeader header = new CHeader(List.copyOf(units), facts, target);
    header.nameAll();
    units.forEach(header::declareTypes);
    units.forEach(header::declareValues);
    return header.text(target);
  }

  private String text(TargetDescription target) {
    Set<String> modules = units.stream().map(Manifest::module).collect(Collectors.toSet());
    String list = modules.stream().sorted().collect(Collectors.joining(", "));
    String guard = guard(list);
    structs.addMentioned();
    return CComments.of(
            (list.isEmpty() ? "Nothing is exported." : "What is exported by " + list + ".")
                + "\nMade by the Pink compiler for "
                + target.name()
                + ".",
            "")
        + ("#ifndef " + guard + "\n#define " + guard + "\n\n")
        + PREAMBLE
        + structs.text()
        + out
        + END;
  }

  /** Names that differ only in what macros cannot be called are told apart by their hash. */
  private static String guard(String list) {
    String words = list.replaceAll("[^A-Za-z0-9]+", "_").toUpperCase(Locale.ROOT);
    String hash = ContentHash.of(list.getBytes(StandardCharsets.UTF_8)).hex();
    return "PINK_" + words + "_" + hash.substring(0, GUARD_DIGITS).toUpperCase(Locale.ROOT) + "_H";
  }

  private void nameAll() {
    for (Manifest unit : units) {
      for (ManifestDeclaration declaration : unit.declarations()) {
        if (declaration.visibility() == Visibility.EXPORTED) {
          SymbolId symbol = SymbolId.of(unit.module(), declaration.name());
          names.add(symbol);
          declarations.put(symbol, declaration.tree());
        }
      }
    }
  }

  private @Nullable TypeDefinition definition(SymbolId symbol) {
    for (InterfaceTypes known : types.values()) {
      TypeDefinition definition = known.definition(symbol);
      if (definition != null) {
        return definition;
      }
    }
    return null;
  }

  private boolean isShown(SymbolId symbol) {
    Declaration declaration = declarations.get(symbol);
    return declaration instanceof Declaration.Union
        || (declaration instanceof Declaration.Struct struct && !struct.opaque());
  }

  private String documentation(SymbolId symbol, @Nullable String field) {
    Declaration declaration = declarations.get(symbol);
    if (declaration == null) {
      return "";
    }
    if (field == null) {
      return text(declaration.documentation());
    }
    return declaration instanceof Declaration.Struct struct
        ? struct.fields().stream()
            .filter(one -> one.name().text().equals(field))
            .findFirst()
            .map(one -> text(one.documentation()))
            .orElse("")
        : "";
  }

  private static String text(@Nullable Documentation documentation) {
    return documentation == null ? "" : documentation.text();
  }

  private void declareTypes(Manifest unit) {
    for (ManifestDeclaration declaration : exported(unit)) {
      if (declaration.kind().isType()) {
        PinkType type = types(unit).type(declaration.name());
        if (type != null) {
          written.struct(type);
          structs.addMentioned();
        }
      }
    }
  }

  private static List<ManifestDeclaration> exported(Manifest unit) {
    return unit.declarations().stream()
        .filter(declaration -> declaration.visibility() == Visibility.EXPORTED)
        .toList();
  }

  private InterfaceTypes types(Manifest unit) {
    return Objects.requireNonNull(types.get(unit));
  }

  private void declareValues(Manifest unit) {
    for (ManifestDeclaration declaration : exported(unit)) {
      Optional<String> text =
          switch (declaration.kind()) {
            case FUNCTION -> function(unit, declaration);
            case VARIABLE -> variable(unit, declaration, "");
            case CONSTANT -> constant(unit, declaration);
            case STRUCT, UNION, EXTERN -> Optional.empty();
          };
      if (text.isPresent()) {
        out.append(CComments.of(text(declaration.tree().documentation()), ""));
        out.append(text.get()).append("\n\n");
      }
    }
  }

  private static SymbolId symbol(Manifest unit, ManifestDeclaration declaration) {
    return SymbolId.of(unit.module(), declaration.name());
  }

  private Optional<String> function(Manifest unit, ManifestDeclaration declaration) {
    PinkType.Function type = types(unit).function(declaration.name());
    if (type == null || !(declaration.tree() instanceof Declaration.Function tree)) {
      return Optional.empty();
    }
    SymbolId symbol = symbol(unit, declaration);
    Set<String> others = new HashSet<>();
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < type.parameters().size(); i++) {
      PinkType parameter = type.parameters().get(i);
      if (!written.isEmpty(parameter)) {
        String name = tree.parameters().get(i).name().text();
        String declarator = name.equals("_") ? "" : names.member(name, others);
        parameters.add(written.declareValue(parameter, declarator));
        structs.defineValue(parameter);
      }
    }
    String text = written.prototype(type.result(), names.of(symbol), parameters);
    structs.defineValue(type.result());
    structs.addMentioned();
    return Optional.of(text + bound(LinkageNames.function(symbol)));
  }

  private Optional<String> variable(Manifest unit, ManifestDeclaration declaration, String word) {
    PinkType type = types(unit).global(declaration.name());
    if (type == null || written.isEmpty(type)) {
      return Optional.empty();
    }
    SymbolId symbol = symbol(unit, declaration);
    boolean isPointer = type instanceof PinkType.Pointer || type instanceof PinkType.Function;
    String name = names.of(symbol);
    String text =
        isPointer || word.isEmpty()
            ? "extern " + written.declare(type, isPointer ? word + name : name)
            : "extern " + word + written.declare(type, name);
    structs.define(type);
    structs.addMentioned();
    return Optional.of(text + bound(LinkageNames.global(symbol)));
  }

  private Optional<String> constant(Manifest unit, ManifestDeclaration declaration) {
    String name = names.of(symbol(unit, declaration));
    return types(unit)
        .constant(declaration.name())
        .flatMap(CConstants::expression)
        .map(value -> "#define " + name + " " + value)
        .or(() -> variable(unit, declaration, "const "));
  }

  private static String bound(String symbol) {
    return " PINK_SYMBOL(\"" + symbol + "\");";
  }
}
