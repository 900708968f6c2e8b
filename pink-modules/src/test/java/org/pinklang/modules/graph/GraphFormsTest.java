package org.pinklang.modules.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;

class GraphFormsTest {

  private static GraphUnit unit(String name, GraphUnit.Role role, String... imports) {
    List<ImportEdge> edges =
        Arrays.stream(imports)
            .map(
                target ->
                    new ImportEdge(
                        UnitName.primary(target),
                        false,
                        Optional.empty(),
                        target.startsWith("gone")
                            ? Optional.empty()
                            : Optional.of(target + ".pink")))
            .toList();
    return new GraphUnit(
        name + ".pink",
        UnitKind.PRIMARY_INTERFACE,
        UnitName.primary(name),
        "src/" + name + ".pink",
        role,
        edges);
  }

  private static GraphUnit unit(String name, String... imports) {
    return unit(name, GraphUnit.Role.INPUT, imports);
  }

  private static ModuleGraph graph(GraphUnit... units) {
    return new ModuleGraph(List.of(units), List.of());
  }

  private static String dyndep(ModuleGraph graph) {
    return NinjaDyndep.write(graph, (unit, suffix) -> unit.name().module() + suffix);
  }

  @Test
  void anObjectNeedsTheManifestsOfWhatItImports() {
    assertThat(dyndep(graph(unit("a", "b", "c"), unit("b", "c"), unit("c"))))
        .isEqualTo(
            """
            ninja_dyndep_version = 1
            build a.o | a.pmi: dyndep | b.pmi c.pmi
            build b.o | b.pmi: dyndep | c.pmi
            build c.o | c.pmi: dyndep
            """);
  }

  @Test
  void anObjectNeedsWhatItsImportsImport() {
    assertThat(dyndep(graph(unit("a", "b"), unit("b", "c", "d"), unit("c", "b"), unit("d"))))
        .isEqualTo(
            """
            ninja_dyndep_version = 1
            build a.o | a.pmi: dyndep | b.pmi c.pmi d.pmi
            build b.o | b.pmi: dyndep | d.pmi src/c.pink
            build c.o | c.pmi: dyndep | d.pmi src/b.pink
            build d.o | d.pmi: dyndep
            """);
  }

  @Test
  void unitsInACycleNeedEachOthersTexts() {
    assertThat(dyndep(graph(unit("a", "b"), unit("b", "a", "c"), unit("c"))))
        .isEqualTo(
            """
            ninja_dyndep_version = 1
            build a.o | a.pmi: dyndep | c.pmi src/b.pink
            build b.o | b.pmi: dyndep | c.pmi src/a.pink
            build c.o | c.pmi: dyndep
            """);
  }

  @Test
  void whatIsNoInputHasNoStatementAndIsNeededAsItLies() {
    ModuleGraph graph =
        graph(
            unit("a", "b", "std", "gone"),
            unit("b", GraphUnit.Role.FOUND),
            unit("std", GraphUnit.Role.STANDARD));
    assertThat(dyndep(graph))
        .isEqualTo("ninja_dyndep_version = 1\nbuild a.o | a.pmi: dyndep | src/b.pink\n");
  }

  @Test
  void ninjasOwnCharactersAreEscaped() {
    String text = NinjaDyndep.write(graph(unit("a")), (unit, suffix) -> "out dir/$x:" + suffix);
    assertThat(text).contains("build out$ dir/$$x$:.o | out$ dir/$$x$:.pmi: dyndep");
  }

  @Test
  void drawingsMarkCyclesAndEscapeNames() {
    String dot = GraphText.dot(graph(unit("a", "b"), unit("b", "a", "c"), unit("c\"\\")));
    assertThat(dot)
        .contains("\"a.pink\" -> \"b.pink\" [color=orangered];")
        .contains("\"b.pink\" -> \"c.pink\";")
        .contains("[label=\"c\\\"\\\\\", style=bold]");
  }

  @Test
  void everyFormIsTheSameForUnitsInAnyOrder() {
    List<GraphUnit> units =
        new ArrayList<>(List.of(unit("a", "b"), unit("b", "a", "c", "gone"), unit("c"), unit("d")));
    ModuleGraph graph = new ModuleGraph(units, List.of());
    for (int seed = 0; seed < 10; seed++) {
      Collections.shuffle(units, new Random(seed));
      ModuleGraph shuffled = new ModuleGraph(units, List.of());
      assertThat(GraphText.dot(shuffled)).isEqualTo(GraphText.dot(graph));
      assertThat(GraphText.tree(shuffled)).isEqualTo(GraphText.tree(graph));
      assertThat(dyndep(shuffled)).isEqualTo(dyndep(graph));
    }
  }

  @Test
  void aTreeOfALongChainGrowsWithItsLength() {
    GraphUnit[] chain = new GraphUnit[20_000];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = i + 1 < chain.length ? unit("m" + i, "m" + (i + 1)) : unit("m" + i);
    }
    String tree = GraphText.tree(graph(chain));
    assertThat(tree.length()).isLessThan(chain.length * 150);
    assertThat(tree.lines().filter(line -> line.endsWith("m19999"))).isNotEmpty();
    assertThat(tree).contains("(below)").doesNotContain("(cycle)");
  }
}
