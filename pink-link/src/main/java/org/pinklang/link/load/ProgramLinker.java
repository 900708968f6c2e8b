package org.pinklang.link.load;

import java.io.IOException;
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
   * @throws IOException if one is damaged, naming it
   */
  LinkSymbols symbols(List<LinkObject> objects) throws IOException {
    return LinkSymbols.ofLoadable(objects, known);
  }

  /**
   * A program that differs little from the last one.
   *
   * @return empty if it has to be linked anew
   * @throws IOException if an object is damaged
   */
  Optional<LinkedProgram> again(List<LinkObject> objects) throws IOException {
    LinkedProgram before = last.get();
    Optional<LinkedProgram> updated =
        before == null ? Optional.empty() : ProgramUpdate.of(before, objects, known);
    updated.ifPresent(this::remember);
    return updated;
  }

  /**
   * Links objects that go together.
   *
   * @param outside the symbols that they need and do not define
   * @return empty if only LLVM's JIT knows all that is in them
   * @throws IOException if an object is damaged
   */
  Optional<LinkedProgram> link(List<LinkObject> objects, Set<String> outside) throws IOException {
    List<LoadableObject> loadable = new ArrayList<>();
    for (LinkObject object : objects) {
      Optional<LoadableObject> one = known.loadable(object.bytes());
      if (one.isEmpty()) {
        return Optional.empty();
      }
      loadable.add(one.get());
    }
    return LinkedProgram.of(objects, loadable, outside);
  }

  /** Lets the next program be linked {@link #again}. */
  void remember(LinkedProgram program) {
    last = new SoftReference<>(program);
  }
}
