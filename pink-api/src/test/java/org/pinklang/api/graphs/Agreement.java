package org.pinklang.api.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.pinklang.api.Compilation;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.Diagnostic;
import org.pinklang.api.Engine;
import org.pinklang.api.Link;
import org.pinklang.api.LoadedProgram;
import org.pinklang.api.ManifestResolver;
import org.pinklang.api.Sources;
import org.pinklang.api.graphs.Fault.Seen;

/** Builds one graph in many ways, and compares. */
final class Agreement {
  private static final int BYTE_MASK = 0xFF;
  private static final int ONE_LINKED_OF = 20;

  private final Engine engine;
  private final GraphProgram program;
  private final Random lot;
  private final Map<Place.Kind, Place> places = new EnumMap<>(Place.Kind.class);
  private int manifestFolders;

  private Agreement(Engine engine, GraphProgram program, long salt) {
    this.engine = engine;
    this.program = program;
    this.lot = new Random(salt);
  }

  /**
   * Checks a graph.
   *
   * @param ways in how many ways it is built beside the two that the others are compared with
   */
  static void check(Engine engine, GraphProgram program, long salt, int ways) {
    Agreement agreement = new Agreement(engine, program, salt);
    try {
      agreement.check(ways);
    } finally {
      agreement.places.values().forEach(Place::close);
    }
  }

  /**
   * A way to build.
   *
   * @param selection what is a source
   * @param place where the texts lie
   * @param strategy on what threads
   */
  private record Way(Selection selection, Place.Kind place, Strategy strategy) {}

  private void check(int ways) {
    CompilationResult whole = build(simple(Selection.FILES));
    CompilationResult found = build(simple(Selection.ENTRY));
    Outcome all = outcome(whole, Place.Kind.UNIX);
    Outcome entry = outcome(found, Place.Kind.UNIX);
    for (Way way : someOf(ways)) {
      Outcome expected = way.selection() == Selection.ENTRY ? entry : all;
      assertThat(outcome(build(way), way.place())).as(way.toString()).isEqualTo(expected);
    }
    if (program.faults().stream().allMatch(fault -> fault.seen == Seen.ALWAYS)) {
      partly(whole);
    }
    if (program.isRight()) {
      if (lot.nextInt(ONE_LINKED_OF) == 0) {
        linksTheSame(whole);
      }
      works(whole);
      assertThat(all.objects()).as("objects of what is found").containsAll(entry.objects());
    } else {
      fails(whole, found);
    }
  }

  private static Way simple(Selection selection) {
    return new Way(selection, Place.Kind.UNIX, Strategy.SINGLE_THREADED);
  }

  private List<Way> someOf(int count) {
    List<Way> all = new ArrayList<>();
    for (Selection selection : selections()) {
      for (Place.Kind place : Place.Kind.values()) {
        for (Strategy strategy : Strategy.values()) {
          all.add(new Way(selection, place, strategy));
        }
      }
    }
    Collections.shuffle(all, lot);
    return all.subList(0, Math.min(count, all.size()));
  }

  private EnumSet<Selection> selections() {
    boolean placesMatter = program.faults().stream().anyMatch(fault -> fault.seen != Seen.ALWAYS);
    return placesMatter
        ? EnumSet.of(Selection.FILES, Selection.ENTRY)
        : EnumSet.allOf(Selection.class);
  }

  private Place place(Place.Kind kind) {
    return places.computeIfAbsent(kind, ignored -> Place.of(kind, program.texts()));
  }

  private Outcome outcome(CompilationResult result, Place.Kind kind) {
    return Outcome.of(result, place(kind));
  }

  private CompilationResult build(Way way) {
    return way.strategy().run(lot.nextLong(), resolver -> build(way, resolver));
  }

  private CompilationResult build(Way way, ManifestResolver resolver) {
    Compilation.Builder builder = Compilation.builder().engine(engine).resolver(resolver);
    way.selection().set(builder, program, place(way.place()), lot.nextLong());
    return builder.build().run();
  }

