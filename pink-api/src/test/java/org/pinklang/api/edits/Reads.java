package org.pinklang.api.edits;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.pinklang.api.edits.Item.How;
import org.pinklang.api.edits.Item.Kind;
import org.pinklang.api.edits.Item.Use;
import org.pinklang.api.edits.Names.Found;

/**
 * What a unit depends on beside its own tokens, as lines to compare: of every declaration it uses
 * what the table of edits says matters for such a use.
 *
 * @param exact also with what may matter: in which unit of its module a declaration stands, whether
 *     it is exported, which units the own module has, the names that imports list
 */
record Reads(Names names, boolean exact) {

  /** The lines of a unit, in order. */
  String of(Unit unit) {
    TreeSet<String> lines = new TreeSet<>();
    for (Item item : unit.items()) {
      for (Use use : item.uses()) {
        names
            .find(unit, use)
            .filter(found -> found.owner() != unit)
            .ifPresent(found -> add(unit, use, found, lines));
      }
      if (exact && item.kind() == Kind.METHOD) {
        names.find(unit, item.uses().get(0)).ifPresent(found -> addFields(unit, found, lines));
      }
    }
    if (exact) {
      addSurroundings(unit, lines);
    }
    return String.join("\n", lines);
  }

  /** A struct whose method is called may have a field of that name. */
  private void addFields(Unit unit, Found struct, TreeSet<String> lines) {
    if (!Names.isClosed(unit, struct)) {
      lines.add(layout(struct));
    }
  }

  private void addSurroundings(Unit unit, TreeSet<String> lines) {
    if (!unit.module().isEmpty()) {
      names.program().unitsOf(unit.module()).forEach(other -> lines.add(other.logicalName()));
    }
    unit.imports()
        .forEach(
            imported ->
                imported
                    .listed()
                    .forEach(
                        name ->
                            lines.add(
                                names
                                    .exported(imported.module(), name)
                                    .map(this::signature)
                                    .findFirst()
                                    .orElse("no " + name))));
  }

  private void add(Unit unit, Use use, Found found, TreeSet<String> lines) {
    lines.add(signature(found));
    if (use.how() == How.VALUE || use.how() == How.LENGTH) {
      lines.add(found.symbol() + " is " + value(found));
    }
    if (use.how().needsLayout()) {
      lines.add(layout(found));
    }
  }

  private String signature(Found found) {
    Item item = found.item();
    String said =
        switch (item.kind()) {
          case STRUCT -> item.marked() ? "opaque" : "open";
          case FUNCTION -> item.type();
          case CONSTANT, VARIABLE -> "";
          case PEEK, PASS, METHOD -> symbol(found.owner(), item.uses().get(0));
        };
    String where = exact ? found.owner().logicalName() + " " + item.exported() : "";
    return item.kind() + " " + found.symbol() + " " + said + " " + where;
  }

  private String symbol(Unit unit, Use use) {
    return names.find(unit, use).map(Found::symbol).orElse("nothing");
  }

  /** The value of a constant; empty where it has errors. */
  private OptionalLong value(Found constant) {
    long sum = constant.item().number();
    for (Use use : constant.item().uses()) {
      OptionalLong other =
          names.find(constant.owner(), use).map(this::value).orElse(OptionalLong.empty());
      if (other.isEmpty()) {
        return other;
      }
      sum += other.getAsLong();
    }
    return OptionalLong.of(sum);
  }

  /** The fields of a struct, those held by value with their own. */
  private String layout(Found struct) {
    StringJoiner fields = new StringJoiner(", ", struct.symbol() + " { ", " }");
    fields.add("" + struct.item().number());
    for (Use use : struct.item().uses()) {
      Optional<Found> found = names.find(struct.owner(), use);
      fields.add(
          found
              .map(
                  one ->
                      switch (use.how()) {
                        case HOLD -> layout(one);
                        case LENGTH -> "" + value(one);
                        default -> "*" + one.symbol();
                      })
              .orElse("nothing"));
    }
    return fields.toString();
  }
}
