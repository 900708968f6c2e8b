package org.pinklang.codegen.llvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MappedFilesTest {
  private static final MappedFiles FILES =
      new MappedFiles(
          List.of(
              "1000-2000 r--p 00000000 fe:00 14                         /usr/lib/libLLVM.so.15",
              "2000-3000 r-xp 00001000 fe:00 14                         /usr/lib/libLLVM.so.15",
              "3000-4000 rw-p 00000000 00:00 0 ",
              "7fd826fef000-7fd82c357000 r-xp 007ef000 fe:00 1490986    /home/a b/libLLVM.so.20.1",
              "ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0  [vsyscall]"));

  @Test
  void anAddressIsOfTheFileWhoseRangeHoldsIt() {
    assertThat(FILES.at(0x1000)).isEqualTo("/usr/lib/libLLVM.so.15");
    assertThat(FILES.at(0x2fff)).isEqualTo("/usr/lib/libLLVM.so.15");
    assertThat(FILES.at(0x7fd82a000000L)).isEqualTo("/home/a b/libLLVM.so.20.1");
    assertThat(FILES.at(0xffffffffff600010L)).isEqualTo("[vsyscall]");
  }

  @Test
  void memoryOfNoFileIsOfNone() {
    assertThat(FILES.at(0xfff)).isNull();
    assertThat(FILES.at(0x3000)).isNullOrEmpty();
    assertThat(FILES.at(0x7fd82c357000L)).isNull();
    assertThat(new MappedFiles(List.of()).at(0x1000)).isNull();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatLlvmExportsLiesInTheFileThatWasLoaded() throws IOException {
    NativeLibraries.load();
    Pointer code = Loader.addressof("LLVMContextSetDiagnosticHandler");
    assertThat(MappedFiles.ofThisProcess().at(code.address()))
        .isEqualTo(String.valueOf(NativeLibraries.loadedLlvm()));
  }
}
