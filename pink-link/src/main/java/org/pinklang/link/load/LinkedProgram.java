package org.pinklang.link.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.LoadableObject;
import org.pinklang.link.object.LoadableObject.Definition;
import org.pinklang.link.object.UnusableObjectException;

/**
 * Objects linked with each other as far as that is the same wherever they will be in memory, so
 * that they can be loaded any number of times. Not changed after it was made.
 *
 * @param files the objects
 * @param objects what was read of each of them
 * @param definitions the symbols they define, with where, counted from the program's beginning
 * @param content the program up to where all is zero
 * @param late of each object what is to be written when its place in memory is known
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares programs.
record LinkedProgram(
    List<LinkObject> files,
    List<LoadableObject> objects,
    ImageLayout layout,
    Map<String, Integer> definitions,
    byte[] content,
    List<List<LateRelocation>> late) {

  /** Copies the lists; the map and the content are handed over. */
  LinkedProgram {
    files = List.copyOf(files);
    objects = List.copyOf(objects);
    late = List.copyOf(late);
  }

  /**
   * Links objects no two of which define the same symbol.
   *
   * @param objects what was read of the files, in the same order
   * @param outside the symbols that they need and do not define
   * @return empty if they take more memory than code can reach
   * @throws UnusableObjectException if one refers to what lies too far away
   */
  static Optional<LinkedProgram> of(
      List<LinkObject> files, List<LoadableObject> objects, Set<String> outside)
      throws UnusableObjectException {
    ImageLayout layout = new ImageLayout(objects, outside);
    if (!layout.fits()) {
      return Optional.empty();
    }
    Map<String, Integer> definitions = new HashMap<>();
    for (int i = 0; i < objects.size(); i++) {
      define(layout, i, objects.get(i), definitions);
    }
    byte[] content = new byte[layout.zeros()];
    ObjectJoiner joiner = new ObjectJoiner(layout, definitions, content);
    joiner.writeDetours();
    List<List<LateRelocation>> late = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      late.add(joiner.join(i, files.get(i), objects.get(i)));
    }
    return Optional.of(new LinkedProgram(files, objects, layout, definitions, content, late));
  }

  /** Adds where the symbols of an object are. */
  static void define(
      ImageLayout layout, int number, LoadableObject object, Map<String, Integer> definitions) {
    for (Definition definition : object.definitions()) {
      int start = layout.start(number, definition.part());
      definitions.put(definition.symbol(), start + definition.offset());
    }
  }

  /** The symbols that the objects need and do not define. */
  Set<String> outside() {
    return layout.detours().keySet();
  }
}
