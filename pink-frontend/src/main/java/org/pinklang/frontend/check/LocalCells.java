package org.pinklang.frontend.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.ConstantValue.AggregateConstant;
import org.pinklang.frontend.typed.ConstantValue.RepeatedConstant;
import org.pinklang.frontend.typed.Local;

/**
 * The locals of the blocks being evaluated. An aggregate is held as the immutable value it was
 * bound to until a part of it is assigned; from then on in a form that changes in place, so that a
 * run of assignments to the elements of a large array takes linear time.
 */
final class LocalCells {
  private final Map<Integer, Cell> cells = new HashMap<>();
  private final StepBudget budget;

  LocalCells(StepBudget budget) {
    this.budget = budget;
  }

  /** Begins a local. */
  void bind(Local local, ConstantValue value) {
    cells.put(local.id(), new Cell(new Whole(value)));
  }

  /** The cell of a local bound here; null for one of the function around the expression. */
  @Nullable Cell find(Local local) {
    return cells.get(local.id());
  }

  /** The value of a part of a local. */
  ConstantValue read(Cell cell, List<Long> path, int offset) {
    Content at = cell.content;
    for (int i = 0; i < path.size(); i++) {
      if (at instanceof Whole whole) {
        return ConstantParts.at(whole.value, path.subList(i, path.size()));
      }
      at = ((Parts) at).contents[Math.toIntExact(path.get(i))];
    }
    return freeze(at, offset);
  }

  /** Changes a part of a local. */
  void write(Cell cell, List<Long> path, ConstantValue value, int offset) {
    if (path.isEmpty()) {
      cell.content = new Whole(value);
      return;
    }
    Parts parts = thaw(cell.content, offset);
    cell.content = parts;
    int last = path.size() - 1;
    for (int i = 0; i < last; i++) {
      int index = Math.toIntExact(path.get(i));
      Parts inner = thaw(parts.contents[index], offset);
      parts.contents[index] = inner;
      parts = inner;
    }
    parts.contents[Math.toIntExact(path.get(last))] = new Whole(value);
  }

  private Parts thaw(Content content, int offset) {
    if (content instanceof Parts parts) {
      return parts;
    }
    ConstantValue value = ((Whole) content).value;
    return value instanceof RepeatedConstant repeated
        ? thawRepeated(repeated, offset)
        : thawAggregate((AggregateConstant) value, offset);
  }

  private Parts thawRepeated(RepeatedConstant repeated, int offset) {
    budget.spend(repeated.type().length(), offset);
    Content[] contents = new Content[Math.toIntExact(repeated.type().length())];
    Arrays.fill(contents, new Whole(repeated.element()));
    return new Parts(repeated.type(), contents);
  }

  private Parts thawAggregate(AggregateConstant aggregate, int offset) {
    List<ConstantValue> elements = aggregate.elements();
    budget.spend(elements.size(), offset);
    Content[] contents = new Content[elements.size()];
    for (int i = 0; i < contents.length; i++) {
      contents[i] = new Whole(elements.get(i));
    }
    return new Parts(aggregate.type(), contents);
  }

  private ConstantValue freeze(Content content, int offset) {
    if (content instanceof Whole whole) {
      return whole.value;
    }
    Parts parts = (Parts) content;
    budget.spend(parts.contents.length, offset);
    ConstantValue[] elements = new ConstantValue[parts.contents.length];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = freeze(parts.contents[i], offset);
    }
    return new AggregateConstant(parts.type, List.of(elements));
  }

  /** Where a local's value is. */
  static final class Cell {
    private Content content;

    private Cell(Content content) {
      this.content = content;
    }
  }

  private sealed interface Content {}

  private record Whole(ConstantValue value) implements Content {}

  /** An aggregate that changes in place; owned by one cell. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Parts(PinkType type, Content[] contents) implements Content {}
}
