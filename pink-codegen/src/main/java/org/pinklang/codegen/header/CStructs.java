package org.pinklang.codegen.header;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.target.TypeLayouts;
import org.pinklang.frontend.type.Layout;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.TypeDefinitions;

/**
 * Defines the structs that types are in C, each after those it holds. Every definition stands
 * behind a macro of its own, so that headers of several libraries may bring the same one. For one
 * thread.
 */
final class CStructs {
  private static final int LARGEST_UNIT = 8;

  private final CTypes types;
  private final CNames names;
  private final TypeLayouts layouts;
  private final TypeDefinitions definitions;
  private final Predicate<SymbolId> isShown;
  private final DocumentationOf documentation;
  private final Set<String> done = new HashSet<>();
  private final StringBuilder forward = new StringBuilder();
  private final StringBuilder out = new StringBuilder();

  /** Says what is written about declarations, as it stands in the source. */
  interface DocumentationOf {
    /**
     * The text about a struct or union, or of one of its fields.
     *
     * @param field null for the declaration itself
     */
    String text(SymbolId symbol, @Nullable String field);
  }

  /**
   * Structs not defined yet.
   *
   * @param isShown whether C may look into a struct that it has only a pointer to
   */
  CStructs(
      CTypes types,
      CNames names,
      TypeLayouts layouts,
      TypeDefinitions definitions,
      Predicate<SymbolId> isShown,
      DocumentationOf documentation) {
    this.types = types;
    this.names = names;
    this.layouts = layouts;
    this.definitions = definitions;
    this.isShown = isShown;
    this.documentation = documentation;
  }

  /** The declarations of all that was mentioned, followed by what can be defined of it. */
  String text() {
    return forward + (forward.isEmpty() ? "" : "\n") + out;
  }

  /** Takes what types mention: declares it, and defines what C may look into. */
  void addMentioned() {
    List<PinkType> mentioned = types.takeMentioned();
    while (!mentioned.isEmpty()) {
      for (PinkType type : mentioned) {
        declare(type);
        if (!(type instanceof PinkType.Nominal nominal) || isShown.test(nominal.symbol())) {
          define(type);
        }
      }
      mentioned = types.takeMentioned();
    }
  }

  /** Defines a type that is held by value, as far as it is a struct in C. */
  void define(PinkType type) {
    switch (type) {
      case PinkType.Array array -> define(array.element());
      case PinkType.Slice slice -> defineStruct(slice);
      case PinkType.Tuple tuple -> defineStruct(tuple);
      case PinkType.Nominal nominal -> defineStruct(nominal);
      default -> {}
    }
  }

  /** Defines the struct around an array that is passed by value, or any other type so passed. */
  void defineValue(PinkType type) {
    define(type);
    if (type instanceof PinkType.Array array && !types.isEmpty(array)) {
      defineStruct(array);
    }
  }

  private void declare(PinkType type) {
    String name = types.name(type);
    if (done.add("declared " + name)) {
      forward.append("typedef struct ").append(name).append(' ').append(name).append(";\n");
    }
  }

  private void defineStruct(PinkType type) {
    String name = types.name(type);
    declare(type);
    if (types.isEmpty(type) || !done.add(name)) {
      return;
    }
    List<Member> members = members(type);
    members.forEach(member -> define(member.type));
    String guard = "PINK_TYPE_" + name;
    out.append("#ifndef ").append(guard).append("\n#define ").append(guard).append('\n');
    if (type instanceof PinkType.Nominal nominal) {
      out.append(CComments.of(documentation.text(nominal.symbol(), null), ""));
    }
    out.append("struct ").append(name).append(" {\n");
    List<String> checks = write(members, layouts.layout(type), name);
    checks.forEach(check -> out.append("PINK_ASSERT(").append(check).append(");\n"));
    out.append("#endif\n\n");
  }

  /** One field; a type without storage has none in C. */
  private record Member(String name, PinkType type, long offset, String documentation) {}

  private List<Member> members(PinkType type) {
    return switch (type) {
      case PinkType.Slice slice ->
          List.of(
              new Member("pointer", new PinkType.Pointer(slice.element(), false), 0, ""),
              new Member("length", Scalar.INTEGER64, layouts.size(slice) - Long.BYTES, ""));
      case PinkType.Array array -> List.of(new Member("elements", array, 0, ""));
      case PinkType.Nominal nominal when nominal.kind() == PinkType.Nominal.Kind.UNION ->
          List.of(new Member("storage", storage(nominal), 0, ""));
      default -> fields(type);
    };
  }

  /** A union's layout is nobody's business; it is as large and aligned as it is. */
  private PinkType storage(PinkType.Nominal union) {
    Layout layout = layouts.layout(union);
    int unit = Math.min(layout.alignment(), LARGEST_UNIT);
    var element =
        switch (unit) {
          case 1 -> Scalar.UNSIGNED8;
          case 2 -> Scalar.UNSIGNED16;
          case 4 -> Scalar.UNSIGNED32;
          default -> Scalar.UNSIGNED64;
        };
    return new PinkType.Array(element, layout.size() / unit);
  }

  private List<Member> fields(PinkType type) {
    TypeLayouts.Fields fields = layouts.fields(type);
    Set<String> others = new HashSet<>();
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < fields.types().size(); i++) {
      String name = "_" + i;
      String text = "";
      if (type instanceof PinkType.Nominal nominal
          && definitions.get(nominal.symbol()) instanceof TypeDefinition.Struct struct) {
        String field = struct.fields().get(i).name();
        name = names.member(field, others);
        text = documentation.text(nominal.symbol(), field);
      }
      members.add(new Member(name, fields.types().get(i), fields.offsets()[i], text));
    }
    return members;
  }

  /**
   * Writes the fields. What has no storage is left out, and its alignment given to what follows.
   *
   * @return what must hold of the struct
   */
  private List<String> write(List<Member> members, Layout layout, String name) {
    List<String> checks = new ArrayList<>();
    checks.add("sizeof(" + name + ") == " + layout.size());
    int pending = 1;
    boolean isRaised = false;
    for (Member member : members) {
      int alignment = layouts.layout(member.type).alignment();
      if (types.isEmpty(member.type)) {
        pending = Math.max(pending, alignment);
        isRaised |= pending > 1;
        continue;
      }
      out.append(CComments.of(member.documentation, "  "));
      out.append("  ").append(types.declare(member.type, member.name));
      out.append(pending > alignment ? aligned(pending) : "").append(";\n");
      checks.add("offsetof(" + name + ", " + member.name + ") == " + member.offset);
      pending = 1;
    }
    out.append('}').append(isRaised ? aligned(layout.alignment()) : "").append(";\n");
    return checks;
  }

  private static String aligned(int alignment) {
    return String.format(Locale.ROOT, " __attribute__((aligned(%d)))", alignment);
  }
}
