package org.pinklang.codegen.target;

import java.util.List;
import java.util.Optional;
import org.pinklang.frontend.type.DataModel;

/**
 * A target: everything code generation depends on but the options of a build.
 *
 * @param name as users write it, for example {@code x86_64-linux-gnu}
 * @param triple LLVM's name of it
 * @param dataLayout LLVM's description of its memory
 * @param cpu the oldest processor that must run the code: the baseline, never the host's
 * @param features LLVM's processor features beyond those of {@code cpu}
 * @param format of its object files
 * @param dataModel what layouts need to know
 * @param convention how calls pass values
 */
public record TargetDescription(
    String name,
    String triple,
    String dataLayout,
    String cpu,
    String features,
    ObjectFormat format,
    DataModel dataModel,
    CallingConvention convention) {

  /** Linux on x86-64, from the first processors on. */
  public static final TargetDescription X86_64_LINUX =
      new TargetDescription(
          "x86_64-linux-gnu",
          "x86_64-unknown-linux-gnu",
          "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128",
          "x86-64",
          "",
          ObjectFormat.ELF,
          DataModel.BITS_64,
          new SystemVConvention());

  /** Linux on 64-bit ARM, from ARMv8.0 on. */
  public static final TargetDescription AARCH64_LINUX =
      new TargetDescription(
          "aarch64-linux-gnu",
          "aarch64-unknown-linux-gnu",
          "e-m:e-p270:32:32-p271:32:32-p272:64:64-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128"
              + "-Fn32",
          "generic",
          "",
          ObjectFormat.ELF,
          DataModel.BITS_64,
          new Aarch64Convention(Aarch64Convention.Variant.STANDARD));

  /** Linux on 64-bit RISC-V with what the distributions ask for: RV64GC and its LP64D. */
  public static final TargetDescription RISCV64_LINUX =
      new TargetDescription(
          "riscv64-linux-gnu",
          "riscv64-unknown-linux-gnu",
          "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128",
          "generic-rv64",
          "+m,+a,+f,+d,+c,+zicsr,+zifencei",
          ObjectFormat.ELF,
          DataModel.BITS_64,
          new RiscvConvention());

  /** Windows on x86-64, with Microsoft's conventions. */
  public static final TargetDescription X86_64_WINDOWS =
      new TargetDescription(
          "x86_64-windows-msvc",
          "x86_64-pc-windows-msvc",
          "e-m:w-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128",
          "x86-64",
          "",
          ObjectFormat.COFF,
          DataModel.BITS_64,
          new Win64Convention());

  /** macOS on Intel's processors, from the oldest that macOS 10.15 ran on. */
  public static final TargetDescription X86_64_MACOS =
      new TargetDescription(
          "x86_64-macos",
          "x86_64-apple-macosx10.15.0",
          "e-m:o-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128",
          "penryn",
          "",
          ObjectFormat.MACH_O,
          DataModel.BITS_64,
          new SystemVConvention());

  /** macOS on Apple's processors. */
  public static final TargetDescription AARCH64_MACOS =
      new TargetDescription(
          "aarch64-macos",
          "arm64-apple-macosx11.0.0",
          "e-m:o-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-n32:64-S128-Fn32",
          "apple-m1",
          "",
          ObjectFormat.MACH_O,
          DataModel.BITS_64,
          new Aarch64Convention(Aarch64Convention.Variant.APPLE));

  /** WebAssembly with the first version of the WebAssembly System Interface. */
  public static final TargetDescription WASM32_WASI =
      new TargetDescription(
          "wasm32-wasi",
          "wasm32-unknown-wasi",
          "e-m:e-p:32:32-p10:8:8-p20:8:8-i64:64-i128:128-n32:64-S128-ni:1:10:20",
          "generic",
          "",
          ObjectFormat.WASM,
          DataModel.BITS_32,
          new WasmConvention());

  /**
   * The processor whose costs decide between equal ways, where that is not {@code cpu}: what is
   * typical of the processors of today instead of the first of their kind.
   */
  public Optional<String> tuning() {
    return cpu.equals("x86-64") ? Optional.of("generic") : Optional.empty();
  }

  /** Every target there is, those that programs can be linked for first. */
  public static List<TargetDescription> all() {
    return List.of(
        X86_64_LINUX,
        AARCH64_LINUX,
        RISCV64_LINUX,
        WASM32_WASI,
        X86_64_WINDOWS,
        X86_64_MACOS,
        AARCH64_MACOS);
  }

  /**
   * The target of a name. Triples of LLVM and the names other compilers have for the same target
   * will do: a vendor and the version of the system are passed over.
   */
  public static Optional<TargetDescription> named(String name) {
    String normal = TargetName.normal(name);
    return all().stream().filter(target -> target.name.equals(normal)).findFirst();
  }
}
