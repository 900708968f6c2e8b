package org.pinklang.link.lld;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinklang.link.TestObjects;

/** What the runtime does in executables, without a C library and with one. */
class ExecutableRuntimeTest {
  /** Makes the linker take the C library without changing what the program does. */
  private static final String NEEDS_LIBRARY =
      "declare i32 @getpid()\n@needed = global ptr @getpid\n@llvm.used = appending global [1 x ptr]"
          + " [ptr @needed], section \"llvm.metadata\"\n";

  @TempDir Path folder;

  private LinkedProgram link(String text, boolean withLibrary) throws Exception {
    return LinkedProgram.of(folder, withLibrary ? text + NEEDS_LIBRARY : text);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void panicsSayWhereAndEndWith101(boolean withLibrary) throws Exception {
    LinkedProgram program =
        link(
            """
            @file = private constant [7 x i8] c"m.pink\\00"
            @message = private constant [4 x i8] c"boom"
            declare void @pink_panic(ptr, i64, ptr, i32, i32)
            declare void @pink_panic_index(i64, i64, i32, ptr, i32, i32)
            declare void @pink_panic_slice(i64, i64, i64, i32, ptr, i32, i32)
            define i32 @main(i32 %count, ptr %vector) {
              switch i32 %count, label %text [
                i32 2, label %index
                i32 3, label %slice
              ]
            text:
              call void @pink_panic(ptr @message, i64 4, ptr @file, i32 1, i32 2147483647)
              unreachable
            index:
              call void @pink_panic_index(i64 -1, i64 10, i32 0, ptr @file, i32 12, i32 3)
              unreachable
            slice:
              call void @pink_panic_slice(i64 -9223372036854775808, i64 9223372036854775807, i64 0, i32 0, ptr @file, i32 4, i32 5)
              unreachable
            }
            """,
            withLibrary);
    assertThat(program.run())
        .isEqualTo(new LinkedProgram.Run(101, "", "panic: boom at m.pink:1:2147483647\n"));
    assertThat(program.run("a"))
        .isEqualTo(
            new LinkedProgram.Run(
                101, "", "panic: index -1 out of range for length 10 at m.pink:12:3\n"));
    assertThat(program.run("a", "b").errors())
        .isEqualTo(
            "panic: slice -9223372036854775808..9223372036854775807 out of range for length 0 at"
                + " m.pink:4:5\n");
  }

  @Test
  void longPanicArrivesWholeThroughPipe() throws Exception {
    LinkedProgram program =
        LinkedProgram.of(
            folder,
            """
            @file = private constant [7 x i8] c"m.pink\\00"
            @message = private constant [300000 x i8] zeroinitializer
            declare void @pink_panic(ptr, i64, ptr, i32, i32)
            define i32 @main(i32 %count, ptr %vector) {
              call void @pink_panic(ptr @message, i64 300000, ptr @file, i32 1, i32 1)
              unreachable
            }
            """);
    Process process = new ProcessBuilder(program.file().toString()).start();
    byte[] all = process.getErrorStream().readAllBytes();
    assertThat(all).hasSize("panic: ".length() + 300_000 + " at m.pink:1:1\n".length());
    assertThat(process.waitFor()).isEqualTo(101);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void endlessRecursionIsPanicWhateverTheStackSize(boolean withLibrary) throws Exception {
    String main =
        """
        define i32 @main(i32 %count, ptr %vector) {
          %result = call i64 @endless(i64 0)
          ret i32 0
        }
        """;
    LinkedProgram program = link(TestObjects.ENDLESS + main, withLibrary);
    for (String size : List.of("256", "8192", "65536", "unlimited")) {
      List<String> command =
          List.of("/bin/sh", "-c", "ulimit -s " + size + " && exec " + program.file());
      assertThat(program.run(command, Map.of()))
          .isEqualTo(new LinkedProgram.Run(101, "", "panic: out of stack at end.pink:7:9\n"));
    }
  }

  @Test
  void threadOfLibraryIsNotTakenForStackOverflow() throws Exception {
    LinkedProgram program =
        LinkedProgram.of(
            folder,
            TestObjects.ENDLESS
                + """
                declare i32 @pthread_create(ptr, ptr, ptr, ptr)
                declare i32 @pthread_join(i64, ptr)
                define ptr @deep(ptr %argument) {
                  %is_endless = icmp ne ptr %argument, null
                  br i1 %is_endless, label %recurse, label %check
                recurse:
                  %never = call i64 @endless(i64 0)
                  br label %check
                check:
                  call void @pink_out_of_stack(ptr @endless_file, i32 1, i32 1)
                  ret ptr inttoptr (i64 42 to ptr)
                }
                define i32 @main(i32 %count, ptr %vector) {
                  %thread = alloca i64
                  %result = alloca ptr
                  %more = sub i32 %count, 1
                  %wide = zext i32 %more to i64
                  %argument = inttoptr i64 %wide to ptr
                  %made = call i32 @pthread_create(ptr %thread, ptr null, ptr @deep, ptr %argument)
                  %id = load i64, ptr %thread
                  %joined = call i32 @pthread_join(i64 %id, ptr %result)
                  %value = load i32, ptr %result
                  ret i32 %value
                }
                """);
    assertThat(program.run()).isEqualTo(new LinkedProgram.Run(42, "", ""));
    assertThat(program.run("endless").errors()).isEqualTo("panic: out of stack at end.pink:7:9\n");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void argumentsAndEnvironmentAreThoseOfTheProcess(boolean withLibrary) throws Exception {
    LinkedProgram program =
        link(
            """
            @name = private constant [5 x i8] c"NAME\\00"
            @none = private constant [4 x i8] c"NAM\\00"
            declare i64 @pink_write(i32, ptr, i64)
            declare ptr @pink_environment(ptr)
            declare { ptr, i64 } @pink_arguments()
            define i32 @main(i32 %count, ptr %vector) {
              %all = call { ptr, i64 } @pink_arguments()
              %first = extractvalue { ptr, i64 } %all, 0
              %number = extractvalue { ptr, i64 } %all, 1
              %last_index = sub i64 %number, 1
              %last_at = getelementptr { ptr, i64 }, ptr %first, i64 %last_index
              %last = load { ptr, i64 }, ptr %last_at
              %text = extractvalue { ptr, i64 } %last, 0
              %length = extractvalue { ptr, i64 } %last, 1
              %a = call i64 @pink_write(i32 1, ptr %text, i64 %length)
              %value = call ptr @pink_environment(ptr @name)
              %b = call i64 @pink_write(i32 1, ptr %value, i64 5)
              %missing = call ptr @pink_environment(ptr @none)
              %is_missing = icmp eq ptr %missing, null
              %bonus = select i1 %is_missing, i64 100, i64 0
              %sum = add i64 %number, %bonus
              %status = trunc i64 %sum to i32
              ret i32 %status
            }
            """,
            withLibrary);
    Map<String, String> environment = Map.of("NAMES", "wrong", "NAME", "value", "OTHER", "x");
    LinkedProgram.Run run =
        program.run(List.of(program.file().toString()), environment, "one", "", "größe");
    assertThat(run).isEqualTo(new LinkedProgram.Run(104, "größevalue", ""));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void filesAreWrittenReadAndMeasured(boolean withLibrary) throws Exception {
    LinkedProgram program =
        link(
            """
            @text = private constant [8 x i8] c"contents"
            @absent = private constant [9 x i8] c"/no/such\\00"
            declare i64 @pink_open(ptr, i32)
            declare i64 @pink_close(i32)
            declare i64 @pink_write(i32, ptr, i64)
            declare i64 @pink_read(i32, ptr, i64)
            declare i64 @pink_file_size(i32)
            declare void @pink_exit(i32)
            define i32 @main(i32 %count, ptr %vector) {
              %path_at = getelementptr ptr, ptr %vector, i64 1
              %path = load ptr, ptr %path_at
              %out = call i64 @pink_open(ptr %path, i32 1)
              %out_file = trunc i64 %out to i32
              %written = call i64 @pink_write(i32 %out_file, ptr @text, i64 8)
              %closed = call i64 @pink_close(i32 %out_file)
              %more = call i64 @pink_open(ptr %path, i32 2)
              %more_file = trunc i64 %more to i32
              %written_more = call i64 @pink_write(i32 %more_file, ptr @text, i64 2)
              %in = call i64 @pink_open(ptr %path, i32 0)
              %in_file = trunc i64 %in to i32
              %size = call i64 @pink_file_size(i32 %in_file)
              %buffer = alloca [20 x i8]
              %read = call i64 @pink_read(i32 %in_file, ptr %buffer, i64 20)
              %shown = call i64 @pink_write(i32 1, ptr %buffer, i64 %read)
              %failed = call i64 @pink_open(ptr @absent, i32 0)
              %invalid = call i64 @pink_open(ptr @absent, i32 3)
              %a = mul i64 %size, 10
              %b = sub i64 %a, %failed
              %c = sub i64 %b, %invalid
              %status = trunc i64 %c to i32
              call void @pink_exit(i32 %status)
              unreachable
            }
            """,
            withLibrary);
    Path file = folder.resolve("made");
    LinkedProgram.Run run = program.run(file.toString());
    assertThat(run).isEqualTo(new LinkedProgram.Run(100 + 2 + 22, "contentsco", ""));
    assertThat(Files.readString(file)).isEqualTo("contentsco");
  }

  @Test
  void memoryIsMappedFilledCopiedComparedAndUnmapped() throws Exception {
    LinkedProgram program =
        LinkedProgram.of(
            folder,
            """
            declare ptr @pink_map(i64)
            declare void @pink_unmap(ptr, i64)
            declare i64 @pink_time_nanoseconds()
            declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
            declare void @llvm.memmove.p0.p0.i64(ptr, ptr, i64, i1)
            declare i32 @memcmp(ptr, ptr, i64)
            define i32 @main(i32 %count, ptr %vector) {
              %start = call i64 @pink_time_nanoseconds()
              %memory = call ptr @pink_map(i64 1000000)
              %wide = zext i32 %count to i64
              %length = mul i64 %wide, 1000
              call void @llvm.memset.p0.i64(ptr %memory, i8 7, i64 %length, i1 false)
              %to = getelementptr i8, ptr %memory, i64 500
              call void @llvm.memmove.p0.p0.i64(ptr %to, ptr %memory, i64 %length, i1 false)
              %same = call i32 @memcmp(ptr %to, ptr %memory, i64 %length)
              %longer = add i64 %length, 1
              %differs = call i32 @memcmp(ptr %memory, ptr %to, i64 %longer)
              call void @pink_unmap(ptr %memory, i64 1000000)
              %too_much = call ptr @pink_map(i64 9223372036854775807)
              %refused = icmp eq ptr %too_much, null
              %bonus = select i1 %refused, i32 10, i32 0
              %end = call i64 @pink_time_nanoseconds()
              %goes_on = icmp sge i64 %end, %start
              %more = select i1 %goes_on, i32 20, i32 0
              %a = add i32 %same, %differs
              %b = add i32 %a, %bonus
              %c = add i32 %b, %more
              ret i32 %c
            }
            """);
    assertThat(program.run().status()).isEqualTo(7 + 10 + 20);
  }
}
