package org.pinklang.frontend.generate;

import java.util.List;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;

/** Generates globals: variables, constants, and constants that hold addresses. */
final class GlobalGenerator {
  private final World world;

  GlobalGenerator(World world) {
    this.world = world;
  }

  /** A variable that starts with a constant expression. */
  GlobalDraft variable(ModuleDraft module, PinkType type) {
    return variable(module, type, world.choices.chance(60));
  }

  private GlobalDraft variable(ModuleDraft module, PinkType type, boolean written) {
    boolean exported = world.choices.chance(60);
    GlobalDraft draft =
        new GlobalDraft(
            SymbolId.of(module.name(), world.fresh("g")),
            type,
            false,
            exported,
            world.globals.size());
    String keyword = world.choices.chance(50) ? "var " : "";
    boolean typed = exported || written;
    String value = value(module, type, typed, draft.index());
    module.declare(declaration(module, draft, keyword, typed, value));
    world.globals.add(draft);
    return draft;
  }

  /**
   * A constant, and a function that evaluates the same expression when the program runs.
   *
   * @return the function's name
   */
  SymbolId constant(ModuleDraft module) {
    PinkType type = new TypeChooser(world).plain();
    boolean exported = world.choices.chance(60);
    GlobalDraft draft =
        new GlobalDraft(
            SymbolId.of(module.name(), world.fresh("K")),
            type,
            true,
            exported,
            world.globals.size());
    boolean typed = exported || world.choices.chance(50);
    String value = value(module, type, typed, draft.index());
    module.declare(declaration(module, draft, "const ", typed, value));
    SymbolId again = SymbolId.of(module.name(), world.fresh("again"));
    module.declare(
        "export fn "
            + again.name()
            + "() -> "
            + module.spell(type)
            + " {\n  value"
            + (typed ? ": " + module.spell(type) : "")
            + " := "
            + value
            + ";\n  value;\n}");
    world.globals.add(draft);
    world.functions.add(new FunctionDraft(again, List.of(), type, true, -1, false));
    return again;
  }

  /** A constant slice of a constant array, or pointer to a variable. */
  void address(ModuleDraft module) {
    if (world.choices.chance(50)) {
      PinkType type = new TypeChooser(world).plain();
      GlobalDraft target = variable(module, type, true);
      declareConstant(module, new PinkType.Pointer(type, false), "&" + target.symbol().name());
      return;
    }
    PinkType.Array array = new PinkType.Array(new TypeChooser(world).scalar(), 4);
    ExpressionGenerator expressions = new ExpressionGenerator(world, module, true, 0);
    Fragment value = expressions.expression(array, Mode.WANTED, 2, Scope.outermost());
    GlobalDraft table = declareConstant(module, array, value.anywhere());
    String bounds = world.choices.oneOf("[1..3]", "[..]", "[2..]", "[..3][1..]");
    declareConstant(module, new PinkType.Slice(array.element()), table.symbol().name() + bounds);
  }

  private GlobalDraft declareConstant(ModuleDraft module, PinkType type, String value) {
    GlobalDraft draft =
        new GlobalDraft(
            SymbolId.of(module.name(), world.fresh("K")), type, true, true, world.globals.size());
    module.declare(declaration(module, draft, "const ", true, value));
    world.globals.add(draft);
    return draft;
  }

  private String value(ModuleDraft module, PinkType type, boolean typed, int index) {
    ExpressionGenerator expressions = new ExpressionGenerator(world, module, true, index);
    Mode mode = typed ? Mode.WANTED : Mode.FREE;
    return expressions.expression(type, mode, 3, Scope.outermost()).anywhere();
  }

  private static String declaration(
      ModuleDraft module, GlobalDraft draft, String keyword, boolean typed, String value) {
    return (draft.exported() ? "export " : "")
        + keyword
        + draft.symbol().name()
        + (typed ? ": " + module.spell(draft.type()) : "")
        + " := "
        + value
        + ";";
  }
}
