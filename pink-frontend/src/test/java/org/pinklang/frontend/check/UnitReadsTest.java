package org.pinklang.frontend.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinklang.frontend.generate.GeneratedProgram;
import org.pinklang.frontend.generate.Programs;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.testdata.TestCase;
import org.pinklang.frontend.testdata.TestData;
import org.pinklang.frontend.tree.UnitTree;
import org.pinklang.frontend.type.DataModel;

/** What a unit read of others decides whether it must be checked again. */
class UnitReadsTest {
  private static final int EDITS = Boolean.getBoolean("pink.long") ? 1_000 : 40;

  /** How many units of generated programs were checked again. */
  private int compared;

  /** A set of units, and what their checks share. */
  private record World(
      Map<String, UnitTree> trees, Map<String, OutlineResult> outlines, BuildFacts facts) {

    static World of(List<SourceText> texts) {
      Map<String, UnitTree> trees = new HashMap<>();
      Map<String, OutlineResult> outlines = new TreeMap<>();
      for (SourceText text : texts) {
        UnitTree tree = Parser.parse(text).tree();
        trees.put(text.logicalName(), tree);
        outlines.put(text.logicalName(), Outliner.outline(text, tree));
      }
      Map<UnitName, ManifestAnswer> answers = new HashMap<>();
      Map<String, List<Manifest>> modules = new HashMap<>();
      for (OutlineResult outline : outlines.values()) {
        Manifest manifest = outline.manifest();
        if (manifest.kind().isImportable()) {
          answers.putIfAbsent(manifest.name(), new ManifestAnswer.Found(manifest));
        }
        modules.computeIfAbsent(manifest.module(), name -> new ArrayList<>()).add(manifest);
      }
      return new World(
          trees, outlines, new BuildFacts(new ManifestSet(answers, modules), DataModel.BITS_64));
    }

    CheckResult check(SourceText text) {
      String name = text.logicalName();
      return UnitChecker.check(text, trees.get(name), outlines.get(name), facts);
    }
  }

  private static final String DECLARING =
      """
      module m;
      export struct S { a: Integer }
      export opaque struct O { a: Integer }
      export union U { some: Integer, none }
      export const c: Integer := 3;
      export fn f(x: Integer) -> Integer { helper(x); }
      export fn g(s: *S) -> Integer { s.a; }
      export fn o() -> *?O { nil; }
      export var v: Integer := 1;
      fn helper(x: Integer) -> Integer { x; }
      """;

  private static final Map<String, String> USERS =
      Map.of(
          "calls", "import m; export fn calls() -> Integer { m::f(1); }",
          "value", "import m; export fn value(s: m::S) -> Integer { s.a; }",
          "pass", "import m; export fn pass(s: *m::S) -> *m::S { s; }",
          "hidden", "import m; export fn hidden() -> *?m::O { m::o(); }",
          "length", "import m; export struct T { a: [m::S; m::c] }",
          "far", "import length; export fn far(t: length::T) -> Integer { t.a[0].a; }",
          "choice", "import m; export fn choice() -> m::U { m::U.none; }",
          "variable", "import m; export fn variable() -> Integer { m::v; }");

