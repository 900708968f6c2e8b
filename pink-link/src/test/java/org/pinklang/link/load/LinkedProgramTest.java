package org.pinklang.link.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinklang.link.ObjectEdits;
import org.pinklang.link.TestObjects;
import org.pinklang.link.object.KnownObjects;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.LinkProblem;
import org.pinklang.link.object.LoadableObject;
import org.pinklang.link.object.UnusableObjectException;
import org.pinklang.link.runtime.RuntimeLibrary;

class LinkedProgramTest {
  private static final ProcessMemory MEMORY = JavaMachine.get().memory();
  private static final MachineSignature SIGNATURE =
      new MachineSignature(List.of(ScalarType.INTEGER64), Optional.of(ScalarType.INTEGER64));

  private static final MachineSignature TWO =
      new MachineSignature(
          List.of(ScalarType.INTEGER64, ScalarType.INTEGER64), Optional.of(ScalarType.INTEGER64));

  /** What is outside lies further away than code reaches, as a library of the system may. */
  private static final long FAR = 1L << 40;

  private static final LinkObject FIRST =
      TestObjects.object(
          "first.o",
          """
          @count = global i64 5
          @room = global [10 x i64] zeroinitializer
          @numbers = constant [2 x i64] [i64 1, i64 2]
          @table = constant [2 x ptr] [ptr @by_table, ptr @count]
          declare i64 @second(i64)
          declare i64 @indirect(i64) nonlazybind
          define internal i64 @by_table(i64 %n) uwtable(sync) {
            %r = mul i64 %n, 3
            ret i64 %r
          }
          define i64 @first(i64 %n) uwtable(sync) {
            %old = load i64, ptr @count
            %new = add i64 %old, 1
            store i64 %new, ptr @count
            store i64 %new, ptr @room
            %f = load ptr, ptr @table
            %a = call i64 %f(i64 %n)
            %b = call i64 @second(i64 %a)
            %c = call i64 @indirect(i64 %b)
            %kept = load i64, ptr @room
            %r = add i64 %c, %kept
            ret i64 %r
          }
          """);

  private static final LinkObject SECOND =
      TestObjects.object(
          "second.o",
          """
          @count = external global i64
          define i64 @second(i64 %n) uwtable(sync) {
            %count = load i64, ptr @count
            %r = add i64 %n, %count
            ret i64 %r
          }
          define i64 @indirect(i64 %n) uwtable(sync) {
            %r = shl i64 %n, 1
            ret i64 %r
          }
          """);

  private static final String OTHER = "define i64 @b() {\n  ret i64 1\n}\n";

  private static LinkedProgram link(List<LinkObject> files, Map<String, Long> outside)
      throws Exception {
    List<LoadableObject> objects = new ArrayList<>();
    for (LinkObject file : files) {
      objects.add(LoadableObject.of(file.bytes()).orElseThrow());
    }
    return LinkedProgram.of(files, objects, outside.keySet()).orElseThrow();
  }

  private static long call(CodeImage image, String function, long argument) {
    return new LoadedFunction(new ProgramControl(0), image.address(function))
        .call(SIGNATURE, argument);
  }

  @Test
  void itDoesWhatTheJitDoes() throws Exception {
    List<LinkObject> files = List.of(FIRST, SECOND);
    try (CodeImage jit = OrcJit.of(files, Map.of());
        CodeImage image = new LinkedImage(link(files, Map.of()), Map.of(), MEMORY)) {
      for (long n = 1; n < 5; n++) {
        assertThat(call(image, "first", n))
            .isEqualTo(call(jit, "first", n))
            .isEqualTo(6 * n + 3 * (5 + n));
      }
    }
  }

