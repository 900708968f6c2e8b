package org.pinklang.api.graphs;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.pinklang.api.graphs.GraphSketch.FaultSketch;
import org.pinklang.api.graphs.GraphSketch.LinkSketch;
import org.pinklang.api.graphs.GraphSketch.ModuleSketch;
import org.pinklang.api.graphs.GraphSketch.PartitionSketch;
import org.pinklang.api.graphs.GraphSketch.UnitSketch;

/** Module graphs as jqwik makes them and makes them smaller. */
final class GraphSketches {
  private static final int SMALL = 4;
  private static final int LARGE = 12;
  private static final int HUGE = 40;
  private static final int CHOICES = 60;

  private GraphSketches() {}

  /** Graphs of one to twelve modules, now and then forty. */
  static Arbitrary<GraphSketch> all() {
    return Arbitraries.frequencyOf(
        Tuple.of(80, graphs(1, SMALL)),
        Tuple.of(18, graphs(SMALL, LARGE)),
        Tuple.of(1, graphs(HUGE, HUGE)));
  }

  private static Arbitrary<GraphSketch> graphs(int least, int most) {
    return Combinators.combine(
            modules().list().ofMinSize(least).ofMaxSize(most),
            links().list().ofMaxSize(4),
            faults(),
            Arbitraries.integers().between(0, Integer.MAX_VALUE).withoutEdgeCases())
        .as(GraphSketch::new);
  }

  private static Arbitrary<List<FaultSketch>> faults() {
    Arbitrary<FaultSketch> fault =
        Combinators.combine(Arbitraries.of(Fault.class), choices()).as(FaultSketch::new);
    return Arbitraries.frequencyOf(
        Tuple.of(5, Arbitraries.just(List.of())),
        Tuple.of(4, fault.list().ofSize(1)),
        Tuple.of(1, fault.list().ofMinSize(2).ofMaxSize(4)));
  }

  private static Arbitrary<ModuleSketch> modules() {
    return Combinators.combine(
            choices(),
            units(),
            partitions().list().ofMaxSize(3),
            links().list().ofMaxSize(2).list().ofMaxSize(2))
        .as(ModuleSketch::new);
  }

  private static Arbitrary<PartitionSketch> partitions() {
    return Combinators.combine(
            Arbitraries.of(false, true), choices(), choices().list().ofMaxSize(2), units())
        .as(PartitionSketch::new);
  }

  private static Arbitrary<UnitSketch> units() {
    return Combinators.combine(
            Arbitraries.integers().between(0, Feature.sets() - 1),
            Arbitraries.integers().between(0, 3),
            links().list().ofMaxSize(3))
        .as(UnitSketch::new);
  }

  private static Arbitrary<LinkSketch> links() {
    return Combinators.combine(choices(), choices(), Arbitraries.of(false, true), choices())
        .as(LinkSketch::new);
  }

  private static Arbitrary<Integer> choices() {
    return Arbitraries.integers().between(0, CHOICES - 1).withoutEdgeCases();
  }
}
