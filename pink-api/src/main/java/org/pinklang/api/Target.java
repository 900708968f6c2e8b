package org.pinklang.api;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.link.runtime.RuntimeFlavour;
import org.pinklang.link.runtime.RuntimeLibrary;

/** What code is made for: a processor and a system. Immutable, compared by value. */
public final class Target {
  private final TargetDescription description;

  private Target(TargetDescription description) {
    this.description = description;
  }

  /**
   * The machine this runs on.
   *
   * @throws IllegalArgumentException if no code can be made for it
   */
  public static Target host() {
    String system = System.getProperty("os.name", "");
    return of(System.getProperty("os.arch", "") + "-" + systemName(system));
  }

  private static String systemName(String system) {
    if (system.startsWith("Mac")) {
      return "macos";
    }
    return system.startsWith("Windows") ? "windows" : system;
  }

  /**
   * The target of a name such as {@code x86_64-linux-gnu}. LLVM's triples and the names that other
   * compilers have for the same target will do too.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Target of(String name) {
    return TargetDescription.named(Arguments.present(name, "name"))
        .map(Target::new)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no target `%s`; there are %s"
                        .formatted(
                            name,
                            all().stream().map(Target::name).collect(Collectors.joining(", ")))));
  }

  /** Every target there is, the most common first. */
  public static List<Target> all() {
    return TargetDescription.all().stream().map(Target::new).toList();
  }

  /** The name, for example {@code x86_64-linux-gnu}. */
  public String name() {
    return description.name();
  }

  /** LLVM's name of the target. */
  public String triple() {
    return description.triple();
  }

  /** Whether executables can be linked for it; objects are made for every target. */
  public boolean canLink() {
    return RuntimeLibrary.flavours(triple()).contains(RuntimeFlavour.ALONE);
  }

  /** Whether programs for it can be loaded into this process. */
  public boolean canRun() {
    return equals(host()) && RuntimeLibrary.flavours(triple()).contains(RuntimeFlavour.IN_PROCESS);
  }

  TargetDescription description() {
    return description;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Target target && target.name().equals(name());
  }

  @Override
  public int hashCode() {
    return name().hashCode();
  }

  @Override
  public String toString() {
    return name();
  }
}
