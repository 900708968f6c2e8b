package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table of what an edit makes a build do again, with one store. */
class IncrementalBuildTest {
  static final Map<String, String> PROGRAM =
      new TreeMap<>(
          Map.of(
              "main.pink",
              """
              import calls;
              import value;
              import far;
              fn main() -> Integer { calls::calls() + value::value() + far::far(); }
              """,
              "m.pink",
              """
              module m;
              export struct S { a: Integer }
              export opaque struct O { a: Integer }
              export const c: Integer := 3;
              export fn f(x: Integer) -> Integer { helper(x); }
              export fn make() -> S { S { a: 2 }; }
              export fn checked(x: Integer, y: Integer) -> Integer { x / y; }
              fn helper(x: Integer) -> Integer { x; }
              """,
              "calls.pink",
              "module calls; import m; export fn calls() -> Integer { m::f(1); }",
              "value.pink",
              "module value; import m; export fn value() -> Integer { Integer(m::make().a); }",
              "length.pink",
              "module length; import m; export struct T { a: [m::S; m::c] }",
              "far.pink",
              "module far; import length;\nexport fn far() -> Integer { size_of(length::T); }",
              "alone.pink",
              "module alone; export fn alone() -> Integer { 1; }"));

  @TempDir Path folder;

  private final Store store = Store.inMemory(1 << 24);

