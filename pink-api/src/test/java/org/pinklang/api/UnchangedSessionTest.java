package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session looks at when nothing has changed, and that it notices when something has. */
class UnchangedSessionTest {
  private static final int MODULES = 12;

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String module(int number, int value) {
    return "module m%d;\nexport fn f() -> Integer { return %d; }\n".formatted(number, value);
  }

  private void writeProgram() throws IOException {
    StringBuilder main = new StringBuilder();
    StringBuilder sum = new StringBuilder("0");
    for (int i = 0; i < MODULES; i++) {
      write("m" + i + ".pink", module(i, 1));
      main.append("import m").append(i).append(";\n");
      sum.append(" + m").append(i).append("::f()");
    }
    main.append("fn main() -> Integer32 { return Integer32(").append(sum).append("); }\n");
    write("main.pink", main.toString());
  }

  private Compilation.Builder program() {
    return Compilation.builder().sources(Sources.directory(folder));
  }

  private static int status(CompilationResult result, Path file) throws Exception {
    Path linked = result.orThrow().link(Link.executable(file));
    return new ProcessBuilder(linked.toString()).start().waitFor();
  }

  @Test
  void nothingIsReadMadeOrLinked() throws Exception {
    writeProgram();
    Path app = folder.resolve("app.out");
    try (CompilationSession session = program().build().openSession()) {
      CompilationResult first = session.run();
      assertThat(status(first, app)).isEqualTo(MODULES);
      CompilationResult again = session.run();
      for (int i = 0; i < 60 && again.counters().bytesRead() > 0; i++) {
        Thread.sleep(100); // what has just been written is read again for two seconds
        again = session.run();
      }
      Counters counters = again.counters();
      assertThat(counters.bytesRead()).isZero();
      assertThat(counters.scanned()).isZero();
      assertThat(counters.parsed()).isZero();
      assertThat(counters.checked()).isZero();
      assertThat(counters.compiled()).isZero();
      assertThat(counters.reused()).isEqualTo(MODULES + 1);
      assertThat(again.rebuilds()).isEmpty();
      assertThat(again.objects()).hasSameSizeAs(first.objects());
      assertThat(status(again, app)).isEqualTo(MODULES);
      assertThat(again.counters().linked()).isZero();
    }
  }

  @Test
  void onlyTheTextThatChangedIsRead() throws Exception {
    writeProgram();
    try (CompilationSession session = program().build().openSession()) {
      session.run();
      for (int i = 0; i < 60 && session.run().counters().bytesRead() > 0; i++) {
        Thread.sleep(100);
      }
      write("m3.pink", module(3, 5));
      Counters counters = session.run().orThrow().counters();
      assertThat(counters.bytesRead()).isEqualTo(module(3, 5).length());
      assertThat(counters.parsed()).isEqualTo(1);
      assertThat(counters.compiled()).isEqualTo(1);
      assertThat(counters.reused()).isEqualTo(MODULES);
    }
  }

  @Test
  void everyChangeIsNoticedHoweverSoonItComes() throws Exception {
    writeProgram();
    Path app = folder.resolve("app.out");
    try (CompilationSession session = program().build().openSession()) {
      assertThat(status(session.run(), app)).isEqualTo(MODULES);
      FileTime before = Files.getLastModifiedTime(folder.resolve("m1.pink"));
      write("m1.pink", module(1, 7));
      Files.setLastModifiedTime(folder.resolve("m1.pink"), before);
      assertThat(status(session.run(), app)).isEqualTo(MODULES + 6);
      Files.delete(app);
      assertThat(status(session.run(), app)).isEqualTo(MODULES + 6);
      Files.write(app, new byte[] {1});
      assertThat(status(session.run(), app)).isEqualTo(MODULES + 6);

      session.update(folder.resolve("m2.pink"), module(2, 4));
      assertThat(status(session.run(), app)).isEqualTo(MODULES + 9);
      assertThat(status(session.run(), app)).isEqualTo(MODULES + 9);
      session.remove(folder.resolve("m2.pink"));
      assertThat(status(session.run(), app)).isEqualTo(MODULES + 6);

      write("extra.pink", "module extra;\nexport fn g() -> Integer { return 1; }\n");
      assertThat(session.run().object("extra")).isPresent();
      Files.delete(folder.resolve("extra.pink"));
      assertThat(session.run().object("extra")).isEmpty();
      Files.delete(folder.resolve("m1.pink"));
      assertThat(session.run().succeeded()).isFalse();
      assertThat(session.run().succeeded()).isFalse();
      write("m1.pink", module(1, 2));
      assertThat(status(session.run(), app)).isEqualTo(MODULES + 1);
    }
  }

  @Test
  void whatARunThatFailedAtItsEndHasSeenIsLookedAtAgain() throws Exception {
    writeProgram();
    Path app = folder.resolve("app.out");
    AtomicBoolean fails = new AtomicBoolean();
    CompilationListener listener =
        new CompilationListener() {
          @Override
          public void report(CompilationEvent event) {
            if (fails.get() && event.phase() == CompilationEvent.Phase.COMPILED) {
              throw new IllegalStateException("the listener fails");
            }
          }
        };
    try (CompilationSession session = program().listener(listener).build().openSession()) {
      assertThat(status(session.run(), app)).isEqualTo(MODULES);
      write("m1.pink", module(1, 7));
      fails.set(true);
      assertThatThrownBy(session::run).isInstanceOf(IllegalStateException.class);
      fails.set(false);
      assertThat(status(session.run(), app)).isEqualTo(MODULES + 6);
    }
  }

  @Test
  void anInterruptedThreadGetsNoResultAlsoWhenNothingHasChanged() throws Exception {
    writeProgram();
    try (CompilationSession session = program().build().openSession()) {
      session.run().orThrow();
      Thread.currentThread().interrupt();
      assertThatThrownBy(session::run).isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(session.run().orThrow().counters().compiled()).isZero();
    }
  }

  @Test
  void whatIsOnlyTouchedGivesTheSame() throws Exception {
    writeProgram();
    try (CompilationSession session = program().build().openSession()) {
      session.run();
      Files.setLastModifiedTime(
          folder.resolve("m4.pink"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
      Counters counters = session.run().orThrow().counters();
      assertThat(counters.checked()).isZero();
      assertThat(counters.compiled()).isZero();
      assertThat(counters.reused()).isEqualTo(MODULES + 1);
    }
  }

  @Test
  void aResolverOfTheUsersIsAskedInEachRun() throws Exception {
    write("main.pink", "import m;\nfn main() {}\n");
    write("m.pink", module(0, 1).replace("m0", "m"));
    AtomicInteger asked = new AtomicInteger();
    ManifestResolver own =
        request -> {
          asked.incrementAndGet();
          return ManifestResolver.Answer.notMine();
        };
    Compilation compilation =
        Compilation.builder()
            .sources(Sources.files(folder.resolve("main.pink")))
            .resolver(own.orElse(ManifestResolver.singleThreaded()))
            .build();
    try (CompilationSession session = compilation.openSession()) {
      session.run().orThrow();
      int first = asked.get();
      session.run().orThrow();
      assertThat(asked).hasValue(2 * first);
    }
  }
}
