package org.pinklang.frontend.generate;

import java.util.List;
import java.util.StringJoiner;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;

/** Generates the terms of one function's body. */
final class StatementGenerator {
  private static final int EXPRESSION_DEPTH = 3;
  private static final int MOST_NESTED_JUMPS = 4;

  private final ExpressionGenerator expressions;
  private final Checksums checksums;
  private final World world;
  private final Choices choices;
  private final ModuleDraft module;
  private final PinkType result;
  private final boolean mayReturn;
  private final StringBuilder text = new StringBuilder();
  private int indent = 1;
  private int nested;

  StatementGenerator(
      ExpressionGenerator expressions, Checksums checksums, PinkType result, boolean mayReturn) {
    this.expressions = expressions;
    this.checksums = checksums;
    this.world = expressions.world;
    this.choices = expressions.choices;
    this.module = expressions.module;
    this.result = result;
    this.mayReturn = mayReturn;
    expressions.leaveBlocksBy(scope -> nested++ < MOST_NESTED_JUMPS ? jump(scope) : "");
  }

  String text() {
    return text.toString();
  }

  void line(String line) {
    text.append("  ".repeat(indent)).append(line).append('\n');
  }

  private Fragment expression(PinkType type, Mode mode, Scope scope) {
    return expressions.expression(type, mode, EXPRESSION_DEPTH, scope);
  }

  private String condition(Scope scope) {
    return "(" + expression(Scalar.BOOLEAN, Mode.WANTED, scope).anywhere() + ")";
  }

  /** Several terms; {@code nesting} more blocks may be opened. */
  void statements(int count, int nesting, Scope scope) {
    for (int i = 0; i < count; i++) {
      statement(nesting, scope);
    }
  }

  private void statement(int nesting, Scope scope) {
    int kind = choices.below(nesting > 0 ? 100 : 60);
    if (kind < 22) {
      local(scope);
    } else if (kind < 27) {
      takeApart(scope);
    } else if (kind < 44) {
      assignment(scope);
    } else if (kind < 50) {
      mixLocal(scope);
    } else if (kind < 55) {
      discardOrCall(scope);
    } else if (kind < 58) {
      leave(scope);
    } else if (kind < 60) {
      prelude(scope);
    } else if (kind < 70) {
      conditional(nesting, scope);
    } else if (kind < 76) {
      countedWhile(nesting, scope);
    } else if (kind < 82) {
      forRange(nesting, scope);
    } else if (kind < 88) {
      forEach(nesting, scope);
    } else if (kind < 94) {
      match(nesting, scope);
    } else {
      narrowing(nesting, scope);
    }
  }

  // ---- locals and assignments ------------------------------------------------------------------

  private void local(Scope scope) {
    FunctionDraft function = choices.chance(8) ? expressions.anyFunction() : null;
    PinkType type = function != null ? function.type() : expressions.types.any();
    boolean inferred = ExpressionGenerator.isPlain(type) && choices.chance(50);
    Fragment value = expression(type, inferred ? Mode.FREE : Mode.WANTED, scope);
    String name = shadowedOrFresh(scope);
    boolean constant = choices.chance(15);
    String keyword = constant ? "const " : choices.chance(20) ? "var " : "";
    String written = inferred ? "" : ": " + module.spell(type);
    line(keyword + name + written + " := " + value.anywhere() + ";");
    scope.variables().removeIf(v -> v.text().equals(name));
    scope.declare(name, type, !constant);
  }

  /** Now and then the name of a variable of an outer block. */
  private String shadowedOrFresh(Scope scope) {
    List<String> outer =
        scope.variables().stream()
            .filter(v -> v.depth() < scope.depth() - 1 && v.text().startsWith("v"))
            .map(Variable::text)
            .toList();
    return outer.isEmpty() || choices.chance(90) ? world.fresh("v") : choices.pick(outer);
  }

  private void takeApart(Scope scope) {
    PinkType.Tuple type = expressions.types.tuple(1);
    Fragment value = expression(type, Mode.FREE, scope);
    StringJoiner names = new StringJoiner(", ", "(", ")");
    for (PinkType element : type.elements()) {
      String name = choices.chance(15) ? "_" : world.fresh("v");
      names.add(name);
      if (!name.equals("_")) {
        scope.declare(name, element, true);
      }
    }
    line(names + " := " + value.anywhere() + ";");
  }

