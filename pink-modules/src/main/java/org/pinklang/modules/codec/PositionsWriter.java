package org.pinklang.modules.codec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pinklang.frontend.manifest.Manifest;

/**
 * Writes what says where things stand in the text: its hash, its lines, which declaration comes
 * after which, and the places of all nodes, those of imports first. For one thread.
 */
final class PositionsWriter {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Integer> lengths = new ArrayList<>();
  private final ByteWriter imports = new ByteWriter();
  private final ByteWriter places = new ByteWriter();

  /** Where the places of the imports go. */
  ByteWriter imports() {
    return imports;
  }

  /** Adds the places of the next declaration. */
  void add(String name, ByteWriter content) {
    numbers.put(name, numbers.size());
    lengths.add(content.size());
    places.put(content);
  }

  byte[] write(Manifest manifest) {
    ByteWriter out = new ByteWriter();
    out.put(manifest.sourceHash().value());
    LinePart.write(manifest.source().lines(), out);
    out.putNumber(imports.size());
    lengths.forEach(out::putNumber);
    for (String name : manifest.names()) {
      out.putNumber(Objects.requireNonNull(numbers.get(name)));
    }
    out.put(imports);
    out.put(places);
    return out.toByteArray();
  }
}