  private void write(Map<String, String> program) throws IOException {
    for (Map.Entry<String, String> file : program.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private CompilationResult build(Store used) {
    return Compilation.builder()
        .sources(Sources.directory(folder))
        .store(used)
        .build()
        .run()
        .orThrow();
  }

  private static Map<String, List<Byte>> objects(CompilationResult result) {
    return result.objects().stream()
        .collect(
            Collectors.toMap(
                ObjectFile::name,
                object -> {
                  byte[] bytes = object.bytes();
                  Byte[] boxed = new Byte[bytes.length];
                  for (int i = 0; i < bytes.length; i++) {
                    boxed[i] = bytes[i];
                  }
                  return List.of(boxed);
                }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void onlyWhatReadsWhatChangedIsMadeAgain(
      String what, String before, String after, Set<String> checked, int compiled)
      throws IOException {
    write(PROGRAM);
    CompilationResult first = build(store);
    assertThat(first.counters().compiled()).isEqualTo(PROGRAM.size());
    Map<String, String> edited = new TreeMap<>(PROGRAM);
    edited.replaceAll((name, text) -> text.replace(before, after));
    boolean changed = !edited.equals(PROGRAM);
    write(edited);
    CompilationResult second = build(store);
    Set<String> made =
        second.rebuilds().stream()
            .map(rebuild -> rebuild.unit().replace(".pink", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(made).isEqualTo(checked);
    assertThat(second.counters().checked()).isEqualTo(checked.size());
    assertThat(second.counters().compiled()).isEqualTo(compiled);
    assertThat(second.counters().reused()).isEqualTo(PROGRAM.size() - compiled);
    assertThat(second.counters().outlined()).isEqualTo(changed ? 1 : 0);
    assertThat(objects(second)).isEqualTo(objects(build(Store.none())));
  }

  static Stream<Arguments> onlyWhatReadsWhatChangedIsMadeAgain() {
    return Stream.of(
        Arguments.of("nothing", "", "", Set.of(), 0),
        Arguments.of("a comment at the end", "{ x; }\n", "{ x; } // end\n", Set.of(), 0),
        Arguments.of(
            "a comment before a panic",
            "export fn checked",
            "// more\nexport fn checked",
            Set.of("m"),
            1),
        Arguments.of("a reformatting", "module alone; ", "module alone;\n\n", Set.of(), 0),
        Arguments.of("a body", "{ x; }", "{ x + 1; }", Set.of("m"), 1),
        Arguments.of(
            "a private signature",
            "Integer { helper(x); }",
            "Integer { helper(x + 1); }",
            Set.of("m"),
            1),
        Arguments.of(
            "a signature",
            "fn f(x: Integer) -> Integer { helper(x); }",
            "fn f(x: Integer32) -> Integer { helper(1); }",
            Set.of("m", "calls"),
            2),
        Arguments.of("a new export", "fn helper", "export fn helper", Set.of("m"), 1),
        Arguments.of("a field of an opaque struct", "O { a", "O { b: Byte, a", Set.of("m"), 0),
        Arguments.of(
            "a field of a struct",
            "S { a: Integer }",
            "S { a: Integer32 }",
            Set.of("m", "value", "length", "far"),
            3),
        Arguments.of(
            "a constant", "c: Integer := 3", "c: Integer := 4", Set.of("m", "length", "far"), 2),
        Arguments.of(
            "a constant of the same value",
            "c: Integer := 3",
            "c: Integer := 1 + 2",
            Set.of("m"),
            0));
  }

  @Test
  void aCheckoutThatWasMovedIsNotBuiltAgain() throws IOException {
    Path first = folder;
    folder = first.resolve("one");
    write(PROGRAM);
    build(store);
    folder = first.resolve("two");
    write(PROGRAM);
    CompilationResult moved = build(store);
    assertThat(moved.counters().checked()).isZero();
    assertThat(moved.counters().parsed()).isZero();
  }

  /** Why a unit is made again by one more build, with paths below the folder. */
  private String why(String unit) {
    return build(store)
        .why(unit)
        .orElseThrow()
        .toText(path -> folder.relativize(Path.of(path)).toString());
  }

  @Test
  void whyNamesWhatChangedInTheUnitItself() throws IOException {
    write(PROGRAM);
    build(store);
    Map<String, String> edited = new TreeMap<>(PROGRAM);
    edited.replaceAll(
        (name, text) ->
            text.replace("{ x; }", "{ x + 1; }")
                .replace("fn helper", "fn fresh() {}\nfn helper")
                .replace("export opaque struct O { a: Integer }", ""));
    write(edited);
    assertThat(why("m.pink"))
        .isEqualTo(
            "m.pink: compiled\n  its `fresh` is new\n  its `helper` changed\n  its `O` is gone");
  }

  @Test
  void whyNamesWhatChangedElsewhereAndWhereItIsUsed() throws IOException {
    write(PROGRAM);
    build(store);
    Map<String, String> edited = new TreeMap<>(PROGRAM);
    edited.replaceAll(
        (name, text) ->
            text.replace(
                "fn f(x: Integer) -> Integer { helper(x); }",
                "fn f(x: Integer32) -> Integer { helper(1); }"));
    write(edited);
    assertThat(why("calls.pink"))
        .isEqualTo(
            """
            calls.pink: compiled
              calls.pink:1:59: the signature of `m::f` changed
                before: fn f(Integer) -> Integer
                now:    fn f(Integer32) -> Integer\
            """);
  }

  @Test
  void aBuildWithoutAnEarlierOneSaysSo() throws IOException {
    write(PROGRAM);
    assertThat(why("m.pink"))
        .isEqualTo("m.pink: compiled: it was not built before with these options");
  }

  @Test
  void whatLlvmWouldParseIsMadeInEveryRun() throws IOException {
    write(PROGRAM);
    Compilation bitcode =
        Compilation.builder()
            .sources(Sources.directory(folder))
            .output(Output.BITCODE)
            .store(store)
            .build();
    CompilationResult first = bitcode.run();
    CompilationResult second = bitcode.run();
    assertThat(second.counters().compiled()).isEqualTo(PROGRAM.size());
    assertThat(second.outputs()).hasSameSizeAs(first.outputs());
  }

  @Test
  void whyPointsIntoThePresentText() throws IOException {
    write(PROGRAM);
    build(store);
    Map<String, String> edited = new TreeMap<>(PROGRAM);
    edited.replaceAll(
        (name, text) ->
            text.replace(
                "fn f(x: Integer) -> Integer { helper(x); }",
                "fn f(x: Integer32) -> Integer { helper(1); }"));
    edited.computeIfPresent("calls.pink", (name, text) -> "// one\n// two\n" + text);
    write(edited);
    assertThat(build(store).why("calls.pink").orElseThrow().toText()).contains("calls.pink:3:59: ");
  }

  @Test
  void aUnitThatIsBuiltAgainAfterAnErrorIsKnown() throws IOException {
    write(PROGRAM);
    build(store);
    Map<String, String> broken = new TreeMap<>(PROGRAM);
    broken.computeIfPresent("m.pink", (name, text) -> text + "fn wrong() -> Integer { true; }");
    broken.computeIfPresent("alone.pink", (name, text) -> text + " ");
    write(broken);
    Compilation.builder().sources(Sources.directory(folder)).store(store).build().run();
    Map<String, String> mended = new TreeMap<>(PROGRAM);
    mended.computeIfPresent("m.pink", (name, text) -> text.replace("{ x; }", "{ x + 1; }"));
    write(mended);
    assertThat(build(store).why("m.pink").orElseThrow().toText())
        .endsWith("m.pink: compiled: its `helper` changed");
  }
}