  private void assignment(Scope scope) {
    Path place = expressions.paths.find(scope, Path::assignable);
    if (place == null) {
      local(scope);
      return;
    }
    if (!ExpressionGenerator.isPlain(place.type())) {
      assignPointer(place, scope);
      return;
    }
    String value = expression(place.type(), Mode.WANTED, scope).anywhere();
    Path second = expressions.paths.find(place.type(), scope, Path::assignable);
    boolean twice = second != null && choices.chance(15);
    line(place.text() + " = " + (twice ? second.text() + " = " : "") + value + ";");
  }

  /** What it points at afterwards lives as long as the variable. */
  private void assignPointer(Path place, Scope scope) {
    if (place.type() instanceof PinkType.Function) {
      return;
    }
    Fragment value = expressions.pointer(place.type(), place.depth(), scope);
    line(place.text() + " = " + value.anywhere() + ";");
  }

  private void mixLocal(Scope scope) {
    Path path = expressions.paths.find(scope, p -> ExpressionGenerator.isPlain(p.type()));
    if (path != null) {
      line(checksums.mix(path.type(), path.text(), module));
    }
  }

  private void discardOrCall(Scope scope) {
    Fragment call = expressions.call(choices.chance(30) ? Scalar.NIL : result, 2, scope);
    if (call != null) {
      line((choices.chance(30) ? "_ = " : "") + call.asTerm());
    } else {
      line("assert(" + expression(Scalar.BOOLEAN, Mode.WANTED, scope).at(0) + " or true);");
    }
  }

  /** Uses of the types that every program has: a list of nodes, and a struct with a function. */
  private void prelude(Scope scope) {
    if (choices.chance(50)) {
      String handler = world.fresh("h");
      String run = module.spell(SymbolId.of("core", choices.oneOf("twice", "same")));
      String made = module.spell(SymbolId.of("core", "Handler"));
      String scale = expression(Scalar.INTEGER64, Mode.WANTED, scope).anywhere();
      line(handler + " := " + made + " { run: " + run + ", scale: " + scale + " };");
      String argument = expression(Scalar.INTEGER64, Mode.WANTED, scope).anywhere();
      line(
          checksums.mix(
              Scalar.INTEGER64,
              handler + ".run(" + argument + ") * " + handler + ".scale",
              module));
      return;
    }
    String node = module.spell(SymbolId.of("core", "Node"));
    String last = "nil";
    for (int i = 0; i < 3; i++) {
      String name = world.fresh("n");
      String value = expression(Scalar.INTEGER64, Mode.WANTED, scope).anywhere();
      line(name + " := " + node + " { value: " + value + ", next: " + last + " };");
      last = "&" + name;
    }
    String at = world.fresh("w");
    line("var " + at + ": *?" + node + " := " + last + ";");
    line("while (" + at + " != nil) {");
    line("  " + checksums.mix(Scalar.INTEGER64, at + ".value", module));
    line("  " + at + " = " + at + ".next;");
    line("}");
  }

  // ---- jumps -----------------------------------------------------------------------------------

  private void leave(Scope scope) {
    String jump = jump(scope);
    if (jump.isEmpty()) {
      mixLocal(scope);
    } else {
      line("if " + condition(scope) + " { " + jump + " }");
    }
  }

  private String jump(Scope scope) {
    if (scope.inLoop() && choices.chance(60)) {
      return choices.oneOf("break;", "continue;");
    }
    if (choices.chance(4)) {
      return choices.oneOf("panic(\"reached\");", "assert(false);", "panic(\"a\\u{e4}\");");
    }
    if (!mayReturn || choices.chance(40)) {
      return "";
    }
    return result == Scalar.NIL
        ? "return;"
        : "return " + expression(result, Mode.WANTED, scope).anywhere() + ";";
  }

  // ---- blocks ----------------------------------------------------------------------------------

  private void body(int nesting, Scope inner) {
    indent++;
    statements(choices.between(1, 3), nesting - 1, inner);
    indent--;
  }

  private void conditional(int nesting, Scope scope) {
    line("if " + condition(scope) + " {");
    body(nesting, scope.block());
    if (choices.chance(30)) {
      line("} else if " + condition(scope) + " {");
      body(nesting, scope.block());
    }
    if (choices.chance(50)) {
      line("} else {");
      body(nesting, scope.block());
    }
    line("}");
  }

