package org.pinklang.link.lld;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.pinklang.link.object.KnownObjects;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.LinkProblem;
import org.pinklang.link.object.LinkSymbols;
import org.pinklang.link.runtime.RuntimeFlavour;
import org.pinklang.link.runtime.RuntimeLibrary;

/**
 * Links objects to an executable.
 *
 * <p>When all the objects need is defined among them or in the runtime, the executable is static
 * and needs nothing but the system's kernel. When they call C functions or functions of shared
 * libraries, it is linked with the system's C library as programs find it when they run; no
 * development package is needed. Shared libraries are looked for beside the executable first.
 * Symbols are checked before the linker runs. Instances may be used by several threads at once.
 */
public final class ExecutableLinker {
  private static final String ENTRY = "main";
  private static final LinkPlan.Flavours FLAVOURS =
      new LinkPlan.Flavours(RuntimeFlavour.ALONE, RuntimeFlavour.LIBC);

  private final LinkPlan.Planner planner;
  private final KnownObjects known = new KnownObjects();
  private final Function<String, SystemLibraries> libraries;

  /** A linker that takes the runtime from {@code runtime}. */
  public ExecutableLinker(RuntimeLibrary runtime) {
    this(runtime, SystemLibraries::of);
  }

  /** A linker that finds the C library of a target's triple as {@code libraries} says. */
  ExecutableLinker(RuntimeLibrary runtime, Function<String, SystemLibraries> libraries) {
    this.planner = new LinkPlan.Planner(runtime, libraries, known);
    this.libraries = libraries;
  }

  /** Links objects that need no shared library but the system's; see {@link #link(LinkInput)}. */
  public LinkOutcome link(List<LinkObject> objects, String triple) throws IOException {
    return link(new LinkInput(objects, List.of(), triple));
  }

  /**
   * Links the objects, one of which defines {@code main}.
   *
   * @throws IOException if the folder for temporary files cannot be used or an object is damaged
   * @throws LinkerException if the linker fails on objects that passed the checks
   * @throws CancellationException if the calling thread is interrupted
   */
  public LinkOutcome link(LinkInput input) throws IOException {
    Optional<LinkProblem> unsupported = planner.unsupported(input.triple(), FLAVOURS);
    if (unsupported.isPresent()) {
      return new LinkOutcome.Refused(List.of(unsupported.get()));
    }
    try (LldFolder folder = new LldFolder(input.triple())) {
      LinkSymbols symbols = LinkSymbols.of(input.objects(), known);
      List<LinkProblem> problems = new ArrayList<>();
      if (!symbols.defines(ENTRY)) {
        problems.add(new LinkProblem.NoEntry());
      }
      problems.addAll(symbols.duplicates());
      LinkPlan plan = planner.plan(input, symbols, FLAVOURS, problems);
      if (!problems.isEmpty()) {
        return new LinkOutcome.Refused(List.copyOf(problems));
      }
      byte[] linked = folder.link(input, plan, options(input, plan));
      return new LinkOutcome.Linked(linked, plan.libraries());
    }
  }

  /** Every file of the system whose place decides what a link gives, as it is found now. */
  public List<Path> systemFiles(String triple) {
    return libraries.apply(triple).files();
  }

  /** Every place where a file of the system would decide what a link gives, now or later. */
  public List<Path> systemPlaces(String triple) {
    return libraries.apply(triple).places();
  }

  private static List<String> options(LinkInput input, LinkPlan plan) {
    if (input.triple().startsWith("wasm32-")) {
      return List.of("--entry=_start");
    }
    List<String> options = new ArrayList<>(List.of("-e", "_start", "--no-undefined"));
    if (plan.libraries().isEmpty()) {
      options.addAll(List.of("-static", "--no-dynamic-linker"));
    } else {
      options.addAll(List.of("-pie", "--dynamic-linker", plan.system().loader().toString()));
    }
    return options;
  }
}
