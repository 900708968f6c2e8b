package org.pinklang.link.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.pinklang.link.object.KnownObjects;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.LoadableObject;
import org.pinklang.link.object.LoadableObject.Form;
import org.pinklang.link.object.MalformedObjectException;
import org.pinklang.link.object.UnusableObjectException;

/**
 * A program linked again after some of its objects have changed. Nothing is moved: an object takes
 * the place of the one before it, and only what refers to it is written again. Where that cannot be
 * done, or could hide that the objects do not go together, there is no update.
 */
final class ProgramUpdate {
  /** Where more than one object in so many is to be written, all are linked anew. */
  private static final int WRITTEN_PART = 8;

  private final LinkedProgram before;
  private final List<LinkObject> files;
  private final List<LoadableObject> objects;
  private final SortedSet<Integer> written = new TreeSet<>();

  private ProgramUpdate(LinkedProgram before, List<LinkObject> files) {
    this.before = before;
    this.files = files;
    this.objects = new ArrayList<>(before.objects());
  }

  /**
   * Updates a program.
   *
   * @param files what it is to be made of now
   * @return the same as linking them anew gives, but for where in the program what is; empty if
   *     they have to be linked anew
   * @throws MalformedObjectException if one is damaged
   * @throws UnusableObjectException if one refers to what lies too far away
   */
  static Optional<LinkedProgram> of(
      LinkedProgram before, List<LinkObject> files, KnownObjects known)
      throws MalformedObjectException, UnusableObjectException {
    ProgramUpdate update = new ProgramUpdate(before, files);
    return files.size() == before.files().size() && update.replace(known)
        ? update.finish()
        : Optional.empty();
  }

  /** Takes the objects that have changed; says whether all fit where those before them are. */
  private boolean replace(KnownObjects known) throws MalformedObjectException {
    for (int i = 0; i < files.size(); i++) {
      byte[] bytes = files.get(i).bytes();
      if (bytes != before.files().get(i).bytes()) {
        Optional<LoadableObject> object = known.loadable(bytes);
        if (object.isEmpty() || !before.layout().canReplace(i, objects.get(i), object.get())) {
          return false;
        }
        objects.set(i, object.get());
        written.add(i);
        if (isTooMuch()) {
          return false;
        }
      }
    }
    return true;
  }

  private Optional<LinkedProgram> finish() throws UnusableObjectException {
    if (written.isEmpty()) {
      return Optional.of(before);
    }
    Map<String, Integer> gone = new HashMap<>();
    Map<String, Integer> come = new HashMap<>();
    int defined = 0;
    for (int number : written) {
      LinkedProgram.define(before.layout(), number, before.objects().get(number), gone);
      LinkedProgram.define(before.layout(), number, objects.get(number), come);
      defined += objects.get(number).definitions().size();
    }
    if (come.size() != defined) {
      return Optional.empty(); // two of them define the same
    }
    Map<String, Integer> definitions = before.definitions();
    if (!gone.equals(come)) {
      definitions = new HashMap<>(definitions);
      definitions.keySet().removeAll(gone.keySet());
      int others = definitions.size();
      definitions.putAll(come);
      if (definitions.size() != others + defined) {
        return Optional.empty(); // one defines what another still does
      }
      addUsers(moved(gone, come));
    }
    return isTooMuch() || !isResolved(definitions)
        ? Optional.empty()
        : Optional.of(joined(definitions));
  }

  private static Set<String> moved(Map<String, Integer> gone, Map<String, Integer> come) {
    Set<String> moved = new HashSet<>();
    gone.forEach(
        (symbol, place) -> {
          if (!place.equals(come.get(symbol))) {
            moved.add(symbol);
          }
        });
    return moved;
  }

  private void addUsers(Set<String> moved) {
    for (int i = 0; i < objects.size(); i++) {
      for (String name : objects.get(i).names()) {
        if (moved.contains(name)) {
          written.add(i);
        }
      }
    }
  }

  private boolean isTooMuch() {
    return written.size() > 1 + files.size() / WRITTEN_PART;
  }

  /** Whether all that is to be written is known, and all that the table holds is still there. */
  private boolean isResolved(Map<String, Integer> definitions) {
    ImageLayout layout = before.layout();
    Set<String> outside = before.outside();
    boolean isResolved =
        outside.stream().noneMatch(definitions::containsKey)
            && layout.slots().keySet().stream()
                .allMatch(symbol -> definitions.containsKey(symbol) || outside.contains(symbol));
    for (int number : written) {
      LoadableObject object = objects.get(number);
      isResolved &=
          object.names().stream()
              .allMatch(name -> definitions.containsKey(name) || outside.contains(name));
      isResolved &=
          object.relocations().stream()
              .filter(relocation -> relocation.form() == Form.INDIRECT)
              .map(relocation -> object.names().get(~relocation.target()))
              .allMatch(layout.slots()::containsKey);
    }
    return isResolved;
  }

  private LinkedProgram joined(Map<String, Integer> definitions) throws UnusableObjectException {
    byte[] content = before.content().clone();
    ObjectJoiner joiner = new ObjectJoiner(before.layout(), definitions, content);
    List<List<LateRelocation>> late = new ArrayList<>(before.late());
    for (int number : written) {
      late.set(number, joiner.join(number, files.get(number), objects.get(number)));
    }
    return new LinkedProgram(files, objects, before.layout(), definitions, content, late);
  }
}
