package org.pinklang.link.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.pinklang.link.TestObjects;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.runtime.RuntimeLibrary;

/** However its objects are edited one after the other, a program is what it is when loaded anew. */
class EditedObjectsProperties {
  private static final int MODULES = 10;
  private static final MachineSignature SIGNATURE =
      new MachineSignature(List.of(ScalarType.INTEGER64), Optional.of(ScalarType.INTEGER64));

  private final CodeLoader loader = new CodeLoader(new RuntimeLibrary());

  /**
   * What a module has after an edit.
   *
   * @param constant what it adds
   * @param steps how often, so that the code's length differs
   * @param helpers functions before its own, so that this is elsewhere
   */
  record Edit(int module, int constant, int steps, int helpers) {
    LinkObject object() {
      StringBuilder text = new StringBuilder("@count%d = global i64 0\n".formatted(module));
      for (int i = 0; i < helpers; i++) {
        text.append("define i64 @h%d_%d(i64 %%n) {\n  ret i64 %%n\n}\n".formatted(module, i));
      }
      if (module > 0) {
        text.append("declare i64 @f%d(i64)\n".formatted(module - 1));
        text.append("@count%d = external global i64\n".formatted(module - 1));
      }
      text.append("define i64 @f%d(i64 %%n) uwtable(sync) {\n".formatted(module));
      if (module > 0) {
        text.append("  %%s0 = call i64 @f%d(i64 %%n)\n".formatted(module - 1));
        text.append("  store i64 1, ptr @count%d\n".formatted(module - 1));
      } else {
        text.append("  %s0 = add i64 %n, 0\n");
      }
      for (int i = 0; i < steps; i++) {
        text.append("  %%m%d = mul i64 %%s%d, 3\n".formatted(i, i));
        text.append("  %%s%d = add i64 %%m%d, %d\n".formatted(i + 1, i, constant));
      }
      return TestObjects.object(
          "m" + module, text.append("  ret i64 %%s%d\n}\n".formatted(steps)).toString());
    }

    long apply(long n) {
      long result = n;
      for (int i = 0; i < steps; i++) {
        result = result * 3 + constant;
      }
      return result;
    }
  }

  @Property(tries = 15)
  void editedProgramIsTheOneLoadedAnew(@ForAll("edits") List<Edit> edits) throws Exception {
    List<Edit> program = new ArrayList<>();
    List<LinkObject> objects = new ArrayList<>();
    for (int i = 0; i < MODULES; i++) {
      program.add(new Edit(i, i, 1, 0));
      objects.add(program.get(i).object());
    }
    check(program, objects);
    for (Edit edit : edits) {
      program.set(edit.module(), edit);
      objects.set(edit.module(), edit.object());
      check(program, objects);
    }
  }

  private void check(List<Edit> program, List<LinkObject> objects) throws Exception {
    long expected = 42;
    for (Edit edit : program) {
      expected = edit.apply(expected);
    }
    CodeLoader anew = new CodeLoader(new RuntimeLibrary());
    assertThat(run(loader, objects)).isEqualTo(run(anew, objects)).isEqualTo(expected);
  }

  private static long run(CodeLoader loader, List<LinkObject> objects) throws Exception {
    LoadOutcome outcome = loader.load(objects, TestObjects.TRIPLE, new TestEndings());
    try (LoadedCode code = ((LoadOutcome.Loaded) outcome).code()) {
      return code.function("f" + (MODULES - 1)).call(SIGNATURE, 42);
    }
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    return Combinators.combine(
            Arbitraries.integers().between(0, MODULES - 1),
            Arbitraries.integers().between(-5, 1 << 20),
            Arbitraries.integers().between(0, 12),
            Arbitraries.integers().between(0, 2))
        .as(Edit::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }
}
