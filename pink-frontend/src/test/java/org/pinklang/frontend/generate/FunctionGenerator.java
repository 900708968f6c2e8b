package org.pinklang.frontend.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;

/** Generates functions that call those generated before. */
final class FunctionGenerator {
  private final World world;
  private final Choices choices;
  private final Checksums checksums;
  private final TypeChooser types;

  FunctionGenerator(World world, Checksums checksums) {
    this.world = world;
    this.choices = world.choices;
    this.checksums = checksums;
    this.types = new TypeChooser(world);
  }

  void function(int index, int size) {
    ModuleDraft module = world.anyModule();
    boolean recursive = choices.chance(15);
    boolean exported = choices.chance(60);
    List<PinkType> parameters = parameters(recursive, index, module);
    PinkType result = choices.chance(10) ? Scalar.NIL : types.plain();
    SymbolId symbol = SymbolId.of(module.name(), world.fresh("f"));
    FunctionDraft draft = new FunctionDraft(symbol, parameters, result, exported, index, recursive);
    module.declare(text(draft, module, size));
    world.functions.add(draft);
  }

  private List<PinkType> parameters(boolean recursive, int index, ModuleDraft module) {
    List<PinkType> parameters = new ArrayList<>();
    if (recursive) {
      parameters.add(Scalar.INTEGER64);
    }
    int count = choices.chance(5) ? choices.between(7, 12) : choices.below(4);
    for (int i = 0; i < count; i++) {
      List<FunctionDraft> callable =
          world.functions.stream()
              .filter(f -> f.exported() && f.index() < index && !f.recursive())
              .toList();
      parameters.add(
          !callable.isEmpty() && choices.chance(10) ? choices.pick(callable).type() : types.any());
    }
    return parameters;
  }

  private String text(FunctionDraft draft, ModuleDraft module, int size) {
    Scope scope = Scope.outermost();
    StringJoiner written = new StringJoiner(", ", "(", ")");
    for (PinkType type : draft.parameters()) {
      boolean counter = draft.recursive() && scope.variables().isEmpty();
      String name = world.fresh("p");
      scope.declare(name, type, !counter);
      written.add(name + ": " + module.spell(type));
    }
    boolean inferred =
        !draft.exported()
            && !draft.recursive()
            && draft.result() != Scalar.NIL
            && choices.chance(40);
    String result = inferred ? "" : " -> " + module.spell(draft.result());
    String head = (draft.exported() ? "export " : "") + (choices.chance(10) ? "inline " : "");
    return head
        + "fn "
        + draft.symbol().name()
        + written
        + result
        + " {\n"
        + body(draft, module, size, scope, inferred)
        + "}";
  }

  private String body(
      FunctionDraft draft, ModuleDraft module, int size, Scope parameters, boolean inferred) {
    ExpressionGenerator expressions = new ExpressionGenerator(world, module, false, draft.index());
    StatementGenerator statements =
        new StatementGenerator(expressions, checksums, draft.result(), !inferred);
    Scope scope = parameters;
    statements.statements(choices.between(1, 2 + size / 2), 2, scope);
    if (draft.recursive()) {
      recursion(draft, module, statements, expressions, scope);
    }
    if (draft.result() != Scalar.NIL) {
      Mode mode = inferred ? Mode.FREE : Mode.WANTED;
      statements.line(expressions.expression(draft.result(), mode, 3, scope).asTerm());
    }
    return statements.text();
  }

  /** One call of the function itself, its first argument one less. */
  private void recursion(
      FunctionDraft draft,
      ModuleDraft module,
      StatementGenerator statements,
      ExpressionGenerator expressions,
      Scope scope) {
    String counter = scope.variables().get(0).text();
    StringJoiner arguments = new StringJoiner(", ", "(", ")");
    arguments.add(counter + " - 1");
    for (PinkType type : draft.parameters().subList(1, draft.parameters().size())) {
      arguments.add(expressions.expression(type, Mode.WANTED, 2, scope).anywhere());
    }
    String call = draft.symbol().name() + arguments;
    if (draft.result() == Scalar.NIL) {
      statements.line("if (" + counter + " > 0) { " + call + "; }");
      return;
    }
    String name = world.fresh("r");
    String otherwise = expressions.expression(draft.result(), Mode.WANTED, 2, scope).asTerm();
    statements.line(
        name
            + ": "
            + module.spell(draft.result())
            + " := if ("
            + counter
            + " > 0) { "
            + call
            + "; } else { "
            + otherwise
            + " };");
    scope.declare(name, draft.result(), true);
  }
}
