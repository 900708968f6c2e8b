package org.pinklang.api.graphs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unit of a graph on the way from sketch to text. Ranks order the units: only those of lower rank
 * are held by value or used in constants, so that neither has circles.
 */
final class UnitPlan {

  /** The kinds of units. */
  enum Kind {
    PRIMARY,
    PARTITION,
    INTERNAL,
    IMPLEMENTATION,
    PROGRAM;

    boolean isInterface() {
      return this == PRIMARY || this == PARTITION;
    }
  }

  /** What a unit may declare; the name is this and the unit's id. */
  enum Role {
    /** A function of how deep it may still call. */
    CALL("f"),
    /** A function of nothing that uses the other declarations. */
    EACH("e"),
    CONSTANT("c"),
    STRUCT("S"),
    MAKE("make"),
    TAKE("take"),
    VARIABLE("v"),
    OPAQUE("O"),
    OPEN("open"),
    PEEK("peek");

    private final String prefix;

    Role(String prefix) {
      this.prefix = prefix;
    }
  }

  /** A declaration that other units may use. */
  record Declared(Role role, UnitPlan owner) {
    String name() {
      return role.prefix + owner.id;
    }
  }

  /**
   * An import, or the implicit one of an implementation unit.
   *
   * @param module the module imported; null for units of the own module
   * @param siblings units of the own module that it shows
   * @param alias empty for none
   * @param listed names made usable unqualified
   * @param exported whether it is re-exported
   * @param pick which of the names it shows are used
   * @param text how it is written; empty for the implicit one
   */
  record Link(
      @Nullable ModulePlan module,
      List<UnitPlan> siblings,
      String alias,
      Set<Declared> listed,
      boolean exported,
      int pick,
      String text) {}

  /**
   * What is known of a unit's declarations.
   *
   * @param constant value of the constant
   * @param size of the struct in bytes; 0 without one
   * @param taken what the struct's function gives for the struct the other one makes
   */
  record Facts(long constant, long size, long taken) {}

  final Kind kind;
  final @Nullable ModulePlan module;
  final String partition;
  final String id;
  final int rank;
  final int number;
  final int features;
  final List<Link> links = new ArrayList<>();

  /** Where the body of its function lies; itself for most. */
  UnitPlan home = this;

  Facts facts = new Facts(0, 0, 0);

  UnitPlan(
      Kind kind,
      @Nullable ModulePlan module,
      String partition,
      String id,
      int rank,
      int number,
      int features) {
    this.kind = kind;
    this.module = module;
    this.partition = partition;
    this.id = id;
    this.rank = rank;
    this.number = number;
    this.features = features;
  }

  boolean has(Feature feature) {
    return feature.in(features);
  }

  /** Everything that others can see in it. */
  Set<Declared> declared() {
    Set<Declared> all = new LinkedHashSet<>();
    if (kind == Kind.IMPLEMENTATION || kind == Kind.PROGRAM) {
      return all;
    }
    add(all, Role.CALL, Role.EACH, Role.CONSTANT);
    if (has(Feature.STRUCT)) {
      add(all, Role.STRUCT, Role.MAKE, Role.TAKE);
    }
    if (has(Feature.VARIABLE)) {
      add(all, Role.VARIABLE);
    }
    if (has(Feature.OPAQUE)) {
      add(all, Role.OPAQUE, Role.OPEN, Role.PEEK);
    }
    return all;
  }

  private void add(Set<Declared> all, Role... roles) {
    for (Role role : roles) {
      all.add(new Declared(role, this));
    }
  }

  String name(Role role) {
    return new Declared(role, this).name();
  }

  /** The file's path below the source root, with slashes. */
  String path() {
    if (module == null) {
      return "main.pink";
    }
    String stem = module.name.replace('.', '/');
    return switch (kind) {
      case PARTITION, INTERNAL -> stem + "-" + partition + ".pink";
      case IMPLEMENTATION -> stem + "+" + partition + ".pink";
      default -> stem + ".pink";
    };
  }

  /** The unit declaration; empty for the program unit. */
  String head() {
    if (module == null) {
      return "";
    }
    return switch (kind) {
      case PRIMARY -> "module " + module.name + ";";
      case PARTITION -> "module " + module.name + ":" + partition + ";";
      case INTERNAL -> "implement " + module.name + ":" + partition + ";";
      default -> "implement " + module.name + ";";
    };
  }

  @Override
  public String toString() {
    return path();
  }
}
