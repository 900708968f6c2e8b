package org.pinklang.frontend.check;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.type.Layouts;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.Linkage;

/** What a body that was written down may name, as the present build has it. */
final class BodyDeclarations {
  /** Bodies with more locals are not worth the stack of those that would inline them. */
  static final long MAX_BYTES = 32 << 10;

  private final FactReader facts;

  // By identity: a type of a body is one object, and hashing one costs what it amounts to.
  private final Map<PinkType, Boolean> valueTypes = new IdentityHashMap<>();
  private final Map<PinkType, Boolean> namedTypes = new IdentityHashMap<>();
  private final Map<PinkType, Long> sizes = new IdentityHashMap<>();

  BodyDeclarations(FactReader facts) {
    this.facts = facts;
  }

  private @Nullable Entity entity(SymbolId symbol) {
    Declared declared = facts.find(symbol);
    return declared == null ? null : facts.entity(declared);
  }

  /** Whether a name stands for a function of this type that importers can reach. */
  boolean isFunction(SymbolId symbol, PinkType.Function type, boolean external) {
    return entity(symbol) instanceof Entity.Function function
        && function.type().equals(type)
        && function.external() == external
        && function.linkage() == Linkage.PUBLIC
        && type.parameters().stream().allMatch(this::isValueType)
        && isResultType(type.result());
  }

  /** Whether a name stands for a global of this type that importers can reach. */
  boolean isGlobal(SymbolId symbol, PinkType type, boolean constant) {
    return entity(symbol) instanceof Entity.Global global
        && global.type().equals(type)
        && global.constant() == constant
        && global.linkage() == Linkage.PUBLIC
        && isValueType(type);
  }

  /** What a struct or union holds; null where it is none, or hides it. */
  @Nullable TypeDefinition definition(PinkType type) {
    if (!(type instanceof PinkType.Nominal nominal)) {
      return null;
    }
    Declared declared = facts.find(nominal.symbol());
    boolean isOpaque =
        declared != null
            && declared.declaration().tree() instanceof Declaration.Struct struct
            && struct.opaque();
    return isOpaque ? null : facts.definition(nominal.symbol());
  }

  private boolean isResultType(PinkType type) {
    return BodyValidator.isNothing(type) || isValueType(type);
  }

  /** Whether values of a type can be handled. */
  boolean isValueType(PinkType type) {
    Boolean known = valueTypes.get(type);
    if (known == null) {
      known = findValueType(type);
      valueTypes.put(type, known);
    }
    return known;
  }

  private boolean findValueType(PinkType type) {
    boolean known =
        switch (type) {
          case Scalar scalar -> true;
          case PinkType.Tuple tuple ->
              tuple.elements().size() > 1 && tuple.elements().stream().allMatch(this::isValueType);
          case PinkType.Array array -> array.length() >= 0 && isValueType(array.element());
          case PinkType.Nominal nominal -> isNominal(nominal) && definition(nominal) != null;
          case PinkType.Never never -> false;
          default -> isNamedType(type);
        };
    return known && size(type) <= Layouts.MAX_SIZE;
  }

  /** Whether a type is one that pointers may lead to. */
  boolean isNamedType(PinkType type) {
    Boolean known = namedTypes.get(type);
    if (known == null) {
      known = findNamedType(type);
      namedTypes.put(type, known);
    }
    return known;
  }

  private boolean findNamedType(PinkType type) {
    return switch (type) {
      case Scalar scalar -> true;
      case PinkType.Tuple tuple ->
          tuple.elements().size() > 1 && tuple.elements().stream().allMatch(this::isNamedType);
      case PinkType.Array array -> array.length() >= 0 && isNamedType(array.element());
      case PinkType.Pointer pointer -> isNamedType(pointer.target());
      case PinkType.Slice slice -> isNamedType(slice.element());
      case PinkType.Function function ->
          !function.variadic()
              && function.parameters().stream().allMatch(this::isNamedType)
              && (function.result() == PinkType.Never.NEVER || isNamedType(function.result()));
      case PinkType.Nominal nominal -> isNominal(nominal);
      case PinkType.Never never -> false;
      case PinkType.Erroneous erroneous -> false;
    };
  }

  private boolean isNominal(PinkType.Nominal nominal) {
    return entity(nominal.symbol()) instanceof Entity.Type type && type.type().equals(nominal);
  }

  /** The size of a type that is known to be one of values. */
  long size(PinkType type) {
    Long known = sizes.get(type);
    if (known == null) {
      known = facts.layouts().layout(type).size();
      sizes.put(type, known);
    }
    return known;
  }

  // ---- constants ----------------------------------------------------------------------------

  /** Whether a constant is one that bodies may hold: no aggregate. */
  boolean isConstant(ConstantValue value) {
    return switch (value) {
      case ConstantValue.IntegerConstant integer ->
          integer.type().isInteger() && integer.type().wrap(integer.value()) == integer.value();
      case ConstantValue.FloatConstant real -> real.type().isFloat();
      case ConstantValue.BooleanConstant truth -> true;
      case ConstantValue.NilConstant nil -> true;
      case ConstantValue.NullConstant nil -> nil.type().nullable() && isNamedType(nil.type());
      case ConstantValue.FunctionConstant named -> isReference(named);
      case ConstantValue.AddressConstant address -> isAddress(address);
      case ConstantValue.StringAddressConstant string ->
          isNamedType(string.type())
              && string.offset() >= 0
              && string.offset() <= string.bytes().length();
      case ConstantValue.SliceConstant slice ->
          isNamedType(slice.type())
              && slice.length() >= 0
              && slice.pointer().type() instanceof PinkType.Pointer
              && isConstant(slice.pointer());
      case ConstantValue.AggregateConstant aggregate -> false;
      case ConstantValue.RepeatedConstant repeated -> false;
      case ConstantValue.UnionConstant union -> false;
    };
  }

  private boolean isReference(ConstantValue.FunctionConstant named) {
    var function = named.function();
    return !function.type().variadic()
        && isFunction(function.symbol(), function.type(), function.external());
  }

  private boolean isAddress(ConstantValue.AddressConstant address) {
    boolean isGlobal =
        isGlobal(address.global(), address.globalType(), false)
            || isGlobal(address.global(), address.globalType(), true);
    if (!isGlobal || !isNamedType(address.type())) {
      return false;
    }
    PinkType type = address.globalType();
    for (long index : address.path()) {
      PinkType part = part(type, index);
      if (part == null) {
        return false;
      }
      type = part;
    }
    return true;
  }

  private @Nullable PinkType part(PinkType type, long index) {
    return switch (type) {
      // One past the last element is where an empty slice may begin.
      case PinkType.Array array when index >= 0 && index <= array.length() -> array.element();
      case PinkType.Tuple tuple -> at(tuple.elements(), index);
      case PinkType.Nominal nominal ->
          definition(nominal) instanceof TypeDefinition.Struct struct
              ? at(TypeParts.ofFields(struct), index)
              : null;
      default -> null;
    };
  }

  private static @Nullable PinkType at(List<PinkType> parts, long index) {
    return index >= 0 && index < parts.size() ? parts.get((int) index) : null;
  }
}
