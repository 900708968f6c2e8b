package org.pinklang.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.HashWriter;

/** Who may use whom, as the table of ARCHITECTURE.md has it. */
class PackageDependencyTest {
  /** The front end's packages in the order in which a text passes through them. */
  private static final List<String> FRONT_END =
      List.of(
          "source",
          "diagnostic",
          "tree",
          "parse",
          "type",
          "manifest",
          "manifest.text",
          "manifest.compare",
          "typed",
          "check",
          "query");

  @Test
  void noPackageDependsOnItselfThroughOthers() {
    slices().matching("org.pinklang.(**)").should().beFreeOfCycles().check(ProjectClasses.all());
  }

  @Test
  void aFrontEndPackageUsesOnlyThoseBeforeIt() {
    for (int i = 0; i < FRONT_END.size(); i++) {
      List<String> later = FRONT_END.subList(i + 1, FRONT_END.size());
      noClasses()
          .that()
          .resideInAPackage("org.pinklang.frontend." + FRONT_END.get(i))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              later.stream().map(p -> "org.pinklang.frontend." + p + "..").toArray(String[]::new))
          .allowEmptyShould(true)
          .check(ProjectClasses.all());
    }
  }

  @Test
  void theOrderNamesEveryFrontEndPackage() {
    Set<String> packages = new TreeSet<>();
    ProjectClasses.all()
        .that(resideInAnyPackage("org.pinklang.frontend.."))
        .forEach(type -> packages.add(type.getPackageName()));
    List<String> expected = new ArrayList<>();
    FRONT_END.forEach(name -> expected.add("org.pinklang.frontend." + name));
    packages.remove("org.pinklang.frontend");
    assertThat(packages).isSubsetOf(expected);
  }

  @Test
  void aTreeHoldsNoTypeOrSymbol() {
    neverUses("org.pinklang.frontend.tree..", "org.pinklang.frontend.type..");
  }

  @Test
  void aTypeRefersToNoTree() {
    neverUses("org.pinklang.frontend.type..", "org.pinklang.frontend.tree..");
  }

  @ParameterizedTest
  @CsvSource({
    "frontend, modules",
    "frontend, codegen",
    "frontend, link",
    "frontend, api",
    "modules, codegen",
    "modules, link",
    "modules, api",
    "codegen, modules",
    "codegen, link",
    "codegen, api",
    "link, modules",
    "link, api",
    "api, cli",
  })
  void aModuleNeverUsesALaterOne(String module, String later) {
    neverUses("org.pinklang." + module + "..", "org.pinklang." + later + "..");
  }

  @ParameterizedTest
  @ValueSource(strings = {"codec", "graph", "resolve", "build"})
  void aStoreDoesNotKnowWhatItsBytesMean(String other) {
    neverUses("org.pinklang.modules.store..", "org.pinklang.modules." + other + "..");
  }

  @Test
  void ofTheFrontEndAStoreUsesOnlyHashes() {
    noClasses()
        .that()
        .resideInAPackage("org.pinklang.modules.store..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.pinklang.frontend..")
                .and(not(belongToAnyOf(ContentHash.class, HashWriter.class))))
        .check(ProjectClasses.all());
  }

  @Test
  void onlyTheLlvmWrappersAndTheLinkerUseNativeBindings() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.pinklang.codegen.llvm..", "org.pinklang.link..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bytedeco..")
        .check(ProjectClasses.all());
  }

  private static void neverUses(String user, String used) {
    noClasses()
        .that()
        .resideInAPackage(user)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(used)
        .allowEmptyShould(true)
        .check(ProjectClasses.all());
  }
}
