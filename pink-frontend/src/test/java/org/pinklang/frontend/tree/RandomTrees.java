package org.pinklang.frontend.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.Declaration.Alternative;
import org.pinklang.frontend.tree.Declaration.Field;
import org.pinklang.frontend.tree.Declaration.Parameter;

/**
 * Makes units that the grammar allows and that mean nothing: every construct, in the form a parser
 * gives it. The same seed gives the same tree. All places are 0.
 */
public final class RandomTrees {
  private static final String[] NAMES = {
    "a", "b", "x1", "value", "Point", "opaque", "inline", "size", "_private", "main", "of"
  };

  private final Random random;
  private final RandomExpressions expressions;

  /**
   * A source of trees.
   *
   * @param depth how deep expressions may nest
   */
  public RandomTrees(long seed, int depth) {
    this.random = new Random(seed);
    this.expressions = new RandomExpressions(this, random, depth);
  }

  /** A whole unit. */
  public UnitTree unit() {
    boolean module = random.nextInt(3) > 0;
    return new UnitTree(
        module ? unitDeclaration() : null,
        list(0, 3, this::importDeclaration),
        list(0, 5, this::declaration),
        0,
        0);
  }

  /** One expression that can stand anywhere. */
  public Expression expression() {
    return expressions.expression();
  }

  /** One type. */
  public TypeTree type() {
    return expressions.type();
  }

  Identifier name() {
    return new Identifier(NAMES[random.nextInt(NAMES.length)], 0, 0);
  }

  Identifier nameOrDiscard() {
    return random.nextInt(8) == 0 ? new Identifier("_", 0, 0) : name();
  }

  ModuleName moduleName() {
    return new ModuleName(list(1, 3, this::name), 0, 0);
  }

  <T> List<T> list(int least, int most, Supplier<T> element) {
    int count = least + random.nextInt(most - least + 1);
    List<T> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      elements.add(element.get());
    }
    return elements;
  }

  <T> @Nullable T maybe(Supplier<T> element) {
    return random.nextBoolean() ? element.get() : null;
  }

  private UnitDeclaration unitDeclaration() {
    UnitDeclaration.Keyword[] keywords = UnitDeclaration.Keyword.values();
    return new UnitDeclaration(
        documentation(),
        keywords[random.nextInt(keywords.length)],
        moduleName(),
        maybe(this::name),
        0,
        0);
  }

  private ImportDeclaration importDeclaration() {
    boolean exported = random.nextBoolean();
    if (random.nextInt(4) == 0) {
      return new ImportDeclaration(exported, null, name(), null, null, 0, 0);
    }
    return new ImportDeclaration(
        exported, moduleName(), null, maybe(this::name), maybe(() -> list(1, 3, this::name)), 0, 0);
  }

  private @Nullable Documentation documentation() {
    if (random.nextBoolean()) {
      return null;
    }
    String[] lines = {"Says what it is.", "", "  indented", "/ a slash", "* a star /* */", "日本 ß"};
    List<String> text = list(1, 3, () -> lines[random.nextInt(lines.length)]);
    return new Documentation(String.join("\n", text), 0, 0);
  }

  private Declaration declaration() {
    return switch (random.nextInt(6)) {
      case 0 -> global();
      case 1 ->
          new Declaration.Struct(
              documentation(), flip(), flip(), name(), list(0, 3, this::field), 0, 0);
      case 2 ->
          new Declaration.Union(
              documentation(), flip(), name(), list(1, 3, this::alternative), 0, 0);
      case 3 -> extern();
      default -> function();
    };
  }

  private boolean flip() {
    return random.nextBoolean();
  }

  private Declaration global() {
    BindingKind[] kinds = BindingKind.values();
    return new Declaration.Global(
        documentation(),
        flip(),
        kinds[random.nextInt(kinds.length)],
        name(),
        maybe(this::type),
        expression(),
        0,
        0);
  }

  private Declaration extern() {
    boolean variadic = flip();
    return new Declaration.Extern(
        documentation(),
        flip(),
        name(),
        list(variadic ? 1 : 0, 3, this::parameter),
        variadic,
        maybe(this::type),
        0,
        0);
  }

  private Declaration function() {
    return new Declaration.Function(
        documentation(),
        flip(),
        flip(),
        name(),
        list(0, 3, this::parameter),
        maybe(this::type),
        random.nextInt(5) == 0 ? null : expressions.block(),
        0,
        0);
  }

  private Parameter parameter() {
    return new Parameter(nameOrDiscard(), type(), 0, 0);
  }

  private Field field() {
    return new Field(documentation(), name(), type(), 0, 0);
  }

  private Alternative alternative() {
    return new Alternative(documentation(), name(), maybe(this::type), 0, 0);
  }
}
