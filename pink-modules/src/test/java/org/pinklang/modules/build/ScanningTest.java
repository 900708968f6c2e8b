package org.pinklang.modules.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.modules.graph.GraphUnit;
import org.pinklang.modules.graph.ImportEdge;
import org.pinklang.modules.graph.ModuleGraph;
import org.pinklang.modules.resolve.Execution;
import org.pinklang.modules.resolve.Resolution;
import org.pinklang.modules.resolve.Resolvers;

class ScanningTest {
  private static final String BODY = "fn body() { this is no Pink \n".repeat(50_000);

  private static List<String> names(ModuleGraph graph) {
    return graph.units().stream().map(GraphUnit::logicalName).toList();
  }

  @Test
  void headsOfTheInputsAreReadAndNothingElse() {
    try (Project project = new Project()) {
      project.file("main.pink", "import a;\n" + BODY);
      project.file("a.pink", "module a;\nimport b;\n" + BODY);
      project.file("b.pink", "module b;\n" + BODY);
      BuildResult result =
          project.input("main.pink", "a.pink").depth(BuildRequest.Depth.HEADS).build();
      assertThat(result.diagnostics()).isEmpty();
      assertThat(names(result.graph())).containsExactly("a.pink", "main.pink");
      assertThat(result.graph().missing()).isEmpty();
      assertThat(result.units()).isEmpty();
      Counters counters = result.counters();
      assertThat(counters.scanned()).isEqualTo(2);
      assertThat(counters.parsed() + counters.outlined() + counters.checked()).isZero();
      assertThat(counters.bytesRead()).isEqualTo(2L * HeadReader.FIRST_BLOCK);
    }
  }

  @Test
  void theGraphFollowsImportsByTheirHeads() {
    try (Project project = new Project()) {
      project.file("main.pink", "import a;\n  import gone;\n" + BODY);
      project.file("a.pink", "module a;\nexport import :p;\nimport b;\n" + BODY);
      project.file("a-p.pink", "module a:p;\n" + BODY);
      project.file("a+x.pink", "implement a;\n" + BODY);
      project.file("b.pink", "module b;\nimport a;\n" + BODY);
      project.input("main.pink").depth(BuildRequest.Depth.GRAPH);
      for (Execution execution :
          List.of(
              new Execution.SingleThreaded(),
              new Execution.Pool(4),
              new Execution.On(Runnable::run))) {
        BuildResult result = project.execution(execution).build();
        assertThat(result.diagnostics()).isEmpty();
        ModuleGraph graph = result.graph();
        assertThat(names(graph))
            .containsExactly("a+x.pink", "a-p.pink", "a.pink", "b.pink", "main.pink");
        assertThat(graph.components().stream().map(List::size))
            .containsExactlyInAnyOrder(1, 1, 1, 2);
        assertThat(graph.missing())
            .extracting(missing -> missing.name().display())
            .containsExactly("gone");
        ImportEdge gone = graph.unit("main.pink").orElseThrow().imports().get(1);
        assertThat(gone.provider()).isEmpty();
        assertThat(gone.position()).contains(new LinePosition(2, 3));
        assertThat(graph.unit("a+x.pink").orElseThrow().imports())
            .extracting(ImportEdge::provider)
            .containsExactly(Optional.of("a.pink"));
        assertThat(result.counters().scanned()).isEqualTo(5);
        assertThat(result.counters().outlined()).isZero();
      }
    }
  }

  @Test
  void errorsInHeadsAreFoundAndThoseBelowAreNot() {
    try (Project project = new Project()) {
      project.file("main.pink", "import ;\nimport a;\n" + BODY).file("a.pink", "module a;\n");
      BuildResult result = project.input("main.pink").depth(BuildRequest.Depth.GRAPH).build();
      assertThat(Project.shown(result)).singleElement().asString().startsWith("main.pink:7 PK0132");
      assertThat(names(result.graph())).containsExactly("a.pink", "main.pink");
    }
  }

  @Test
  void aModuleAskedForByNameIsAnInputWithAllItsUnits() {
    try (Project project = new Project()) {
      project.file("m.pink", "module m;\nexport import :p;\nimport other;\n");
      project.file("m-p.pink", "module m:p;\n").file("m+x.pink", "implement m;\n");
      project.file("other.pink", "module other;\n");
      BuildResult result =
          project.sourcePath(".").inputModule("m").depth(BuildRequest.Depth.HEADS).build();
      assertThat(result.graph().units()).allMatch(GraphUnit::input);
      assertThat(names(result.graph())).containsExactly("m+x.pink", "m-p.pink", "m.pink");
    }
  }

  @Test
  void theGraphSaysWhereEachUnitCameFrom() {
    try (Project project = new Project()) {
      project.file("far.pink", "module far;\nimport farther;\nexport fn f() -> Integer { 1; }\n");
      Manifest manifest = project.input("far.pink").build().units().getFirst().manifest();
      try (Project other = new Project()) {
        other.file("main.pink", "import far;\nimport no;\nfn main() {}\n");
        Map<String, Resolution> answers =
            Map.of(
                "far", new Resolution.Found(manifest), "no", new Resolution.Rejected("not today"));
        BuildResult result =
            other
                .input("main.pink")
                .depth(BuildRequest.Depth.GRAPH)
                .resolver(
                    Resolvers.firstOf(
                        List.of(
                            request ->
                                answers.getOrDefault(
                                    request.name().display(), new Resolution.NotMine(List.of())),
                            Resolvers.fromSource())))
                .build();
        GraphUnit far = result.graph().unit("far.pink").orElseThrow();
        assertThat(far.role()).isEqualTo(GraphUnit.Role.MANIFEST);
        assertThat(far.imports())
            .extracting(ImportEdge::position)
            .containsExactly(Optional.of(new LinePosition(2, 1)));
        assertThat(result.graph().missing())
            .extracting(missing -> missing.name().display() + " " + missing.reason().orElse("-"))
            .containsExactly("farther -", "no not today");
      }
    }
  }

  @Test
  void aFolderWithManyFilesIsScanned() {
    try (Project project = new Project()) {
      int count = 2_000;
      for (int i = 0; i < count; i++) {
        project.file("m" + i + ".pink", "module m" + i + ";\nimport m" + (i + 1) % count + ";\n");
      }
      BuildResult result =
          project
              .inputFolder(".")
              .depth(BuildRequest.Depth.HEADS)
              .execution(new Execution.Pool(2))
              .build();
      assertThat(result.counters().scanned()).isEqualTo(count);
      assertThat(result.graph().units()).hasSize(count);
    }
  }
}
