package org.pinklang.codegen.debug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.ir.CompositeKind;
import org.pinklang.codegen.ir.DebugBuilder;
import org.pinklang.codegen.ir.DebugBuilder.Member;
import org.pinklang.codegen.ir.IrMetadata;
import org.pinklang.codegen.ir.ScalarEncoding;
import org.pinklang.codegen.target.TypeLayouts;
import org.pinklang.frontend.type.Layout;
import org.pinklang.frontend.type.Layouts;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.TypeDefinitions;

/**
 * The types of a module as debuggers see them, each described once. For one thread.
 *
 * <ul>
 *   <li>A struct or tuple is a struct; the elements of a tuple are {@code _0}, {@code _1}, ….
 *   <li>A slice is a struct of {@code pointer} and {@code length}.
 *   <li>A union is a struct of {@code tag}, an enumeration of the alternatives, and of a union
 *       without a name whose members are the alternatives that carry something.
 *   <li>What the unit does not know the layout of is declared only: debuggers find it where it is
 *       defined.
 * </ul>
 */
final class DebugTypes {
  private final DebugBuilder builder;
  private final TypeDefinitions definitions;
  private final TypeLayouts layouts;
  private final int pointerBits;
  private final Map<PinkType, IrMetadata> known = new HashMap<>();

  DebugTypes(
      DebugBuilder builder, TypeDefinitions definitions, TypeLayouts layouts, int pointerBytes) {
    this.builder = builder;
    this.definitions = definitions;
    this.layouts = layouts;
    this.pointerBits = 8 * pointerBytes;
  }

  /** Describes a type. */
  IrMetadata of(PinkType type) {
    IrMetadata described = known.get(type);
    if (described == null) {
      described = describe(type);
      known.putIfAbsent(type, described);
    }
    return described;
  }

  /** Describes a function's type. */
  IrMetadata ofFunction(PinkType.Function type) {
    @Nullable IrMetadata result = hasValues(type.result()) ? of(type.result()) : null;
    List<IrMetadata> parameters = new ArrayList<>(type.parameters().size());
    for (PinkType parameter : type.parameters()) {
      parameters.add(of(parameter));
    }
    return builder.functionType(result, parameters);
  }

  private static boolean hasValues(PinkType type) {
    return type != Scalar.NIL && type != PinkType.Never.NEVER;
  }

  private IrMetadata describe(PinkType type) {
    return switch (type) {
      case Scalar scalar -> scalar(scalar);
      case PinkType.Pointer pointer -> named(pointer, pointer.target());
      case PinkType.Function function ->
          builder.namedType(
              function.display(), builder.pointerType(ofFunction(function), pointerBits));
      case PinkType.Slice slice -> slice(slice);
      case PinkType.Array array -> array(array);
      case PinkType.Tuple tuple -> isKnown(tuple) ? tuple(tuple) : declared(tuple);
      case PinkType.Nominal nominal -> isKnown(nominal) ? nominal(nominal) : declared(nominal);
      case PinkType.Never never -> builder.emptyType(never.display());
      case PinkType.Erroneous erroneous -> builder.emptyType(erroneous.display());
    };
  }

  private IrMetadata scalar(Scalar scalar) {
    if (scalar == Scalar.NIL) {
      return builder.emptyType(scalar.display());
    }
    return builder.scalarType(scalar.display(), scalar.bits(), encoding(scalar));
  }

  private static ScalarEncoding encoding(Scalar scalar) {
    if (scalar == Scalar.UNSIGNED8) {
      return ScalarEncoding.BYTE;
    }
    return switch (scalar.kind()) {
      case NIL, UNSIGNED -> ScalarEncoding.UNSIGNED;
      case BOOLEAN -> ScalarEncoding.BOOLEAN;
      case SIGNED -> ScalarEncoding.SIGNED;
      case FLOAT -> ScalarEncoding.FLOAT;
    };
  }

  /** A pointer to something that may hold the pointer itself, which is then described meanwhile. */
  private IrMetadata named(PinkType.Pointer pointer, PinkType target) {
    IrMetadata described = of(target);
    IrMetadata meanwhile = known.get(pointer);
    return meanwhile == null
        ? builder.namedType(pointer.display(), builder.pointerType(described, pointerBits))
        : meanwhile;
  }

  private IrMetadata array(PinkType.Array array) {
    IrMetadata element = of(array.element());
    long bytes = isKnown(array) ? layouts.size(array) : 0;
    return builder.arrayType(element, array.length(), bytes);
  }