  @Test
  void eachLoadHasVariablesOfItsOwn() throws Exception {
    LinkedProgram program = link(List.of(FIRST, SECOND), Map.of());
    try (CodeImage one = new LinkedImage(program, Map.of(), MEMORY);
        CodeImage other = new LinkedImage(program, Map.of(), MEMORY)) {
      long first = call(one, "first", 1);
      assertThat(call(one, "first", 1)).isNotEqualTo(first);
      assertThat(call(other, "first", 1)).isEqualTo(first);
    }
  }

  @Test
  void nothingCanBeBothWrittenAndRun() throws Exception {
    LinkedProgram program = link(List.of(FIRST, SECOND), Map.of());
    try (CodeImage image = new LinkedImage(program, Map.of(), MEMORY)) {
      assertThat(access(image.address("first"))).isEqualTo("r-xp");
      assertThat(access(image.address("numbers"))).isEqualTo("r--p");
      assertThat(access(image.address("count"))).isEqualTo("rw-p");
      assertThat(access(image.address("room"))).isEqualTo("rw-p");
    }
  }

  /** Whoever throws exceptions through frames finds those of programs that are in memory. */
  @Test
  void framesAreKnownToUnwindersWhileTheProgramIsThere() throws Exception {
    LinkedProgram program = link(List.of(FIRST, SECOND), Map.of());
    CodeImage image = new LinkedImage(program, Map.of(), MEMORY);
    long first = image.address("first");
    long second = image.address("second");
    assertThat(hasFrames(first)).isTrue();
    assertThat(hasFrames(second)).isTrue();
    image.close();
    assertThat(hasFrames(first)).isFalse();
  }

  private static boolean hasFrames(long address) {
    try (NativeMemory library = NativeMemory.of("libgcc_s.so.1".getBytes(StandardCharsets.UTF_8));
        NativeMemory symbol = NativeMemory.of("_Unwind_Find_FDE".getBytes(StandardCharsets.UTF_8));
        NativeMemory bases = NativeMemory.allocate(24)) {
      long opened = callProcess("dlopen", library.address(), 1);
      long find = callProcess("dlsym", opened, symbol.address());
      LoadedFunction finder = new LoadedFunction(new ProgramControl(0), find);
      return finder.call(TWO, address, bases.address()) != 0;
    }
  }

  private static long callProcess(String function, long first, long second) {
    long address = ProcessSymbols.find(function);
    return new LoadedFunction(new ProgramControl(0), address).call(TWO, first, second);
  }