  private void countedWhile(int nesting, Scope scope) {
    String counter = world.fresh("c");
    line("var " + counter + " := 0;");
    String also = choices.chance(40) ? " and " + conditionOperand(scope.withoutJumps()) : "";
    line("while (" + counter + " < " + choices.between(1, 5) + also + ") {");
    Scope inner = scope.loop();
    indent++;
    line(counter + " = " + counter + " + 1;");
    indent--;
    body(nesting, inner);
    line("}");
  }

  private String conditionOperand(Scope scope) {
    return expression(Scalar.BOOLEAN, Mode.WANTED, scope).at(2);
  }

  private void forRange(int nesting, Scope scope) {
    Scope inner = scope.loop();
    String variable = world.fresh("i");
    Scalar type = expressions.types.integer();
    Fragment from = expressions.literals.literal(type, Mode.FREE, module);
    String start =
        type == Scalar.INTEGER64 ? "0" : module.spell(type) + "(" + choices.below(3) + ")";
    boolean bounded = choices.chance(85);
    String first = bounded ? start : from.text();
    String end = bounded ? Integer.toString(choices.between(1, 5)) : first + " + 3";
    inner.declare(variable, type, choices.chance(50));
    String typedEnd =
        type == Scalar.INTEGER64 || !bounded ? end : module.spell(type) + "(" + end + ")";
    line("for " + variable + " in " + first + ".." + typedEnd + " {");
    body(nesting, inner);
    line("}");
  }

  private void forEach(int nesting, Scope scope) {
    Path sequence =
        expressions.paths.find(
            scope,
            path -> path.type() instanceof PinkType.Array || path.type() instanceof PinkType.Slice);
    String text = sequence == null ? "\"xyz\"" : sequence.text();
    PinkType element =
        switch (sequence == null ? PinkType.Slice.OF_BYTES : sequence.type()) {
          case PinkType.Array array -> array.element();
          case PinkType.Slice slice -> slice.element();
          default -> throw new IllegalStateException();
        };
    if (sequence == null || choices.chance(25)) {
      PinkType.Array array = new PinkType.Array(element, choices.between(1, 3));
      text = expression(array, Mode.FREE, scope.withoutJumps()).anywhere();
    }
    Scope inner = scope.loop();
    String variable = world.fresh("x");
    inner.declare(variable, element, true);
    line("for " + variable + " in (" + text + ") {");
    body(nesting, inner);
    line("}");
  }

  private void match(int nesting, Scope scope) {
    List<PinkType.Nominal> unions = world.unions();
    if (unions.isEmpty()) {
      conditional(nesting, scope);
      return;
    }
    PinkType.Nominal union = choices.pick(unions);
    line("match (" + expression(union, Mode.FREE, scope).anywhere() + ") {");
    indent++;
    TypeDefinition.Union definition = (TypeDefinition.Union) world.definition(union);
    boolean partial = choices.chance(40);
    for (TypeDefinition.Alternative alternative : definition.alternatives()) {
      if (!partial || choices.chance(50)) {
        Scope inner = scope.block();
        line(expressions.pattern(alternative, inner) + " => {");
        body(nesting, inner);
        line("}");
      }
    }
    if (partial) {
      line("else => {");
      body(nesting, scope.block());
      line("}");
    }
    indent--;
    line("}");
  }

  /** Uses of a nullable pointer where it is known not to be nil. */
  private void narrowing(int nesting, Scope scope) {
    List<Variable> nullable =
        scope.variables().stream()
            .filter(v -> v.type() instanceof PinkType.Pointer p && p.nullable())
            .toList();
    if (nullable.isEmpty()) {
      conditional(nesting, scope);
      return;
    }
    Variable pointer = choices.pick(nullable);
    PinkType.Pointer type = (PinkType.Pointer) pointer.type();
    Variable narrowed =
        new Variable(
            pointer.text(),
            new PinkType.Pointer(type.target(), false),
            false,
            false,
            pointer.depth());
    boolean inverted = choices.chance(30);
    line("if (" + pointer.text() + (inverted ? " == nil) {" : " != nil) {"));
    body(
        nesting,
        inverted ? scope.replacing(pointer, fixed(pointer)) : scope.replacing(pointer, narrowed));
    line("} else {");
    body(nesting, inverted ? scope.replacing(pointer, narrowed) : scope.block());
    line("}");
  }

  private static Variable fixed(Variable pointer) {
    return new Variable(pointer.text(), pointer.type(), false, false, pointer.depth());
  }
}
