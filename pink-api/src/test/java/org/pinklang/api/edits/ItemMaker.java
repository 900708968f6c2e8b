package org.pinklang.api.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.pinklang.api.edits.Item.How;
import org.pinklang.api.edits.Item.Kind;
import org.pinklang.api.edits.Item.Use;
import org.pinklang.api.edits.Names.Found;

/** Makes declarations that fit into a unit. */
final class ItemMaker {
  private static final int MOST_USES = 4;

  private final Program program;
  private final Unit unit;
  private final Names names;
  private final Random random;

  ItemMaker(Program program, Unit unit, Random random) {
    this.program = program;
    this.unit = unit;
    this.names = new Names(program);
    this.random = random;
  }

  private <T> Optional<T> any(List<T> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  /** A declaration; empty where there is nothing it could use. */
  Optional<Item> make() {
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    int id = program.nextId();
    boolean exported = unit.isInterface() && random.nextInt(5) > 0;
    return uses(kind, exported)
        .map(
            uses ->
                new Item(
                    kind,
                    kind.name(id),
                    id,
                    exported,
                    1 + random.nextInt(3),
                    "Integer",
                    random.nextInt(4) == 0,
                    uses));
  }

  private Optional<List<Use>> uses(Kind kind, boolean exported) {
    return switch (kind) {
      case CONSTANT, VARIABLE -> Optional.of(some(false, How.VALUE));
      case STRUCT -> Optional.of(some(exported, How.HOLD, How.LENGTH, How.POINT));
      case FUNCTION -> Optional.of(some(false, How.CALL, How.VALUE, How.VARIABLE, How.SIZE));
      case PEEK -> one(exported, How.FIELD).map(List::of);
      case PASS -> one(exported, How.POINT).map(List::of);
      case METHOD -> one(exported, How.POINT).flatMap(this::method);
    };
  }

  private List<Use> some(boolean exported, How... hows) {
    List<Use> uses = new ArrayList<>();
    for (int i = random.nextInt(MOST_USES + 1); i > 0; i--) {
      one(exported, hows[random.nextInt(hows.length)]).ifPresent(uses::add);
    }
    return uses;
  }

  /** A use of something that can be seen; what an export shows must be exported itself. */
  private Optional<Use> one(boolean exported, How how) {
    Stream<Use> own =
        Stream.concat(Stream.of(unit), names.siblings(unit))
            .flatMap(owner -> owner.items().stream())
            .filter(item -> !exported || item.exported())
            .map(item -> new Use(how, unit.module(), item.name()));
    Stream<Use> others =
        unit.imports().stream()
            .flatMap(
                imported ->
                    program.units().stream()
                        .flatMap(owner -> owner.items().stream())
                        .map(item -> new Use(how, imported.module(), item.name())));
    return any(
        Stream.concat(own, others)
            .filter(use -> names.find(unit, use).filter(found -> fits(how, found)).isPresent())
            .toList());
  }

  private boolean fits(How how, Found found) {
    return !how.needsLayout() || !Names.isClosed(unit, found);
  }

  private Optional<List<Use>> method(Use struct) {
    Found found = names.find(unit, struct).orElseThrow();
    return any(found.owner().items().stream()
            .filter(item -> item.kind() == Kind.PEEK && item.exported())
            .filter(item -> item.uses().get(0).name().equals(found.item().name()))
            .toList())
        .map(peek -> List.of(struct, new Use(How.METHOD, found.owner().module(), peek.name())));
  }
}
