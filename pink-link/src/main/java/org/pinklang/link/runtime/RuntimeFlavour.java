package org.pinklang.link.runtime;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a program is started and what it may lean on; its objects are the same for all. */
public enum RuntimeFlavour {
  /** An executable that talks to the system directly and needs no C library. */
  ALONE(
      List.of(
          "common",
          "stack",
          "library",
          "main-stack",
          "executable",
          "linux-process",
          "alone",
          "one-thread",
          "memory"),
      "start-alone"),

  /** An executable that is linked with the system's C library because it calls C functions. */
  LIBC(
      List.of(
          "common",
          "stack",
          "library",
          "main-stack",
          "executable",
          "linux-process",
          "lock",
          "threads",
          "libc",
          "other-stacks"),
      "start-libc"),

  /** A library that calls no C function, in a process of somebody else. */
  SHARED_ALONE(
      List.of(
          "common",
          "stack",
          "library",
          "main-stack",
          "lock",
          "threads",
          "shared",
          "other-stacks",
          "memory"),
      ""),

  /** A library in a process of somebody else that has the system's C library. */
  SHARED(
      List.of(
          "common", "stack", "library", "main-stack", "lock", "threads", "shared", "other-stacks"),
      ""),

  /** A program loaded into this process, which has a C library. */
  IN_PROCESS(List.of("common", "library", "lock", "in-process"), ""),

  /** What programs loaded into this process share: its threads, and the way from and to Java. */
  HOST(List.of("stack", "threads", "host", "host-java", "host-natives"), "host"),

  /** Native functions of Java callbacks, a number of them at once. */
  CALLBACKS(List.of(), "callbacks");

  /** Those of what is linked to a file. */
  static final Set<RuntimeFlavour> LINKED = Set.of(ALONE, LIBC, SHARED_ALONE, SHARED);

  private final List<String> parts;
  private final String start;

  RuntimeFlavour(List<String> parts, String start) {
    this.parts = parts;
    this.start = start;
  }

  /** The names of the texts that every processor of Linux has alike. */
  List<String> parts() {
    return parts;
  }

  /** What a system's text with the first instructions of a process is called, if it needs one. */
  Optional<String> start() {
    return start.isEmpty() ? Optional.empty() : Optional.of(start);
  }
}
