package org.pinklang.link.lld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pinklang.link.TestObjects.object;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinklang.link.TestObjects;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.LinkProblem;
import org.pinklang.link.runtime.RuntimeLibrary;

class ExecutableLinkerTest {
  private static final String EMPTY_MAIN = "define i32 @main(i32 %c, ptr %v) {\n  ret i32 0\n}\n";

  private static final String HELLO =
      """
      @text = private constant [6 x i8] c"hello\\0A"
      declare i64 @pink_write(i32, ptr, i64)
      define i32 @main(i32 %count, ptr %vector) {
        %written = call i64 @pink_write(i32 1, ptr @text, i64 6)
        ret i32 300
      }
      """;

  @TempDir Path folder;

  @Test
  void helloWithoutLibraryNeedsNeitherLoaderNorEnvironment() throws Exception {
    LinkedProgram program = LinkedProgram.of(folder, HELLO);
    assertThat(program.run()).isEqualTo(new LinkedProgram.Run(44, "hello\n", ""));
    String bytes = Files.readString(program.file(), StandardCharsets.ISO_8859_1);
    assertThat(bytes).doesNotContain("ld-linux", "libc.so");
    assertThat(Files.isExecutable(program.file())).isTrue();
  }

  @Test
  void objectsUseEachOtherWhateverTheirOrder() throws Exception {
    LinkObject main =
        object(
            "main.o",
            "declare i32 @_PM1mEF1f()\n"
                + EMPTY_MAIN.replace("ret i32 0", "%r = call i32 @_PM1mEF1f()\n  ret i32 %r"));
    LinkObject other = object("m.o", "define i32 @_PM1mEF1f() {\n  ret i32 7\n}\n");
    for (LinkObject[] order : new LinkObject[][] {{main, other}, {other, main}}) {
      Path file = folder.resolve("ordered");
      OutputFile.write(file, LinkedProgram.link(order), true);
      assertThat(new LinkedProgram(file).run().status()).isEqualTo(7);
    }
  }

  @Test
  void thousandsOfObjectsWithAnyNamesAreLinked() throws Exception {
    List<LinkObject> objects = new ArrayList<>();
    objects.add(object("main.o", EMPTY_MAIN));
    byte[] bytes = object("x", "@data = private constant i32 1\n").bytes();
    for (int i = 0; i < 3000; i++) {
      objects.add(new LinkObject("a long name with 'quotes', spaces and ünïcode " + i, bytes));
    }
    assertThat(LinkedProgram.tryLink(objects.toArray(LinkObject[]::new)))
        .isInstanceOf(LinkOutcome.Linked.class);
  }

  @Test
  void sameObjectsGiveSameBytesInAnyTemporaryFolder() throws Exception {
    LinkObject hello = object("main.o", HELLO);
    byte[] first = LinkedProgram.link(hello);
    byte[] second = LinkedProgram.link(new LinkObject("main.o", hello.bytes().clone()));
    assertThat(second).isEqualTo(first);
  }

  @Test
  void libraryFunctionsAreLinkedWithTheSystemsLibrary() throws Exception {
    LinkedProgram program =
        LinkedProgram.of(
            folder,
            """
            @format = private constant [13 x i8] c"%s %ld %.3f\\0A\\00"
            @word = private constant [6 x i8] c"world\\00"
            declare i32 @printf(ptr, ...)
            declare double @cbrt(double)
            declare i64 @strlen(ptr)
            define i32 @main(i32 %count, ptr %vector) {
              %root = call double @cbrt(double 27.5)
              %length = call i64 @strlen(ptr @word)
              %n = call i32 (ptr, ...) @printf(ptr @format, ptr @word, i64 %length, double %root)
              ret i32 9
            }
            """);
    assertThat(program.run()).isEqualTo(new LinkedProgram.Run(9, "world 5 3.018\n", ""));
  }

  @Test
  void libraryCallsBackIntoTheProgram() throws Exception {
    LinkedProgram program =
        LinkedProgram.of(
            folder,
            """
            @numbers = global [4 x i32] [i32 30, i32 10, i32 40, i32 20]
            declare void @qsort(ptr, i64, i64, ptr)
            define i32 @compare(ptr %left, ptr %right) {
              %a = load i32, ptr %left
              %b = load i32, ptr %right
              %difference = sub i32 %a, %b
              ret i32 %difference
            }
            define i32 @main(i32 %count, ptr %vector) {
              call void @qsort(ptr @numbers, i64 4, i64 4, ptr @compare)
              %last = load i32, ptr getelementptr (i32, ptr @numbers, i64 3)
              ret i32 %last
            }
            """);
    assertThat(program.run().status()).isEqualTo(40);
  }

