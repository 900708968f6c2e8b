package org.pinklang.codegen.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedGlobal;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.Linkage;

/** A program unit put together from its parts. */
public final class UnitBuilder {
  private final List<CheckedFunction> functions = new ArrayList<>();
  private final List<CheckedGlobal> globals = new ArrayList<>();
  private final Map<SymbolId, TypeDefinition> types = new HashMap<>();
  private @Nullable SymbolId main;

  public UnitBuilder add(CheckedFunction... added) {
    functions.addAll(List.of(added));
    return this;
  }

  public UnitBuilder main(CheckedFunction function) {
    main = function.symbol();
    return add(function);
  }

  public PinkType.Nominal struct(String name, PinkType... fields) {
    PinkType.Nominal type = Trees.struct(name);
    List<TypeDefinition.Field> list = new ArrayList<>();
    for (PinkType field : fields) {
      list.add(new TypeDefinition.Field("f" + list.size(), field));
    }
    types.put(type.symbol(), new TypeDefinition.Struct(type.symbol(), list));
    return type;
  }

  public PinkType.Nominal union(String name, @Nullable PinkType... alternatives) {
    PinkType.Nominal type = Trees.union(name);
    List<TypeDefinition.Alternative> list = new ArrayList<>();
    for (PinkType alternative : alternatives) {
      list.add(new TypeDefinition.Alternative("a" + list.size(), alternative));
    }
    types.put(type.symbol(), new TypeDefinition.Union(type.symbol(), list));
    return type;
  }

  public SymbolId global(String name, boolean constant, ConstantValue value) {
    SymbolId symbol = SymbolId.of("", name);
    globals.add(new CheckedGlobal(symbol, value.type(), constant, Linkage.INTERNAL, value, 0));
    return symbol;
  }

  public CheckedUnit build() {
    return build(DataModel.BITS_64);
  }

  public CheckedUnit build(DataModel model) {
    return new CheckedUnit(
        SourceText.of("test.pink", "first line\nsecond line\n"),
        "",
        model,
        functions,
        globals,
        Map.copyOf(types)::get,
        Map.of(),
        main);
  }
}
