package org.pinklang.link.lld;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.pinklang.link.object.KnownObjects;
import org.pinklang.link.object.LinkProblem;
import org.pinklang.link.object.LinkSymbols;
import org.pinklang.link.runtime.RuntimeFlavour;
import org.pinklang.link.runtime.RuntimeLibrary;

/**
 * Links objects to a shared library.
 *
 * <p>The library has a runtime of its own that nobody else sees, so any number of them, and an
 * executable, go together in one process. It needs the system's C library only if its objects call
 * C functions. Symbols are checked before the linker runs. Instances may be used by several threads
 * at once.
 */
public final class SharedLibraryLinker {
  private static final LinkPlan.Flavours FLAVOURS =
      new LinkPlan.Flavours(RuntimeFlavour.SHARED_ALONE, RuntimeFlavour.SHARED);

  private final LinkPlan.Planner planner;
  private final KnownObjects known = new KnownObjects();

  /** A linker that takes the runtime from {@code runtime}. */
  public SharedLibraryLinker(RuntimeLibrary runtime) {
    planner = new LinkPlan.Planner(runtime, SystemLibraries::of, known);
  }

  /**
   * Links the objects.
   *
   * @param soname what programs linked with the library look for
   * @param exports the symbols that others see; all others are the library's own
   * @throws IOException if the folder for temporary files cannot be used or an object is damaged
   * @throws LinkerException if the linker fails on objects that passed the checks
   * @throws CancellationException if the calling thread is interrupted
   */
  public LinkOutcome link(LinkInput input, String soname, Set<String> exports) throws IOException {
    Optional<LinkProblem> unsupported = planner.unsupported(input.triple(), FLAVOURS);
    if (unsupported.isPresent()) {
      return new LinkOutcome.Refused(List.of(unsupported.get()));
    }
    try (LldFolder folder = new LldFolder(input.triple())) {
      LinkSymbols symbols = LinkSymbols.of(input.objects(), known);
      List<LinkProblem> problems = new ArrayList<>(symbols.duplicates());
      LinkPlan plan = planner.plan(input, symbols, FLAVOURS, problems);
      if (!problems.isEmpty()) {
        return new LinkOutcome.Refused(List.copyOf(problems));
      }
      String script = folder.text("exports", versionScript(exports));
      List<String> options =
          List.of("-shared", "-soname", soname, "-Bsymbolic-functions", "--version-script", script);
      return new LinkOutcome.Linked(folder.link(input, plan, options), plan.libraries());
    }
  }

  private static String versionScript(Set<String> exports) {
    StringBuilder script = new StringBuilder("{\n");
    if (!exports.isEmpty()) {
      script.append("  global:\n");
      new TreeSet<>(exports)
          .forEach(symbol -> script.append("    \"").append(symbol).append("\";\n"));
    }
    return script.append("  local: *;\n};\n").toString();
  }
}