  @Test
  void symbolsNobodyDefinesAreNamedWithTheObjectsThatNeedThem() throws Exception {
    String caller = "declare void @_PM1mEF1g()\ndeclare void @no_such_c_function()\n";
    String call = "call void @_PM1mEF1g()\n  call void @no_such_c_function()\n  ret void\n}\n";
    LinkObject a = object("a.o", caller + "define void @a() {\n  " + call);
    LinkObject b = object("b.o", caller + "define void @b() {\n  " + call);
    assertThat(LinkedProgram.tryLink(object("main.o", EMPTY_MAIN), a, b))
        .isEqualTo(
            new LinkOutcome.Refused(
                List.of(
                    new LinkProblem.UndefinedSymbol("_PM1mEF1g", List.of("a.o", "b.o")),
                    new LinkProblem.UndefinedSymbol("no_such_c_function", List.of("a.o", "b.o")))));
  }

  @Test
  void missingEntryAndDuplicatesAreNamed() throws Exception {
    LinkObject a = object("a.o", "define void @f() {\n  ret void\n}\n");
    LinkObject b = new LinkObject("b.o", a.bytes());
    assertThat(LinkedProgram.tryLink(a, b))
        .isEqualTo(
            new LinkOutcome.Refused(
                List.of(
                    new LinkProblem.NoEntry(),
                    new LinkProblem.DuplicateSymbol("f", List.of("a.o", "b.o")))));
  }

  @Test
  void withoutSystemLibraryTheFunctionsThatNeedItAreNamed() throws Exception {
    LinkObject main =
        object(
            "main.o",
            "declare i32 @puts(ptr)\n"
                + EMPTY_MAIN.replace("ret i32 0", "%r = call i32 @puts(ptr null)\n  ret i32 %r"));
    ExecutableLinker linker =
        new ExecutableLinker(
            new RuntimeLibrary(),
            triple -> new SystemLibraries(Path.of("/loader"), true, List.of(folder)));
    assertThat(linker.link(List.of(main), TestObjects.TRIPLE))
        .isEqualTo(
            new LinkOutcome.Refused(
                List.of(new LinkProblem.NoLibrary(List.of("puts"), List.of(folder.toString())))));
  }

  @Test
  void unknownTargetIsRefusedWithThoseThereAre() throws Exception {
    ExecutableLinker linker = new ExecutableLinker(new RuntimeLibrary());
    assertThat(linker.link(List.of(), "sparc-sun-solaris"))
        .isEqualTo(
            new LinkOutcome.Refused(
                List.of(
                    new LinkProblem.UnsupportedTarget(
                        "sparc-sun-solaris", RuntimeLibrary.targets()))));
  }

  @Test
  void damagedObjectIsAnErrorThatNamesIt() {
    assertThatThrownBy(() -> LinkedProgram.tryLink(new LinkObject("bad.o", new byte[100])))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("bad.o");
  }

  @Test
  void interruptionEndsTheLinkAndRemains() {
    LinkObject main = object("main.o", EMPTY_MAIN);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> LinkedProgram.tryLink(main)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void nothingTemporaryIsLeftBehind() throws Exception {
    Path file = folder.resolve("program");
    byte[] bytes = LinkedProgram.link(object("main.o", HELLO));
    OutputFile.write(file, bytes, true);
    OutputFile.write(file, bytes, true);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
    assertThatThrownBy(() -> OutputFile.write(folder.resolve("no/such"), bytes, true))
        .isInstanceOf(IOException.class);
  }

  @Test
  void stackIsNotExecutableAndAddressesAreReadOnly() throws Exception {
    byte[] alone = LinkedProgram.link(object("main.o", HELLO));
    assertThat(new ProgramHeaders(alone).flagsOf(ProgramHeaders.GNU_STACK)).hasValue(6);
    LinkObject main =
        object(
            "main.o",
            "declare i32 @getpid()\n"
                + EMPTY_MAIN.replace("ret i32 0", "%r = call i32 @getpid()\n  ret i32 %r"));
    ProgramHeaders withLibrary = new ProgramHeaders(LinkedProgram.link(main));
    assertThat(withLibrary.flagsOf(ProgramHeaders.GNU_STACK)).hasValue(6);
    assertThat(withLibrary.flagsOf(ProgramHeaders.GNU_RELRO)).hasValue(4);
  }
}
