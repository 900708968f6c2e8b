package org.pinklang.codegen.header;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pinklang.codegen.target.TypeLayouts;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/**
 * Types as C writes them. Slices and tuples are structs called after what they hold; an array that
 * is passed by value is a struct around it. For one thread.
 */
final class CTypes {
  private static final int LONGEST_NAME = 200;

  private final CNames names;
  private final TypeLayouts layouts;
  private final Set<PinkType> mentioned = new LinkedHashSet<>();
  private final Map<String, PinkType> wrappers = new TreeMap<>();

  CTypes(CNames names, TypeLayouts layouts) {
    this.names = names;
    this.layouts = layouts;
  }

  /** The struct types that were written since this was asked last, in order. */
  List<PinkType> takeMentioned() {
    List<PinkType> taken = List.copyOf(mentioned);
    mentioned.clear();
    return taken;
  }

  /** Whether a type has no storage, so that C has no values of it. */
  boolean isEmpty(PinkType type) {
    return layouts.size(type) == 0;
  }

  /**
   * The declaration of something of a type.
   *
   * @param declarator what is declared; empty for the type alone
   */
  String declare(PinkType type, String declarator) {
    return switch (type) {
      case Scalar scalar -> joined(scalar(scalar), declarator);
      case PinkType.Pointer pointer -> pointer(pointer.target(), declarator);
      case PinkType.Function function -> function(function, declarator);
      case PinkType.Array array ->
          declare(array.element(), declarator + "[" + array.length() + "]");
      default -> joined(struct(type), declarator);
    };
  }

  private String pointer(PinkType target, String declarator) {
    if (target instanceof PinkType.Array array && !isEmpty(array)) {
      return declare(array, "(*" + declarator + ")");
    }
    boolean isNothing = !(target instanceof PinkType.Nominal) && isEmpty(target);
    return isNothing ? joined("void", "*" + declarator) : declare(target, "*" + declarator);
  }

  private String function(PinkType.Function type, String declarator) {
    List<String> parameters = new ArrayList<>();
    for (PinkType parameter : type.parameters()) {
      if (!isEmpty(parameter)) {
        parameters.add(declareValue(parameter, ""));
      }
    }
    return prototype(type.result(), "(*" + declarator + ")", parameters);
  }

  /** The declaration of a function. */
  String prototype(PinkType result, String declarator, List<String> parameters) {
    String list = parameters.isEmpty() ? "void" : String.join(", ", parameters);
    String whole = declarator + "(" + list + ")";
    boolean isNothing = result == PinkType.Never.NEVER || isEmpty(result);
    return isNothing ? joined("void", whole) : declareValue(result, whole);
  }

  /** The declaration of what is passed or given by value. */
  String declareValue(PinkType type, String declarator) {
    return type instanceof PinkType.Array
        ? joined(struct(type), declarator)
        : declare(type, declarator);
  }

  private static String joined(String type, String declarator) {
    return declarator.isEmpty() ? type : type + " " + declarator;
  }

  private static String scalar(Scalar scalar) {
    return switch (scalar.kind()) {
      case NIL -> "void";
      case BOOLEAN -> "bool";
      case FLOAT -> scalar.bits() == 32 ? "float" : "double";
      case SIGNED -> "int" + scalar.bits() + "_t";
      case UNSIGNED -> "uint" + scalar.bits() + "_t";
    };
  }

  /** The name of a type that is a struct in C, for use in a declaration. */
  String struct(PinkType type) {
    mentioned.add(type);
    return name(type);
  }

  /** The name of a type that is a struct in C. */
  String name(PinkType type) {
    return type instanceof PinkType.Nominal nominal ? names.of(nominal.symbol()) : wrapper(type);
  }

  /** Two types of one name, or one that is too long, are told apart by what they are. */
  private String wrapper(PinkType type) {
    String name = "pink_" + word(type);
    PinkType owner = wrappers.putIfAbsent(name, type);
    if (name.length() <= LONGEST_NAME && (owner == null || owner.equals(type))) {
      return name;
    }
    String hash = ContentHash.of(type.display().getBytes(StandardCharsets.UTF_8)).hex();
    String kind = type.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    return "pink_" + kind + "_" + hash.substring(0, 16);
  }

  private String word(PinkType type) {
    return switch (type) {
      case Scalar scalar -> scalar(scalar).replaceAll("_t$", "");
      case PinkType.Nominal nominal -> names.of(nominal.symbol());
      case PinkType.Slice slice -> "slice_" + word(slice.element());
      case PinkType.Pointer pointer -> "pointer_" + word(pointer.target());
      case PinkType.Array array -> "array_" + array.length() + "_" + word(array.element());
      case PinkType.Tuple tuple -> "tuple_" + words(tuple.elements());
      case PinkType.Function function ->
          "function_" + words(function.parameters()) + "_to_" + word(function.result());
      case PinkType.Never never -> "never";
      case PinkType.Erroneous erroneous -> throw new IllegalArgumentException("an erroneous type");
    };
  }

  private String words(List<PinkType> types) {
    return types.size()
        + types.stream().map(type -> "_" + word(type)).collect(Collectors.joining());
  }
}
