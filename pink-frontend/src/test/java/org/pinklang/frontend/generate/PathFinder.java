package org.pinklang.frontend.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/** Finds what can be reached from the variables in scope without evaluating much. */
final class PathFinder {
  private static final int DEPTH = 3;

  private final World world;
  private final ModuleDraft module;
  private final boolean constant;
  private final int index;

  PathFinder(World world, ModuleDraft module, boolean constant, int index) {
    this.world = world;
    this.module = module;
    this.constant = constant;
    this.index = index;
  }

  /** Any path of a type that a test accepts; null where there is none. */
  @Nullable Path find(PinkType type, Scope scope, Predicate<Path> accepted) {
    List<Path> found = new ArrayList<>();
    for (Path root : roots(scope)) {
      search(root, DEPTH, scope, path -> path.type().equals(type) && accepted.test(path), found);
    }
    return found.isEmpty() ? null : world.choices.pick(found);
  }

  /** Any path that a test accepts. */
  @Nullable Path find(Scope scope, Predicate<Path> accepted) {
    List<Path> found = new ArrayList<>();
    for (Path root : roots(scope)) {
      search(root, 2, scope, accepted, found);
    }
    return found.isEmpty() ? null : world.choices.pick(found);
  }

  /** The locals, parameters and globals that can be named. */
  private List<Path> roots(Scope scope) {
    List<Path> roots = new ArrayList<>();
    scope.variables().forEach(variable -> roots.add(Path.of(variable)));
    for (GlobalDraft global : world.globals) {
      boolean visible = global.exported() || global.symbol().module().equals(module.name());
      boolean usable = !constant || (global.constant() && global.index() < index);
      if (visible && usable && (constant || world.choices.chance(40))) {
        boolean variable = !global.constant();
        roots.add(new Path(module.spell(global.symbol()), global.type(), variable, variable, -1));
      }
    }
    return roots;
  }

  private void search(
      Path path, int depth, Scope scope, Predicate<Path> accepted, List<Path> found) {
    if (accepted.test(path)) {
      found.add(path);
    }
    if (depth == 0) {
      return;
    }
    for (Path part : parts(path, scope)) {
      search(part, depth - 1, scope, accepted, found);
    }
  }

  private List<Path> parts(Path path, Scope scope) {
    List<Path> parts = new ArrayList<>();
    switch (path.type()) {
      case PinkType.Array array when array.length() > 0 ->
          parts.add(path.part("[" + index(array.length(), scope) + "]", array.element()));
      case PinkType.Slice slice -> parts.add(element(path, slice));
      case PinkType.Pointer pointer when !pointer.nullable() && !constant ->
          addTargets(path, pointer.target(), scope, parts);
      default ->
          world.fields(path.type()).forEach((suffix, type) -> parts.add(path.part(suffix, type)));
    }
    return parts;
  }

  /** Bytes may lie in a literal and are never written; nor is what a constant slice shows. */
  private Path element(Path path, PinkType.Slice slice) {
    String at = world.choices.chance(80) ? "[0]" : "[" + path.text() + ".length - 1]";
    boolean writable = path.assignable() && slice.element() != Scalar.UNSIGNED8;
    return new Path(path.text() + at, slice.element(), writable, false, path.depth());
  }

  private void addTargets(Path path, PinkType target, Scope scope, List<Path> parts) {
    parts.add(path.target("(*" + path.text() + ")", target));
    world
        .fields(target)
        .forEach((suffix, type) -> parts.add(path.target(path.text() + suffix, type)));
    if (target instanceof PinkType.Array array && array.length() > 0) {
      String at = "[" + index(array.length(), scope) + "]";
      parts.add(path.target(path.text() + at, array.element()));
    }
  }

  /** An index below a length. */
  String index(long length, Scope scope) {
    List<Variable> counters =
        scope.variables().stream().filter(v -> TypeChooser.INTEGERS.contains(v.type())).toList();
    if (counters.isEmpty() || world.choices.chance(75)) {
      return Integer.toString(world.choices.below((int) length));
    }
    return "Byte(" + world.choices.pick(counters).text() + ") % " + length;
  }
}
