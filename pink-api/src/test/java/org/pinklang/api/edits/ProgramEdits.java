package org.pinklang.api.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.pinklang.api.edits.Item.How;
import org.pinklang.api.edits.Item.Use;
import org.pinklang.api.edits.Unit.Import;
import org.pinklang.api.edits.Unit.Kind;

/** Edits of described programs, as people make them. */
final class ProgramEdits {
  /** Declarations that cannot be parsed, are of the wrong type, name nothing. */
  private static final List<String> FAULTS =
      List.of(
          "fn _torn() -> Integer { 1 + ; }",
          "fn _odd() -> Integer { true; }",
          "fn _far() -> Integer { nowhere; }");

  private static final List<String> TYPES = List.of("Integer", "Integer32", "Byte");
  private static final List<String> FOLDERS = List.of("", "x/", "some folder/");

  private final Random random;

  ProgramEdits(Random random) {
    this.random = random;
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** A program to begin with. */
  Program start() {
    Program program = new Program(List.of(unit(Kind.PROGRAM, "", "")));
    int modules = 2 + random.nextInt(3);
    for (int i = 0; i < modules; i++) {
      program = addModule(program);
    }
    for (int i = 0; i < modules; i++) {
      program = addUnit(program);
      program = addImport(addImport(addImport(addImport(program))));
    }
    for (int i = 0; i < 12 * modules; i++) {
      program = addItem(program);
    }
    return program;
  }

  /** The program with one edit; some leave it as it is. */
  Program edit(Program program) {
    return switch (random.nextInt(22)) {
      case 0, 1 -> item(program, item -> item.withNumber(1 + random.nextInt(4)));
      case 2 -> item(program, item -> item.withType(any(TYPES)));
      case 3, 4 -> item(program, Item::toggled);
      case 5 -> item(program, item -> item.exported(!item.exported()));
      case 6 -> rename(program);
      case 7, 8 -> move(program);
      case 9, 10 -> addItem(program);
      case 11 -> removeItem(program);
      case 12 -> item(program, this::withoutUse);
      case 13 -> addImport(program);
      case 14 -> changeImport(program);
      case 15 -> addUnit(program);
      case 16 -> removeUnit(program);
      case 17 -> unit(program, unit -> unit.in(any(FOLDERS)));
      case 18, 19 -> unit(program, unit -> unit.withLayout(random.nextInt(1000)));
      case 20 -> unit(program, unit -> unit.withFault(unit.fault().isEmpty() ? any(FAULTS) : ""));
      default -> program;
    };
  }

  private interface Change<T> {
    T apply(T before);
  }

  private Program unit(Program program, Change<Unit> change) {
    Unit unit = any(program.units());
    return program.replacing(unit, change.apply(unit));
  }

  private Program item(Program program, Change<Item> change) {
    Unit unit = any(program.units());
    if (unit.items().isEmpty()) {
      return program;
    }
    Item item = any(unit.items());
    return program.replacing(unit, unit.replacing(item, change.apply(item)));
  }

  private static Unit unit(Kind kind, String module, String part) {
    return new Unit(kind, module, part, "", List.of(), List.of(), 0, "");
  }

  private Program addModule(Program program) {
    return program.with(unit(Kind.PRIMARY, "m" + freeNumber(program), ""));
  }

  private Program addUnit(Program program) {
    Kind kind = any(List.of(Kind.PARTITION, Kind.INTERNAL, Kind.IMPLEMENTATION));
    return random.nextInt(3) == 0 || program.modules().isEmpty()
        ? addModule(program)
        : program.with(unit(kind, any(program.modules()), "p" + freeNumber(program)));
  }

  /** A number that no unit's name has. */
  private static int freeNumber(Program program) {
    int number = 0;
    for (Unit unit : program.units()) {
      String digits = (unit.part().isEmpty() ? unit.module() : unit.part()).replaceAll("\\D", "");
      number = Math.max(number, digits.isEmpty() ? 0 : Integer.parseInt(digits));
    }
    return number + 1;
  }

  private Program removeUnit(Program program) {
    Unit unit = any(program.units());
    boolean needed = unit.kind() == Kind.PROGRAM || program.unitsOf(unit.module()).size() > 1;
    return needed && unit.kind() != Kind.IMPLEMENTATION ? program : program.without(unit);
  }

  private Program addImport(Program program) {
    Unit unit = any(program.units());
    String module = any(program.modules());
    boolean known = unit.imports().stream().anyMatch(one -> one.module().equals(module));
    if (known || module.equals(unit.module())) {
      return program;
    }
    List<Import> more = new ArrayList<>(unit.imports());
    more.add(importOf(program, unit, module));
    return program.replacing(unit, unit.withImports(more));
  }

  private Import importOf(Program program, Unit unit, String module) {
    String alias = random.nextInt(3) == 0 ? "as_" + module : "";
    boolean exported = unit.isInterface() && random.nextInt(3) == 0;
    List<String> listed = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      program.unitsOf(module).stream()
          .filter(Unit::isInterface)
          .flatMap(owner -> owner.items().stream())
          .filter(Item::exported)
          .limit(2)
          .forEach(item -> listed.add(item.name()));
    }
    return new Import(module, alias, listed, exported);
  }

