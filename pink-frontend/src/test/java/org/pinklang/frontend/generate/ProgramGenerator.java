package org.pinklang.frontend.generate;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;

/** Generates one program. */
final class ProgramGenerator {
  private static final List<String> NAMES = List.of("core", "shapes", "deep.inner", "deep.other");

  private final long seed;
  private final int size;
  private final World world;
  private final Choices choices;

  ProgramGenerator(long seed, int size) {
    this.seed = seed;
    this.size = size;
    this.choices = new Choices(seed);
    this.world = new World(choices);
  }

  GeneratedProgram generate() {
    int modules = Math.min(NAMES.size(), choices.between(1, 1 + size / 2));
    for (String name : NAMES.subList(0, modules)) {
      world.modules.add(new ModuleDraft(name, choices));
    }
    for (int i = 0; i < choices.between(0, 1 + size / 2); i++) {
      defineType();
    }
    Checksums checksums = new Checksums(world);
    List<SymbolId> again = globals();
    FunctionGenerator functions = new FunctionGenerator(world, checksums);
    int count = choices.between(1, 1 + size);
    for (int i = 0; i < count; i++) {
      functions.function(i, size);
    }
    entry(checksums, again, count);
    return new GeneratedProgram(seed, size, texts(), SymbolId.of("core", "entry"));
  }

  private List<SourceText> texts() {
    List<SourceText> texts = new ArrayList<>();
    for (ModuleDraft module : world.modules) {
      texts.add(SourceText.of(module.name() + ".pink", module.text()));
    }
    String main = "import core;\n\nfn main() -> Integer {\n  core::entry();\n}\n";
    texts.add(SourceText.of("main.pink", main));
    return texts;
  }

  private void defineType() {
    ModuleDraft module = world.anyModule();
    TypeChooser types = new TypeChooser(world);
    if (choices.chance(60)) {
      SymbolId symbol = SymbolId.of(module.name(), world.fresh("S"));
      List<TypeDefinition.Field> fields = new ArrayList<>();
      StringBuilder text = new StringBuilder("export struct " + symbol.name() + " {\n");
      for (int i = 0; i < choices.between(1, 4); i++) {
        PinkType type = types.plain();
        String name = world.fresh("a");
        fields.add(new TypeDefinition.Field(name, type));
        text.append(i == 0 ? "  " : ",\n  ").append(name).append(": ").append(module.spell(type));
      }
      module.declare(text.append(choices.chance(30) ? ",\n}" : "\n}").toString());
      world.define(new TypeDefinition.Struct(symbol, fields));
    } else {
      defineUnion(module, types);
    }
  }

  private void defineUnion(ModuleDraft module, TypeChooser types) {
    SymbolId symbol = SymbolId.of(module.name(), world.fresh("U"));
    List<TypeDefinition.Alternative> alternatives = new ArrayList<>();
    StringBuilder text = new StringBuilder("export union " + symbol.name() + " {\n");
    for (int i = 0; i < choices.between(1, 4); i++) {
      PinkType type = choices.chance(70) ? types.plain() : null;
      String name = world.fresh("u");
      alternatives.add(new TypeDefinition.Alternative(name, type));
      text.append(i == 0 ? "  " : ",\n  ").append(name);
      text.append(type == null ? "" : ": " + module.spell(type));
    }
    module.declare(text.append("\n}").toString());
    world.define(new TypeDefinition.Union(symbol, alternatives));
  }

  private List<SymbolId> globals() {
    GlobalGenerator globals = new GlobalGenerator(world);
    List<SymbolId> again = new ArrayList<>();
    for (int i = 0; i < choices.between(1, 1 + size); i++) {
      ModuleDraft module = world.anyModule();
      switch (choices.below(5)) {
        case 0, 1 -> globals.variable(module, new TypeChooser(world).plain());
        case 2 -> globals.address(module);
        default -> again.add(globals.constant(module));
      }
    }
    return again;
  }

  // ---- entry -----------------------------------------------------------------------------------

  private void entry(Checksums checksums, List<SymbolId> again, int count) {
    ModuleDraft core = world.modules.get(0);
    StringBuilder text = new StringBuilder("export fn entry() -> Integer {\n");
    ExpressionGenerator expressions = new ExpressionGenerator(world, core, false, count);
    Scope scope = Scope.outermost();
    for (FunctionDraft function : List.copyOf(world.functions)) {
      if (!again.contains(function.symbol()) && expressions.isVisible(function)) {
        Fragment call = expressions.callOf(function, 3, scope);
        text.append("  ")
            .append(
                function.result() == Scalar.NIL
                    ? call.asTerm()
                    : checksums.mix(function.result(), call.anywhere(), core))
            .append('\n');
      }
    }
    for (FunctionDraft function : List.copyOf(world.functions)) {
      if (again.contains(function.symbol())) {
        String call = core.spell(function.symbol()) + "()";
        text.append("  ").append(checksums.mix(function.result(), call, core)).append('\n');
      }
    }
    for (GlobalDraft global : List.copyOf(world.globals)) {
      if (ExpressionGenerator.isPlain(global.type())
          && (global.exported() || global.symbol().module().equals(core.name()))) {
        String name = core.spell(global.symbol());
        text.append("  ").append(checksums.mix(global.type(), name, core)).append('\n');
      }
    }
    core.declare(text.append("  ").append(checksums.result(core)).append("\n}").toString());
  }
}