  /** With manifests of some units in place of their sources, the others come to the same. */
  private void partly(CompilationResult whole) {
    Part part = Part.of(program, whole, lot);
    Held held = anyOf(Held.values());
    Place.Kind kind = anyOf(Place.Kind.values());
    Path folder = place(kind).root().resolveSibling("manifests" + manifestFolders++);
    ManifestResolver manifests = held.resolver(part.manifests(), folder);
    CompilationResult result =
        anyOf(Strategy.values())
            .run(
                lot.nextLong(),
                sources ->
                    Compilation.builder()
                        .engine(engine)
                        .sources(Sources.texts(part.texts()))
                        .resolver(manifests.orElse(sources))
                        .build()
                        .run());
    Outcome all = outcome(whole, Place.Kind.UNIX);
    Outcome some = outcome(result, kind);
    assertThat(findings(result.diagnostics().stream(), held))
        .as("diagnostics with manifests of %s as %s", part.manifests(), held)
        .containsExactlyElementsOf(findingsIn(part, whole, held));
    assertThat(some.manifests()).hasSize(part.texts().size());
    assertThat(all.manifests()).containsAll(some.manifests());
    assertThat(all.objects())
        .as("objects with manifests of %s as %s", part.manifests(), held)
        .containsAll(some.objects());
    if (program.isRight()) {
      assertThat(some.objects()).hasSize(part.texts().size());
    }
  }

  private <T> T anyOf(T[] values) {
    return values[lot.nextInt(values.length)];
  }

  private List<String> findingsIn(Part part, CompilationResult whole, Held held) {
    return findings(
        whole.diagnostics().stream()
            .filter(diagnostic -> part.texts().containsKey(diagnostic.range().file())),
        held);
  }

  /** The text form says where declarations are, not where their parts are. */
  private static List<String> findings(Stream<Diagnostic> diagnostics, Held held) {
    return diagnostics.map(diagnostic -> Outcome.finding(diagnostic, held != Held.TEXTS)).toList();
  }

  /** Linking starts processes, so that few graphs are linked. */
  private void linksTheSame(CompilationResult whole) {
    if (program.status().isPresent()) {
      Way other = new Way(Selection.FILES, Place.Kind.WINDOWS, Strategy.UNFAIR_ON_THREE);
      Path folder = place(Place.Kind.DISK).root();
      try {
        Path first = whole.link(Link.executable(folder.resolve("first")));
        Path second = build(other).link(Link.executable(folder.resolve("second")));
        assertThat(first).hasSameBinaryContentAs(second);
        int status = new ProcessBuilder(first.toString()).start().waitFor();
        assertThat(status).isEqualTo((int) (program.status().getAsLong() & BYTE_MASK));
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void works(CompilationResult result) {
    assertThat(result.diagnostics()).noneMatch(diagnostic -> diagnostic.isError());
    try (LoadedProgram loaded = result.load()) {
      program
          .results()
          .forEach(
              (function, expected) ->
                  assertThat(loaded.function(function).invokeLong((long) GraphProgram.DEPTH))
                      .as(function)
                      .isEqualTo(expected));
      program
          .status()
          .ifPresent(status -> assertThat(loaded.run()).isEqualTo((int) (status & BYTE_MASK)));
    }
  }

  private void fails(CompilationResult whole, CompilationResult found) {
    boolean alone = program.faults().size() == 1;
    for (Fault fault : program.faults()) {
      if (alone && !fault.code.isEmpty()) {
        if (fault.seen != Seen.FOUND) {
          assertThat(Outcome.codes(whole)).as("all files").contains(fault.code);
        }
        if (fault.seen != Seen.GIVEN && program.entry().isEmpty()) {
          assertThat(Outcome.codes(found)).as("found files").contains(fault.code);
        }
      }
    }
  }
}
