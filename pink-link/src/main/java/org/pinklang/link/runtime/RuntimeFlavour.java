package org.pinklang.link.runtime;

import java.util.List;
import java.util.Optional;

/** How a program is started and what it may lean on; its objects are the same for all. */
public enum RuntimeFlavour {
  /** An executable that talks to the system directly and needs no C library. */
  ALONE(List.of("common", "library", "executable", "alone", "memory"), "start-alone"),

  /** An executable that is linked with the system's C library because it calls C functions. */
  LIBC(List.of("common", "library", "executable", "threads", "libc"), "start-libc"),

  /** A program loaded into this process, which has a C library. */
  IN_PROCESS(List.of("common", "library", "threads", "in-process"), "");

  private final List<String> parts;
  private final String start;

  RuntimeFlavour(List<String> parts, String start) {
    this.parts = parts;
    this.start = start;
  }

  /** The names of the texts that every system has alike. */
  List<String> parts() {
    return parts;
  }

  /** What a system's text with the first instructions of a process is called, if it needs one. */
  Optional<String> start() {
    return start.isEmpty() ? Optional.empty() : Optional.of(start);
  }
}
