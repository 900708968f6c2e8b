package org.pinklang.architecture;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What a library leaves to the program it is part of, and what the front end never touches. */
class PurityTest {
  private static final String COMMAND = "org.pinklang.cli..";

  @Test
  void aLibraryNeverEndsTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage(COMMAND)
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(ProjectClasses.all());
  }

  @Test
  void aLibraryPrintsNothing() {
    noClasses()
        .that()
        .resideOutsideOfPackage(COMMAND)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(ProjectClasses.all());
  }

  @Test
  void theFrontEndHasNoFilesClocksOrThreads() {
    noClasses()
        .that()
        .resideInAPackage("org.pinklang.frontend..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.nio.file..",
            "java.nio.channels..",
            "java.net..",
            "java.time..",
            "java.util.random..")
        .orShould()
        .dependOnClassesThat(
            JavaClass.Predicates.belongToAnyOf(
                java.io.File.class,
                java.io.RandomAccessFile.class,
                java.util.Date.class,
                java.util.Random.class,
                java.util.Timer.class,
                Process.class,
                ProcessBuilder.class,
                Runtime.class,
                ThreadLocal.class,
                java.util.concurrent.Executor.class,
                java.util.concurrent.ForkJoinPool.class,
                java.util.concurrent.CompletionStage.class,
                java.util.concurrent.CompletableFuture.class))
        .orShould()
        .dependOnClassesThat(JavaClass.Predicates.assignableTo(Thread.class))
        .check(ProjectClasses.all());
  }

  @Test
  void theFrontEndAsksNothingOfTheMachine() {
    noClasses()
        .that()
        .resideInAPackage("org.pinklang.frontend..")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .callMethod(System.class, "identityHashCode", Object.class)
        .orShould()
        .callMethod(System.class, "lineSeparator")
        .orShould()
        .callMethod(java.util.Locale.class, "getDefault")
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .check(ProjectClasses.all());
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked = new TreeSet<>();
    for (JavaClass type : ProjectClasses.all()) {
      JavaPackage home = type.getPackage();
      boolean marked =
          home.tryGetPackageInfo().map(annotatedWith(NullMarked.class)::test).orElse(false);
      if (!marked) {
        unmarked.add(home.getName());
      }
    }
    assertThat(unmarked).isEmpty();
  }
}
