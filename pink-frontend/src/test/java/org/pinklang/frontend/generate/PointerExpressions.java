package org.pinklang.frontend.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/**
 * Pointers, slices and function pointers. What they point at lives at least as long as a variable
 * of a given depth.
 */
final class PointerExpressions {
  private final ExpressionGenerator all;
  private final Choices choices;

  PointerExpressions(ExpressionGenerator all) {
    this.all = all;
    this.choices = all.choices;
  }

  Fragment expression(PinkType type, int maxDepth, int depth, Scope scope) {
    return switch (type) {
      case PinkType.Pointer pointer when pointer.nullable() ->
          nullable(pointer, maxDepth, depth, scope);
      case PinkType.Pointer pointer -> pointer(pointer, maxDepth, depth, scope);
      case PinkType.Slice slice -> slice(slice, maxDepth, depth, scope);
      case PinkType.Function function -> function(function, scope);
      default -> throw new IllegalArgumentException(type.display());
    };
  }

  private Fragment nullable(PinkType.Pointer type, int maxDepth, int depth, Scope scope) {
    Path known = all.paths.find(type, scope, path -> path.depth() <= maxDepth);
    if (known != null && choices.chance(40)) {
      return known.fragment();
    }
    return choices.chance(30)
        ? Fragment.postfix("nil")
        : pointer(new PinkType.Pointer(type.target(), false), maxDepth, depth, scope);
  }

  private Fragment pointer(PinkType.Pointer type, int maxDepth, int depth, Scope scope) {
    Path known = all.paths.find(type, scope, path -> path.depth() <= maxDepth);
    if (known != null && choices.chance(50)) {
      return known.fragment();
    }
    Path place =
        all.paths.find(
            type.target(), scope, path -> path.addressable() && path.depth() <= maxDepth);
    String target = place != null ? place.text() : globalFor(type.target());
    Fragment address = Fragment.of("&" + target, Fragment.PREFIX);
    return choices.chance(6) ? castThereAndBack(address, type) : address;
  }

  private Fragment castThereAndBack(Fragment address, PinkType.Pointer type) {
    String there = all.module.spell(new PinkType.Pointer(all.types.scalar(), false));
    return Fragment.of(
        address.at(Fragment.PREFIX) + " as " + there + " as " + all.module.spell(type),
        Fragment.CAST);
  }

  /** A global variable of a type, made where there is none. */
  private String globalFor(PinkType type) {
    List<GlobalDraft> fitting =
        all.world.globals.stream()
            .filter(g -> !g.constant() && g.type().equals(type))
            .filter(g -> g.exported() || g.symbol().module().equals(all.module.name()))
            .toList();
    GlobalDraft global =
        fitting.isEmpty()
            ? new GlobalGenerator(all.world).variable(all.module, type)
            : choices.pick(fitting);
    return all.module.spell(global.symbol());
  }

  private Fragment slice(PinkType.Slice type, int maxDepth, int depth, Scope scope) {
    if (type.element() == Scalar.UNSIGNED8 && choices.chance(40)) {
      return Fragment.postfix(choices.oneOf("\"text\"", "\"a\\n\\x80\"", "\"longer text\"[2..9]"));
    }
    Path known = all.paths.find(type, scope, path -> path.assignable() && path.depth() <= maxDepth);
    if (known != null && choices.chance(50)) {
      return choices.chance(20)
          ? Fragment.postfix(known.text() + choices.oneOf("[..]", "[0..]", "[..1]"))
          : known.fragment();
    }
    return sliceOfArray(type, maxDepth, scope);
  }

  private Fragment sliceOfArray(PinkType.Slice type, int maxDepth, Scope scope) {
    Path array =
        all.paths.find(
            scope,
            path ->
                path.type() instanceof PinkType.Array found
                    && found.element().equals(type.element())
                    && path.addressable()
                    && path.depth() <= maxDepth);
    PinkType.Array made = new PinkType.Array(type.element(), choices.between(1, 4));
    String text = array != null ? array.text() : globalFor(made);
    int length = (int) (array != null ? ((PinkType.Array) array.type()).length() : made.length());
    if (choices.chance(25)) {
      return Fragment.of("&" + text, Fragment.PREFIX);
    }
    int from = choices.below(length);
    int to = choices.between(from + 1, length);
    boolean reachesThrough = type.element() instanceof PinkType.Array;
    return switch (choices.below(reachesThrough ? 3 : 4)) {
      case 0 -> Fragment.postfix(text + "[" + from + "..]");
      case 1 -> Fragment.postfix(text + "[.." + to + "]");
      case 2 -> Fragment.postfix(text + "[" + from + ".." + to + "]");
      default -> Fragment.postfix(text + "[..].pointer[" + from + ".." + to + "]");
    };
  }

  private Fragment function(PinkType.Function type, Scope scope) {
    Path known = all.paths.find(type, scope, path -> true);
    List<FunctionDraft> named = fitting(type);
    if (known != null && (named.isEmpty() || choices.chance(50))) {
      return known.fragment();
    }
    return Fragment.postfix(all.module.spell(choices.pick(named).symbol()));
  }

  private List<FunctionDraft> fitting(PinkType.Function type) {
    return all.world.functions.stream()
        .filter(f -> f.index() < all.index && f.type().equals(type) && all.isVisible(f))
        .filter(f -> !f.recursive())
        .toList();
  }

  /** A function that can be named here, as a type to make a local or call of; null for none. */
  @Nullable FunctionDraft anyFunction() {
    List<FunctionDraft> usable =
        all.world.functions.stream()
            .filter(f -> f.index() < all.index && all.isVisible(f) && !f.recursive())
            .toList();
    return usable.isEmpty() ? null : choices.pick(usable);
  }
}
