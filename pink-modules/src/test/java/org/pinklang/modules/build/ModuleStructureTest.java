package org.pinklang.modules.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is checked of modules that are asked for by name, and of those that are only imported. */
class ModuleStructureTest {
  private final Project project = new Project();

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void allUnitsOfAModuleAskedForByNameAreChecked() {
    project.file("a/m.pink", "module a.m;\nexport import :p;\nexport fn f() -> Nil { none; }\n");
    project.file("a/m-p.pink", "module a.m:p;\nfn g() -> Nil { none; }\n");
    project.file("a/m+i.pink", "implement a.m;\nfn h() -> Nil { none; }\n");
    assertThat(Project.shown(project.sourcePath("").inputModule("a.m").build()))
        .containsExactly(
            "a/m+i.pink:31 PK0301 there is no `none` here",
            "a/m-p.pink:30 PK0301 there is no `none` here",
            "a/m.pink:53 PK0301 there is no `none` here");
  }

  @Test
  void whatAModuleAskedForByNameImportsIsNotChecked() {
    project.file("m.pink", "module m;\nimport n;\nexport fn f() -> Nil { n::g(); }\n");
    project.file("n.pink", "module n;\nexport fn g() -> Nil { none; }\n");
    assertThat(project.sourcePath("").inputModule("m").codes()).isEmpty();
  }

  @Test
  void theUnitsOfAModuleThatIsOnlyImportedMustFitTogether() {
    project.file("main.pink", "import m;\nfn main() -> Nil { m::f(); }\n").input("main.pink");
    project.file("m.pink", "module m;\nexport import :q;\nexport fn f() -> Nil { none; }\n");
    project.file("m-p.pink", "module m:p;\n");
    project.file("m-q.pink", "module m:q;\nfn f() -> Nil {}\n");
    assertThat(Project.shown(project.build()))
        .containsExactly(
            "m-q.pink:15 PK0230 `f` is declared in two units of module `m`",
            "m.pink:7 PK0213 the interface partition `:p` is not exported by module `m`");
  }

  @Test
  void modulesNearOneThatIsAskedForInVainAreNamed() {
    project.file("a/shapes.pink", "module a.shapes;\n");
    BuildResult result = project.sourcePath("").inputModule("a.shaps").build();
    assertThat(result.diagnostics().get(0).notes())
        .containsExactly("there is a module `a.shapes`", "searched: /work/a/shaps.pink");
  }

  @Test
  void anImplementationUnitOfAStandardModuleIsRefused() {
    project.file("x.pink", "implement std.io;\nfn f() -> Nil {}\n").input("x.pink");
    assertThat(Project.shown(project.build()))
        .contains("std/io+x.pink:0 PK0707 the standard module `std.io` takes no further units");
  }
}
