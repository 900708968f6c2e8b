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
 * @param dataModel what layouts need to know
 * @param convention how calls pass values
 */
public record TargetDescription(
    String name,
    String triple,
    String dataLayout,
    String cpu,
    String features,
    DataModel dataModel,
    CallingConvention convention) {

  /** Linux on x86-64. */
  public static final TargetDescription X86_64_LINUX =
      new TargetDescription(
          "x86_64-linux-gnu",
          "x86_64-unknown-linux-gnu",
          "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128",
          "x86-64",
          "",
          DataModel.BITS_64,
          new SystemVConvention());

  /** Every target there is. */
  public static List<TargetDescription> all() {
    return List.of(X86_64_LINUX);
  }

  /** The target of a name, which may also be LLVM's triple. */
  public static Optional<TargetDescription> named(String name) {
    return all().stream()
        .filter(target -> target.name.equals(name) || target.triple.equals(name))
        .findFirst();
  }
}
