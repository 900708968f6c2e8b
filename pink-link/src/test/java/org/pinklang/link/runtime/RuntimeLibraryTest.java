package org.pinklang.link.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pinklang.link.TestObjects;
import org.pinklang.link.object.ObjectSymbols;

class RuntimeLibraryTest {
  private static byte[] compile(RuntimeFlavour flavour) {
    return new RuntimeLibrary().object(TestObjects.TRIPLE, flavour).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void builtObjectIsWhatItsTextsGive(RuntimeFlavour flavour) {
    String name = RuntimeLibrary.prebuiltName(TestObjects.TRIPLE, flavour);
    assertThat(RuntimeLibrary.class.getResource(name)).isNotNull();
    assertThat(compile(flavour)).isEqualTo(RuntimeLibrary.compile(TestObjects.TRIPLE, flavour));
  }

  @ParameterizedTest
  @EnumSource
  void objectIsTheSameEachTimeItIsMade(RuntimeFlavour flavour) {
    assertThat(RuntimeLibrary.compile(TestObjects.TRIPLE, flavour))
        .isEqualTo(RuntimeLibrary.compile(TestObjects.TRIPLE, flavour));
  }

  @ParameterizedTest
  @EnumSource(names = {"ALONE", "LIBC"})
  void everyFlavourOfExecutablesDefinesWhatGeneratedCodeAndStandardModulesCall(
      RuntimeFlavour flavour) throws Exception {
    List<String> names =
        List.of(
            "pink_arguments",
            "pink_close",
            "pink_environment",
            "pink_exit",
            "pink_file_size",
            "pink_map",
            "pink_open",
            "pink_out_of_stack",
            "pink_out_of_stack_for",
            "pink_panic",
            "pink_panic_index",
            "pink_panic_slice",
            "pink_read",
            "pink_stack_limit",
            "pink_time_nanoseconds",
            "pink_unmap",
            "pink_write");
    assertThat(ObjectSymbols.ofElf(compile(flavour)).defined()).containsAll(names);
  }

  @Test
  void withoutLibraryOnlyTheProgramIsNeeded() throws Exception {
    ObjectSymbols symbols = ObjectSymbols.ofElf(compile(RuntimeFlavour.ALONE));
    assertThat(symbols.undefined()).containsExactly("main");
    assertThat(symbols.defined())
        .contains("memcpy", "memmove", "memset", "memcmp", "bcmp", "_start");
  }

  @Test
  void otherTargetsHaveNone() {
    assertThat(new RuntimeLibrary().object("wasm32-wasi", RuntimeFlavour.ALONE)).isEmpty();
  }
}
