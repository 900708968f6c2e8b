package org.pinklang.link.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pinklang.link.object.FunctionTable;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.MalformedObjectException;

/** Which function lies where in memory, for the objects of one program. Immutable. */
final class CodeMap {
  private record Located(
      LinkObject object, FunctionTable table, FunctionTable.Function function, long end) {}

  private final NavigableMap<Long, Located> functions = new TreeMap<>();

  /**
   * Locates the functions of objects.
   *
   * @param image where they are loaded
   */
  CodeMap(List<LinkObject> objects, CodeImage image) {
    for (LinkObject object : objects) {
      try {
        locate(object, FunctionTable.ofElf(object.bytes()), image);
      } catch (MalformedObjectException e) {
        throw new IllegalStateException(object.name() + " was loaded and is damaged", e);
      }
    }
  }

  private void locate(LinkObject object, FunctionTable table, CodeImage image) {
    Map<Integer, Long> sections = new HashMap<>();
    for (FunctionTable.Anchor anchor : table.anchors()) {
      sections.put(anchor.section(), image.address(anchor.symbol()) - anchor.offset());
    }
    for (FunctionTable.Function function : table.functions()) {
      Long section = sections.get(function.section());
      if (section != null) {
        long start = section + function.offset();
        functions.put(start, new Located(object, table, function, start + function.bytes()));
      }
    }
  }

  /** What is known of an instruction; null if it belongs to none of the functions. */
  @Nullable CodePlace find(long address) {
    Map.Entry<Long, Located> entry = functions.floorEntry(address);
    if (entry == null || address >= entry.getValue().end()) {
      return null;
    }
    Located located = entry.getValue();
    long offset = address - entry.getKey();
    FunctionTable.Function function = located.function();
    return located
        .table()
        .unwinding()
        .row(function.section(), function.offset() + offset)
        .map(row -> new CodePlace(frame(located, offset), row))
        .orElse(null);
  }

  private static Optional<CodeFrame> frame(Located located, long offset) {
    return located.object().name().equals(LoadedCode.RUNTIME)
        ? Optional.empty()
        : Optional.of(new CodeFrame(located.object().name(), located.function().symbol(), offset));
  }
}
