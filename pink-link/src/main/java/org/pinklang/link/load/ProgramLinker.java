package org.pinklang.link.load;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.link.object.KnownObjects;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.LinkSymbols;
import org.pinklang.link.object.LoadableObject;
import org.pinklang.link.object.MalformedObjectException;
import org.pinklang.link.object.UnusableObjectException;

/**
 * Links objects for loading. It remembers the last program while there is memory for that, since
 * the next one is often the same with few changes. Safe for any number of threads.
 */
final class ProgramLinker {
  private final KnownObjects known = new KnownObjects();
  private volatile SoftReference<@Nullable LinkedProgram> last = new SoftReference<>(null);

  /**
   * The symbols of objects.
   *
   * @throws UnusableObjectException if one is damaged
   */
  LinkSymbols symbols(List<LinkObject> objects) throws UnusableObjectException {
    return LinkSymbols.ofLoadable(objects, known);
  }

  /**
   * A program that differs little from the last one.
   *
   * @return empty if it has to be linked anew, which also says what is wrong with its objects
   */
  Optional<LinkedProgram> again(List<LinkObject> objects) {
    LinkedProgram before = last.get();
    if (before == null) {
      return Optional.empty();
    }
    try {
      Optional<LinkedProgram> updated = ProgramUpdate.of(before, objects, known);
      updated.ifPresent(this::remember);
      return updated;
    } catch (MalformedObjectException | UnusableObjectException e) {
      return Optional.empty();
    }
  }

  /**
   * Links objects that go together.
   *
   * @param outside the symbols that they need and do not define
   * @return empty if only LLVM's JIT knows all that is in them
   * @throws UnusableObjectException if one is damaged or refers to what lies too far away
   */
  Optional<LinkedProgram> link(List<LinkObject> objects, Set<String> outside)
      throws UnusableObjectException {
    List<LoadableObject> loadable = new ArrayList<>();
    for (LinkObject object : objects) {
      Optional<LoadableObject> one = loadable(object);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      loadable.add(one.get());
    }
    return LinkedProgram.of(objects, loadable, outside);
  }

  private Optional<LoadableObject> loadable(LinkObject object) throws UnusableObjectException {
    try {
      return known.loadable(object.bytes());
    } catch (MalformedObjectException e) {
      throw new UnusableObjectException(object.name(), String.valueOf(e.getMessage()), e);
    }
  }

  /** Lets the next program be linked {@link #again}. */
  void remember(LinkedProgram program) {
    last = new SoftReference<>(program);
  }
}
