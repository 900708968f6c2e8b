package org.pinklang.codegen.target;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.type.Layout;
import org.pinklang.frontend.type.Layouts;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.TypeDefinitions;

/** The layouts of one unit's types, each computed once. For one thread. */
public final class TypeLayouts {
  private final TypeDefinitions definitions;
  private final Layouts layouts;
  private final Map<PinkType, Layout> known = new HashMap<>();
  private final Map<PinkType, Fields> fields = new HashMap<>();

  /**
   * What a struct or tuple consists of.
   *
   * @param types of the fields, in order
   * @param offsets of the fields, in bytes
   */
  public record Fields(List<PinkType> types, long[] offsets) {}

  /** Layouts on a target, with what structs and unions hold. */
  public TypeLayouts(DataModel model, TypeDefinitions definitions) {
    this.definitions = definitions;
    this.layouts = new Layouts(model, this::definition);
  }

  /** Size and alignment of a type. */
  public Layout layout(PinkType type) {
    Layout layout = known.get(type);
    if (layout == null) {
      layout = layouts.layout(type);
      known.put(type, layout);
    }
    return layout;
  }

  /** Size of a type in bytes. */
  public long size(PinkType type) {
    return layout(type).size();
  }

  /** The fields of a struct or the elements of a tuple. */
  public Fields fields(PinkType type) {
    Fields found = fields.get(type);
    if (found == null) {
      found = computeFields(type);
      fields.put(type, found);
    }
    return found;
  }

  private Fields computeFields(PinkType type) {
    List<PinkType> types = fieldTypes(type);
    long[] offsets = new long[types.size()];
    long end = 0;
    for (int i = 0; i < offsets.length; i++) {
      Layout field = layout(types.get(i));
      offsets[i] = (end + field.alignment() - 1) & -field.alignment();
      end = offsets[i] + field.size();
    }
    return new Fields(types, offsets);
  }

  private List<PinkType> fieldTypes(PinkType type) {
    if (type instanceof PinkType.Tuple tuple) {
      return tuple.elements();
    }
    if (type instanceof PinkType.Nominal nominal
        && definition(nominal.symbol()) instanceof TypeDefinition.Struct struct) {
      return struct.fields().stream().map(TypeDefinition.Field::type).toList();
    }
    throw new IllegalArgumentException(type.display() + " has no fields");
  }

  /** What a union holds. */
  public TypeDefinition.Union union(PinkType.Nominal type) {
    return (TypeDefinition.Union) definition(type.symbol());
  }

  /** Offset of the payload of a union. */
  public long payloadOffset(PinkType.Nominal type) {
    return layouts.payloadOffset(union(type));
  }

  private TypeDefinition definition(SymbolId symbol) {
    TypeDefinition definition = definitions.get(symbol);
    if (definition == null) {
      throw new IllegalArgumentException(
          "the unit does not say what " + symbol.display() + " holds");
    }
    return definition;
  }
}
