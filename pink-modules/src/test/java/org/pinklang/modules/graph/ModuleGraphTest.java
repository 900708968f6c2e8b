package org.pinklang.modules.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;

class ModuleGraphTest {

  private static GraphUnit unit(String name, String... imports) {
    List<ImportEdge> edges =
        Arrays.stream(imports)
            .map(
                target ->
                    new ImportEdge(
                        UnitName.primary(target),
                        false,
                        Optional.empty(),
                        Optional.of(target + ".pink")))
            .toList();
    return new GraphUnit(
        name + ".pink",
        UnitKind.PRIMARY_INTERFACE,
        UnitName.primary(name),
        name + ".pink",
        GraphUnit.Role.INPUT,
        edges);
  }

  private static List<List<String>> components(GraphUnit... units) {
    return new ModuleGraph(List.of(units), List.of())
        .components().stream()
            .map(part -> part.stream().map(unit -> unit.name().module()).toList())
            .toList();
  }

  @Test
  void aPartComesAfterThoseItImports() {
    assertThat(components(unit("a", "b", "c"), unit("b", "c"), unit("c")))
        .containsExactly(List.of("c"), List.of("b"), List.of("a"));
  }

  @Test
  void aCycleIsOnePart() {
    assertThat(components(unit("a", "b"), unit("b", "c"), unit("c", "b", "d"), unit("d")))
        .containsExactly(List.of("d"), List.of("b", "c"), List.of("a"));
  }

  @Test
  void aChainOfAHundredThousandNeedsNoStack() {
    int[][] chain = new int[100_000][];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = i + 1 < chain.length ? new int[] {i + 1} : new int[0];
    }
    assertThat(StrongComponents.of(chain)).hasSize(chain.length);
  }

  @Provide
  Arbitrary<int[][]> graphs() {
    return Arbitraries.integers()
        .between(1, 8)
        .flatMap(
            count ->
                Arbitraries.integers()
                    .between(0, count - 1)
                    .array(int[].class)
                    .ofMaxSize(4)
                    .array(int[][].class)
                    .ofSize(count));
  }

  @Property(tries = 500)
  void nodesShareAPartExactlyWhenEachLeadsToTheOther(@ForAll("graphs") int[][] graph) {
    List<int[]> components = StrongComponents.of(graph);
    List<Integer> all = new ArrayList<>();
    for (int[] component : components) {
      for (int node : component) {
        all.add(node);
        Set<Integer> mutual = reachable(graph, node);
        mutual.removeIf(other -> !reachable(graph, other).contains(node));
        mutual.add(node);
        assertThat(mutual).containsExactlyInAnyOrderElementsOf(boxed(component));
      }
    }
    Collections.sort(all);
    assertThat(all).hasSize(graph.length).doesNotHaveDuplicates();
  }

  private static List<Integer> boxed(int[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static Set<Integer> reachable(int[][] graph, int from) {
    Set<Integer> seen = new HashSet<>();
    List<Integer> open = new ArrayList<>(boxed(graph[from]));
    while (!open.isEmpty()) {
      int node = open.removeLast();
      if (seen.add(node)) {
        open.addAll(boxed(graph[node]));
      }
    }
    return seen;
  }

  @Test
  void theTreeOpensAUnitOnce() {
    ModuleGraph graph =
        new ModuleGraph(List.of(unit("a", "b", "c"), unit("b", "c"), unit("c", "a")), List.of());
    assertThat(GraphText.tree(graph))
        .isEqualTo(
            """
            a
            ├─ b
            │  └─ c
            │     └─ a (cycle)
            └─ c (above)
            """);
  }

  @Test
  void aRuleSaysWhatAUnitProvidesAndRequires() {
    assertThat(P1689.write(List.of(unit("a", "b")), unit -> "a.o"))
        .isEqualTo(
            """
            {
              "version": 1,
              "revision": 0,
              "rules": [
                {
                  "primary-output": "a.o",
                  "provides": [
                    {"logical-name": "a", "is-interface": true, "source-path": "a.pink"}
                  ],
                  "requires": [
                    {"logical-name": "b"}
                  ]
                }
              ]
            }
            """);
  }
}