  // ---- whether the layout is known ----------------------------------------------------------

  private boolean isKnown(PinkType type) {
    return switch (type) {
      case PinkType.Nominal nominal -> definitions.isNeeded(nominal.symbol());
      case PinkType.Tuple tuple -> tuple.elements().stream().allMatch(this::isKnown);
      case PinkType.Array array -> isKnown(array.element());
      default -> true;
    };
  }

  private IrMetadata declared(PinkType type) {
    return builder.declaredType(CompositeKind.STRUCT, type.display());
  }

  // ---- structs ------------------------------------------------------------------------------

  /** Makes a type that its own parts may name. */
  private IrMetadata composite(PinkType type) {
    IrMetadata composite = builder.compositeType(CompositeKind.STRUCT, type.display());
    known.put(type, composite);
    return composite;
  }

  private IrMetadata define(IrMetadata composite, PinkType type, List<Member> members) {
    long bytes = layouts.size(type);
    builder.define(composite, CompositeKind.STRUCT, type.display(), bytes, members);
    return composite;
  }

  private Member member(String name, PinkType type, long offset) {
    return new Member(name, of(type), offset, layouts.size(type));
  }

  private IrMetadata slice(PinkType.Slice slice) {
    IrMetadata composite = composite(slice);
    IrMetadata pointer = builder.pointerType(of(slice.element()), pointerBits);
    Layout length = layouts.layout(Scalar.INTEGER64);
    return define(
        composite,
        slice,
        List.of(
            new Member("pointer", pointer, 0, pointerBits / 8),
            member("length", Scalar.INTEGER64, length.alignment())));
  }

  private IrMetadata tuple(PinkType.Tuple tuple) {
    IrMetadata composite = composite(tuple);
    long[] offsets = layouts.fields(tuple).offsets();
    List<Member> members = new ArrayList<>(offsets.length);
    for (int i = 0; i < offsets.length; i++) {
      members.add(member("_" + i, tuple.elements().get(i), offsets[i]));
    }
    return define(composite, tuple, members);
  }

  private IrMetadata nominal(PinkType.Nominal nominal) {
    return definitions.get(nominal.symbol()) instanceof TypeDefinition.Struct struct
        ? struct(nominal, struct)
        : union(nominal, layouts.union(nominal));
  }

  private IrMetadata struct(PinkType.Nominal type, TypeDefinition.Struct struct) {
    IrMetadata composite = composite(type);
    long[] offsets = layouts.fields(type).offsets();
    List<Member> members = new ArrayList<>(offsets.length);
    for (int i = 0; i < offsets.length; i++) {
      TypeDefinition.Field field = struct.fields().get(i);
      members.add(member(field.name(), field.type(), offsets[i]));
    }
    return define(composite, type, members);
  }

  // ---- unions -------------------------------------------------------------------------------

  private IrMetadata union(PinkType.Nominal type, TypeDefinition.Union union) {
    IrMetadata composite = composite(type);
    Scalar integer = tagInteger(union);
    List<String> names =
        union.alternatives().stream().map(TypeDefinition.Alternative::name).toList();
    int bytes = Layouts.tagBytes(union);
    IrMetadata tag = builder.enumerationType(type.display() + ".tag", of(integer), bytes, names);
    List<Member> members = new ArrayList<>(2);
    members.add(new Member("tag", tag, 0, bytes));
    addPayload(type, union, members);
    return define(composite, type, members);
  }

  private static Scalar tagInteger(TypeDefinition.Union union) {
    return switch (Layouts.tagBytes(union)) {
      case 1 -> Scalar.UNSIGNED8;
      case 2 -> Scalar.UNSIGNED16;
      default -> Scalar.UNSIGNED32;
    };
  }

  private void addPayload(PinkType.Nominal type, TypeDefinition.Union union, List<Member> members) {
    List<Member> alternatives = new ArrayList<>();
    long bytes = 0;
    for (TypeDefinition.Alternative alternative : union.alternatives()) {
      PinkType carried = alternative.type();
      if (carried != null) {
        alternatives.add(member(alternative.name(), carried, 0));
        bytes = Math.max(bytes, layouts.size(carried));
      }
    }
    if (!alternatives.isEmpty()) {
      IrMetadata payload = builder.compositeType(CompositeKind.UNION, "");
      builder.define(payload, CompositeKind.UNION, "", bytes, alternatives);
      members.add(new Member("", payload, layouts.payloadOffset(type), bytes));
    }
  }
}
