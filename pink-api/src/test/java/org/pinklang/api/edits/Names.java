package org.pinklang.api.edits;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pinklang.api.edits.Item.How;
import org.pinklang.api.edits.Item.Use;
import org.pinklang.api.edits.Unit.Import;
import org.pinklang.api.edits.Unit.Kind;

/** Finds what names of a described program stand for, by the rules of the language. */
record Names(Program program) {

  /** A declaration and where it stands. */
  record Found(Unit owner, Item item) {
    /** Who it is for a type or a symbol. */
    String symbol() {
      return owner.module() + "::" + item.name();
    }

    private Stream<Found> ifFits(How how) {
      return how.fits(item.kind()) ? Stream.of(this) : Stream.empty();
    }
  }

  /** What a use in a unit means; empty where it is an error. */
  Optional<Found> find(Unit user, Use use) {
    Stream<Found> found;
    if (use.how() == How.METHOD) {
      found = Stream.concat(inModule(user, use.name()), exported(use.module(), use.name()));
    } else if (use.module().equals(user.module())) {
      found = inModule(user, use.name());
    } else if (use.module().isEmpty() || user.importOf(use.module()).module().isEmpty()) {
      found = Stream.empty();
    } else {
      found = exported(use.module(), use.name());
    }
    return found.flatMap(one -> one.ifFits(use.how())).findFirst();
  }

  private Stream<Found> inModule(Unit user, String name) {
    return Stream.concat(Stream.of(user), siblings(user)).flatMap(unit -> declared(unit, name));
  }

  private static Stream<Found> declared(Unit unit, String name) {
    return unit.items().stream()
        .filter(item -> item.name().equals(name))
        .map(item -> new Found(unit, item));
  }

  /** The units of the module whose declarations a unit sees. */
  Stream<Unit> siblings(Unit user) {
    boolean seesAll = user.kind() == Kind.PRIMARY || user.kind() == Kind.IMPLEMENTATION;
    return program.unitsOf(user.module()).stream()
        .filter(unit -> seesAll && unit != user && unit.kind() != Kind.IMPLEMENTATION);
  }

  /** What importers of a module find; empty for nothing and for several. */
  Stream<Found> exported(String module, String name) {
    Set<Found> found = new HashSet<>();
    collect(module, name, found, new HashSet<>());
    return found.size() == 1 ? found.stream() : Stream.empty();
  }

  private void collect(String module, String name, Set<Found> found, Set<String> visited) {
    if (!visited.add(module)) {
      return;
    }
    List<Unit> units = program.unitsOf(module).stream().filter(Unit::isInterface).toList();
    List<Found> own =
        units.stream()
            .flatMap(unit -> declared(unit, name))
            .filter(one -> one.item().exported())
            .toList();
    found.addAll(own);
    if (own.isEmpty()) {
      for (Unit unit : units) {
        for (Import imported : unit.imports()) {
          boolean shown = imported.listed().isEmpty() || imported.listed().contains(name);
          if (imported.exported() && shown) {
            collect(imported.module(), name, found, visited);
          }
        }
      }
    }
  }

  /** Whether a unit is told only what it needs for a pointer to a struct. */
  static boolean isClosed(Unit user, Found struct) {
    return struct.item().marked() && !Objects.equals(struct.owner().module(), user.module());
  }
}