  private Program changeImport(Program program) {
    Unit unit = any(program.units());
    List<Import> imports = new ArrayList<>(unit.imports());
    if (imports.isEmpty()) {
      return program;
    }
    Import gone = imports.remove(random.nextInt(imports.size()));
    if (random.nextInt(3) > 0) {
      imports.add(importOf(program, unit, gone.module()));
    }
    return program.replacing(unit, unit.withImports(imports));
  }

  private Program addItem(Program program) {
    Unit unit = any(program.units());
    return new ItemMaker(program, unit, random)
        .make()
        .map(item -> program.replacing(unit, unit.with(item)))
        .orElse(program);
  }

  private Program removeItem(Program program) {
    Unit unit = any(program.units());
    return unit.items().isEmpty()
        ? program
        : program.replacing(unit, unit.without(any(unit.items())));
  }

  private Item withoutUse(Item item) {
    boolean shaped =
        item.kind() == Item.Kind.PEEK
            || item.kind() == Item.Kind.PASS
            || item.kind() == Item.Kind.METHOD;
    return shaped || item.uses().isEmpty()
        ? item
        : item.withUses(item.uses().subList(1, item.uses().size()));
  }

  private Optional<Unit> withItems(Program program) {
    List<Unit> units = program.units().stream().filter(one -> !one.items().isEmpty()).toList();
    return units.isEmpty() ? Optional.empty() : Optional.of(any(units));
  }

  /** Renames a declaration, and mostly its uses. */
  private Program rename(Program program) {
    Unit unit = withItems(program).orElse(null);
    if (unit == null) {
      return program;
    }
    Item item = any(unit.items());
    String name = item.kind().name(program.nextId()) + "r";
    Program renamed = program.replacing(unit, unit.replacing(item, item.withName(name)));
    return random.nextInt(3) == 0
        ? renamed
        : rewriting(
            renamed,
            use -> use.name().equals(item.name()) ? new Use(use.how(), use.module(), name) : use);
  }

  private interface Rewriting {
    Use apply(Use use);
  }

  private static Program rewriting(Program program, Rewriting rewriting) {
    return program.each(
        unit ->
            unit.withItems(
                unit.items().stream().map(item -> item.rewritten(rewriting::apply)).toList()));
  }

  /** Moves a declaration to another unit, and mostly its uses to its new module. */
  private Program move(Program program) {
    Unit unit = withItems(program).orElse(null);
    Unit target = any(program.units());
    if (unit == null || unit == target) {
      return program;
    }
    Item item = any(unit.items());
    Program moved =
        program.replacing(unit, unit.without(item)).replacing(target, target.with(item));
    return random.nextInt(3) == 0
        ? moved
        : rewriting(
            moved,
            use ->
                use.name().equals(item.name()) && use.how() != How.METHOD
                    ? new Use(use.how(), target.module(), use.name())
                    : use);
  }
}
