package org.pinklang.api;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.target.TargetDescription;

/** What code is made for: a processor and a system. Immutable, compared by value. */
public final class Target {
  private final TargetDescription description;

  private Target(TargetDescription description) {
    this.description = description;
  }

  /** The machine this runs on. */
  public static Target host() {
    String architecture = System.getProperty("os.arch", "");
    String processor = architecture.equals("amd64") ? "x86_64" : architecture;
    String system = System.getProperty("os.name", "").contains("Linux") ? "linux-gnu" : "unknown";
    return of(processor + "-" + system);
  }

  /**
   * The target of a name such as {@code x86_64-linux-gnu}, which may also be LLVM's triple.
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
