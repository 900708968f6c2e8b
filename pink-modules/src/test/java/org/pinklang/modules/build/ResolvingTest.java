package org.pinklang.modules.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.modules.resolve.ManifestMemory;
import org.pinklang.modules.resolve.ManifestResolver;
import org.pinklang.modules.resolve.Resolution;
import org.pinklang.modules.resolve.Resolvers;
import org.pinklang.modules.resolve.Validity;

/** Where manifests come from, in which order, and what is said of those that are not used. */
class ResolvingTest {
  private final Project project = new Project();

  @AfterEach
  void close() {
    project.close();
  }

  private Project program() {
    return project.file("main.pink", "import b;\nfn main() { b::f(); }\n").input("main.pink");
  }

  @Test
  void whatIsHeldInMemoryIsNotBuilt() {
    ManifestMemory memory = new ManifestMemory();
    memory.put(Project.manifestOf("module b;\nexport fn f() -> Nil {}\n"));
    BuildResult result = program().resolver(memory).build();
    assertThat(Project.shown(result)).isEmpty();
    assertThat(Project.names(result)).containsExactly("main.pink");
  }

  @Test
  void aManifestOfAnotherNameIsRefusedWithBothNames() {
    Manifest other = Project.manifestOf("module c;\nexport fn f() -> Nil {}\n");
    ManifestResolver wrong = request -> new Resolution.Found(other);
    assertThat(Project.shown(program().resolver(wrong).build()))
        .singleElement()
        .asString()
        .startsWith("main.pink:7 PK0202 module `b` cannot be used")
        .contains("`c.pink`");
  }

  @Test
  void whatIsPromisedForLaterIsWaitedFor() {
    CompletableFuture<Resolution> answer = new CompletableFuture<>();
    Manifest b = Project.manifestOf("module b;\nexport fn f() -> Nil {}\n");
    ManifestResolver later =
        request -> {
          new Thread(() -> answer.complete(new Resolution.Found(b))).start();
          return new Resolution.Later(answer);
        };
    assertThat(Project.shown(program().resolver(later).build())).isEmpty();
  }

  @Test
  void aFileThatIsNoManifestIsPassedOverInAFolder() {
    project.file("b.pink", "module b;\nexport fn f() -> Nil {}\n");
    project.file("out/b.pmi", "fn f() {}");
    ManifestResolver folder = Resolvers.files(List.of(project.path("out")));
    program().resolver(Resolvers.firstOf(List.of(folder, Resolvers.fromSource())));
    BuildResult result = project.build();
    assertThat(Project.shown(result))
        .containsExactly(
            "b.pmi:0 PK0712 `b.pmi` is not used: it does not begin like a manifest; write it with"
                + " `pink build --emit manifest`");
    assertThat(result.origins()).containsEntry("b.pmi", "/work/out/b.pmi");
    assertThat(Project.names(result)).containsExactly("b.pink", "main.pink");
  }

  @Test
  void theSameFileGivenByNameIsAnError() {
    project.file("b.pink", "module b;\nexport fn f() -> Nil {}\n");
    project.file("out/b.pmi", "fn f() {}");
    ManifestResolver explicit =
        Resolvers.explicit(Map.of(UnitName.primary("b"), project.path("out/b.pmi")));
    program().resolver(Resolvers.firstOf(List.of(explicit, Resolvers.fromSource())));
    assertThat(Project.shown(project.validity(Validity.IGNORE).build()))
        .singleElement()
        .asString()
        .startsWith("main.pink:7 PK0202")
        .contains("/work/out/b.pmi")
        .contains("does not begin like a manifest")
        .contains("--emit manifest");
  }
}