  private static List<SourceText> program(String before, String after) {
    List<SourceText> texts = new ArrayList<>();
    texts.add(SourceText.of("m.pink", DECLARING.replaceFirst(Pattern.quote(before), after)));
    USERS.forEach(
        (name, text) -> texts.add(SourceText.of(name + ".pink", "module " + name + "; " + text)));
    return texts;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void onlyUsersOfWhatChangedReadSomethingElse(
      String what, String before, String after, Set<String> concerned) {
    World old = World.of(program("", ""));
    World changed = World.of(program(before, after));
    Set<String> found = new TreeSet<>();
    for (SourceText text : program("", "")) {
      CheckResult result = old.check(text);
      assertThat(result.unit()).as(text.logicalName() + result.diagnostics()).isNotNull();
      if (!answers(old, result).equals(answers(changed, result))) {
        found.add(text.logicalName().replace(".pink", ""));
      }
    }
    assertThat(found).isEqualTo(concerned);
  }

  static Stream<Arguments> onlyUsersOfWhatChangedReadSomethingElse() {
    return Stream.of(
        Arguments.of("nothing", "", "", Set.of()),
        Arguments.of("a body", "helper(x);", "helper(x) + 1;", Set.of()),
        Arguments.of("a comment", "module m;", "// new\nmodule m;", Set.of()),
        Arguments.of("a parameter's name", "f(x: Integer)", "f(y: Integer)", Set.of()),
        Arguments.of("a private signature", "helper(x: Integer)", "helper(x: Byte)", Set.of()),
        Arguments.of("a signature", "f(x: Integer)", "f(x: Integer32)", Set.of("calls")),
        Arguments.of("a removed function", "fn f(", "fn ff(", Set.of("calls")),
        Arguments.of(
            "a new export", "export var v", "export fn fresh() -> Nil {} export var v", Set.of()),
        Arguments.of("a field of an opaque struct", "O { a", "O { b: Byte, a", Set.of()),
        Arguments.of(
            "a field of a struct", "S { a", "S { b: Byte, a", Set.of("value", "length", "far")),
        Arguments.of("an alternative", "none }", "none, more }", Set.of("choice")),
        Arguments.of("a constant", "c: Integer := 3", "c: Integer := 4", Set.of("length", "far")),
        Arguments.of(
            "a constant of the same value", "c: Integer := 3", "c: Integer := 1 + 2", Set.of()),
        Arguments.of("the type of a variable", "var v: Integer", "var v: Byte", Set.of("variable")),
        Arguments.of("a variable's value", "v: Integer := 1", "v: Integer := 2", Set.of()),
        Arguments.of("no longer opaque", "opaque struct", "struct", Set.of("hidden")));
  }

  @TestFactory
  Stream<DynamicTest> aUnitWhoseReadsGiveTheSameChecksTheSameWhateverIsEditedElsewhere() {
    return TestData.files("modules").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      List<SourceText> texts = TestCase.read(file).texts();
                      if (texts.size() > 1) {
                        edit(texts, file.getFileName().toString().hashCode(), EDITS);
                      }
                    }));
  }

  @Property(tries = 30, shrinking = ShrinkingMode.OFF)
  void generatedProgramsKeepTheLaw(@ForAll("programs") GeneratedProgram program) {
    compared += edit(program.units(), program.seed(), 10);
  }

  @AfterProperty
  void theLawWasTriedOnManyUnits() {
    assertThat(compared).as("units that read the same").isGreaterThan(100);
  }

  @Provide
  Arbitrary<GeneratedProgram> programs() {
    return Programs.valid(4);
  }

  /** Edits one unit at a time and looks at all others; says how many were checked again. */
  private static int edit(List<SourceText> texts, long seed, int edits) {
    Random random = new Random(seed);
    World before = World.of(texts);
    Map<String, CheckResult> results = new HashMap<>();
    texts.forEach(text -> results.put(text.logicalName(), before.check(text)));
    int compared = 0;
    for (int i = 0; i < edits; i++) {
      int victim = random.nextInt(texts.size());
      List<SourceText> edited = new ArrayList<>(texts);
      edited.set(victim, TokenEdit.of(texts.get(victim), random));
      World after = World.of(edited);
      for (SourceText text : texts) {
        if (!text.logicalName().equals(texts.get(victim).logicalName())) {
          CheckResult old = results.get(text.logicalName());
          compared += compare(text, before, old, after, edited.get(victim)) ? 1 : 0;
        }
      }
    }
    return compared;
  }

  /** Compares, where what the unit read is the same; says whether it is. */
  private static boolean compare(
      SourceText text, World before, CheckResult old, World after, SourceText edited) {
    if (old.unit() == null || !answers(before, old).equals(answers(after, old))) {
      return false;
    }
    CheckResult fresh = after.check(text);
    String what = text.logicalName() + " beside " + edited.text(0, edited.length());
    assertThat(fresh.diagnostics()).as(what).isEqualTo(old.diagnostics());
    assertThat(shown(fresh)).as(what).isEqualTo(shown(old));
    assertThat(fresh.reads().keySet()).as(what).isEqualTo(old.reads().keySet());
    return true;
  }

  /** A checked unit without the places of functions in other texts. */
  private static String shown(CheckResult result) {
    return String.valueOf(result.unit())
        .replaceAll("offset=\\d+", "")
        .replaceAll("SourceText@[0-9a-f]+", "");
  }

  /** What a world answers to all that a check has read. */
  private static Map<UnitRead, ContentHash> answers(World world, CheckResult result) {
    ReadAnswers answers = world.facts().readAnswers();
    return result.reads().keySet().stream()
        .collect(Collectors.toMap(Function.identity(), answers::fingerprint));
  }
}
