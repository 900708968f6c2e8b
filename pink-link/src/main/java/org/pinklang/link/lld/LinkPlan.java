package org.pinklang.link.lld;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.pinklang.link.object.KnownObjects;
import org.pinklang.link.object.LinkProblem;
import org.pinklang.link.object.LinkSymbols;
import org.pinklang.link.object.SharedLibrary;
import org.pinklang.link.runtime.RuntimeFlavour;
import org.pinklang.link.runtime.RuntimeLibrary;

/**
 * What is added to the objects of one link.
 *
 * @param runtime the runtime's object
 * @param system where the system's libraries are
 * @param libraries those of them that are linked
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares plans.
record LinkPlan(byte[] runtime, SystemLibraries system, List<Path> libraries) {

  /** Copies the list. */
  LinkPlan {
    libraries = List.copyOf(libraries);
  }

  /** What a kind of output is linked with, without a C library and with one. */
  record Flavours(RuntimeFlavour alone, RuntimeFlavour hosted) {}

  /** Makes plans from a runtime and the system's libraries. */
  record Planner(
      RuntimeLibrary runtime, Function<String, SystemLibraries> libraries, KnownObjects known) {

    /** What is wrong where nothing can be linked for a target. */
    Optional<LinkProblem> unsupported(String triple, Flavours wanted) {
      List<String> targets =
          RuntimeLibrary.targets().stream()
              .filter(target -> RuntimeLibrary.flavours(target).contains(wanted.alone()))
              .toList();
      return targets.contains(triple)
          ? Optional.empty()
          : Optional.of(new LinkProblem.UnsupportedTarget(triple, targets));
    }

    /**
     * The plan for objects that stand alone if they can: it finds all they need or says what is
     * missing.
     *
     * @param problems takes what is wrong; the plan is of no use then
     */
    LinkPlan plan(
        LinkInput input, LinkSymbols symbols, Flavours flavours, List<LinkProblem> problems)
        throws IOException {
      byte[] alone = runtime.object(input.triple(), flavours.alone()).orElseThrow();
      Set<String> missing = missing(symbols, input, alone);
      boolean needsLoader = !input.libraries().isEmpty();
      boolean hasLibrary = RuntimeLibrary.flavours(input.triple()).contains(flavours.hosted());
      if (!hasLibrary) {
        missing.forEach(symbol -> problems.add(symbols.undefined(symbol)));
      }
      return !hasLibrary
              || missing.isEmpty() && !(needsLoader && flavours.alone() == RuntimeFlavour.ALONE)
          ? new LinkPlan(alone, libraries.apply(input.triple()), List.of())
          : hosted(input, symbols, flavours.hosted(), problems);
    }

    private LinkPlan hosted(
        LinkInput input, LinkSymbols symbols, RuntimeFlavour flavour, List<LinkProblem> problems)
        throws IOException {
      SystemLibraries system = libraries.apply(input.triple());
      byte[] object = runtime.object(input.triple(), flavour).orElseThrow();
      SystemLibraries.Selection selection = system.select(missing(symbols, input, object));
      List<String> foreign = new ArrayList<>();
      for (String symbol : selection.missing()) {
        if (selection.files().isEmpty() && !isPink(symbol)) {
          foreign.add(symbol);
        } else {
          problems.add(symbols.undefined(symbol));
        }
      }
      if (selection.files().isEmpty() && selection.missing().isEmpty()) {
        input.libraries().forEach(library -> foreign.add(library.name()));
      }
      if (!foreign.isEmpty()) {
        problems.add(new LinkProblem.NoLibrary(foreign, system.folders()));
      }
      return new LinkPlan(object, system, selection.files());
    }

    private Set<String> missing(LinkSymbols symbols, LinkInput input, byte[] runtime)
        throws IOException {
      Set<String> missing = symbols.missing(known.symbols(runtime).defined());
      for (SharedLibrary library : input.libraries()) {
        missing.removeAll(library.defined());
      }
      return missing;
    }

    /** Whether only a Pink object or the runtime could define the symbol. */
    private static boolean isPink(String symbol) {
      return symbol.startsWith("_PM") || symbol.startsWith("pink_");
    }
  }
}