  /** What the system lets be done with the memory at an address. */
  private static String access(long address) throws Exception {
    for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
      String[] words = line.split(" ");
      String[] range = words[0].split("-");
      if (Long.parseUnsignedLong(range[0], 16) <= address
          && address < Long.parseUnsignedLong(range[1], 16)) {
        return words[1];
      }
    }
    return "none";
  }

  @Test
  void callsAndAddressesOfWhatIsFarAwayGoByTheTable() throws Exception {
    LinkObject object =
        TestObjects.object(
            "m.o",
            """
            @far = external global i64
            @kept = global ptr @far
            declare i64 @labs(i64)
            define i64 @positive(i64 %n) {
              %r = call i64 @labs(i64 %n)
              ret i64 %r
            }
            define i64 @loaded(i64 %n) {
              %r = ptrtoint ptr @far to i64
              ret i64 %r
            }
            define i64 @stored(i64 %n) {
              %p = load ptr, ptr @kept
              %r = ptrtoint ptr %p to i64
              ret i64 %r
            }
            """);
    Map<String, Long> outside = Map.of("labs", ProcessSymbols.find("labs"), "far", FAR);
    try (CodeImage image = new LinkedImage(link(List.of(object), outside), outside, MEMORY)) {
      assertThat(call(image, "positive", -4)).isEqualTo(4);
      assertThat(call(image, "loaded", 0)).isEqualTo(FAR);
      assertThat(call(image, "stored", 0)).isEqualTo(FAR);
    }
  }

  @Test
  void codeThatCannotReachWhatItUsesIsRefused() throws Exception {
    LinkObject object =
        TestObjects.object(
            "m.o",
            "@near = external hidden global i64\n"
                + "define i64 @f(i64 %n) {\n  %r = load i64, ptr @near\n  ret i64 %r\n}\n");
    Map<String, Long> outside = Map.of("near", FAR);
    LinkedProgram program = link(List.of(object), outside);
    assertThatThrownBy(() -> new LinkedImage(program, outside, MEMORY))
        .isInstanceOfSatisfying(
            UnusableObjectException.class,
            thrown ->
                assertThat(thrown.problem())
                    .isEqualTo(
                        new LinkProblem.UnusableObject(
                            "m.o", "it refers to near, which lies too far away")));
  }

  private static LinkObject second(String body) {
    return TestObjects.object(
        "second.o",
        "@count = external global i64\ndeclare i64 @absent(i64)\n"
            + "define i64 @second(i64 %n) uwtable(sync) {\n"
            + body
            + "  ret i64 %r\n}\n"
            + "define i64 @indirect(i64 %n) uwtable(sync) {\n  %r = shl i64 %n, 1\n  ret i64 %r\n}\n");
  }

  private static Optional<LinkedProgram> updated(LinkObject second) throws Exception {
    LinkedProgram before = link(List.of(FIRST, SECOND), Map.of());
    return ProgramUpdate.of(before, List.of(FIRST, second), new KnownObjects());
  }

  @Test
  void changedObjectTakesThePlaceOfTheOneBefore() throws Exception {
    LinkedProgram before = link(List.of(FIRST, SECOND), Map.of());
    LinkObject second = second("  %r = add i64 %n, 1000\n");
    LinkedProgram after =
        ProgramUpdate.of(before, List.of(FIRST, second), new KnownObjects()).orElseThrow();
    assertThat(after.layout()).isSameAs(before.layout());
    assertThat(after.late().getFirst()).isSameAs(before.late().getFirst());
    try (CodeImage image = new LinkedImage(after, Map.of(), MEMORY)) {
      assertThat(call(image, "first", 1)).isEqualTo(2 * (3 + 1000) + 6);
    }
  }

  @Test
  void whoUsesWhatHasMovedIsWrittenAgain() throws Exception {
    LinkedProgram after =
        updated(second("  %a = mul i64 %n, 123456789\n  %r = add i64 %a, 987654321\n"))
            .orElseThrow();
    try (CodeImage image = new LinkedImage(after, Map.of(), MEMORY)) {
      assertThat(call(image, "first", 1)).isEqualTo(2 * (3 * 123456789L + 987654321L) + 6);
    }
  }

  @Test
  void unchangedProgramIsTheSame() throws Exception {
    LinkedProgram before = link(List.of(FIRST, SECOND), Map.of());
    List<LinkObject> same = List.of(FIRST, new LinkObject("renamed.o", SECOND.bytes()));
    assertThat(ProgramUpdate.of(before, same, new KnownObjects())).containsSame(before);
  }

  @Test
  void whatHasNoRoomOrNeedsOthersIsLinkedAnew() throws Exception {
    assertThat(updated(second("  %r = call i64 @absent(i64 %n)\n"))).isEmpty();
    assertThat(updated(second(large()))).isEmpty();
    assertThat(updated(FIRST)).isEmpty();
    assertThat(updated(TestObjects.object("second.o", "@count = external global i64\n"))).isEmpty();
    assertThat(
            ProgramUpdate.of(
                link(List.of(FIRST, SECOND), Map.of()), List.of(FIRST), new KnownObjects()))
        .isEmpty();
  }

  /** Whichever of the two comes first among the objects. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatTwoChangedObjectsDefineIsNoUpdate(boolean isLastFirst) throws Exception {
    List<LinkObject> before = List.of(helping(1), TestObjects.object("b.o", OTHER));
    List<LinkObject> after =
        List.of(
            helping(2),
            TestObjects.object("b.o", OTHER + "define i64 @helper() {\n  ret i64 3\n}\n"));
    if (isLastFirst) {
      before = before.reversed();
      after = after.reversed();
    }
    // As many others that changing two of them is little.
    List<LinkObject> others =
        Collections.nCopies(8, TestObjects.object("c.o", "declare void @c()\n"));
    before = Stream.concat(before.stream(), others.stream()).toList();
    after = Stream.concat(after.stream(), others.stream()).toList();
    assertThat(ProgramUpdate.of(link(before, Map.of()), after, new KnownObjects())).isEmpty();
    CodeLoader loader = new CodeLoader(new RuntimeLibrary());
    LoadOutcome first = loader.load(before, TestObjects.TRIPLE, new TestEndings());
    ((LoadOutcome.Loaded) first).code().close();
    assertThat(loader.load(after, TestObjects.TRIPLE, new TestEndings()))
        .isEqualTo(
            new LoadOutcome.Refused(
                List.of(
                    new LinkProblem.DuplicateSymbol(
                        "helper", after.subList(0, 2).stream().map(LinkObject::name).toList()))));
  }

  private static LinkObject helping(int result) {
    return TestObjects.object("a.o", "define i64 @helper() {\n  ret i64 %d\n}\n".formatted(result));
  }

  /** What is found only where an object is read to be loaded is said like all else. */
  @Test
  void damagedObjectIsRefusedByName() throws Exception {
    ObjectEdits late = new ObjectEdits(FIRST);
    late.putLong(late.start(".rela.data.rel.ro"), 16 - 4);
    ObjectEdits negative = new ObjectEdits(FIRST).size(".bss", -1);
    CodeLoader loader = new CodeLoader(new RuntimeLibrary());
    LoadOutcome whole = loader.load(List.of(FIRST, SECOND), TestObjects.TRIPLE, new TestEndings());
    for (LinkObject damaged : List.of(late.object(), negative.object())) {
      LoadOutcome outcome =
          loader.load(List.of(damaged, SECOND), TestObjects.TRIPLE, new TestEndings());
      assertThat(((LoadOutcome.Refused) outcome).problems())
          .singleElement()
          .isInstanceOfSatisfying(
              LinkProblem.UnusableObject.class,
              problem -> assertThat(problem.object()).isEqualTo("first.o"));
      LoadOutcome onTop =
          ((LoadOutcome.Loaded) whole).code().loadOnTop(List.of(damaged), new TestEndings());
      assertThat(onTop).isEqualTo(outcome);
    }
    ((LoadOutcome.Loaded) whole).code().close();
  }

  @Test
  void threadsThatLoadDifferentProgramsDoNotGetEachOthers() throws Exception {
    CodeLoader loader = new CodeLoader(new RuntimeLibrary());
    List<List<LinkObject>> programs =
        IntStream.range(0, 4)
            .mapToObj(i -> List.of(FIRST, second("  %r = add i64 %n, " + (1000 + i) + "\n")))
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        int number = i;
        runs.add(
            threads.submit(
                () -> {
                  for (int round = 0; round < 50; round++) {
                    int which = (number + round) % 4;
                    LoadOutcome outcome =
                        loader.load(programs.get(which), TestObjects.TRIPLE, new TestEndings());
                    try (LoadedCode code = ((LoadOutcome.Loaded) outcome).code()) {
                      assertThat(code.function("first").call(SIGNATURE, 1))
                          .isEqualTo(2 * (3 + 1000 + which) + 6);
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    }
  }

  private static String large() {
    StringBuilder body = new StringBuilder("  %a0 = add i64 %n, 0\n");
    for (int i = 1; i <= 100; i++) {
      body.append("  %%a%d = mul i64 %%a%d, 123456789123\n".formatted(i, i - 1));
    }
    return body.append("  %r = add i64 %a100, 1\n").toString();
  }
}
