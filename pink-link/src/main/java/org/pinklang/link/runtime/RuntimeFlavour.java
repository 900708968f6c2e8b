package org.pinklang.link.runtime;

import java.util.List;

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

  /** The names of the texts this flavour is made of, for a system such as {@code linux-x86_64}. */
  List<String> texts(String system) {
    var names = new java.util.ArrayList<>(parts);
    names.addFirst(system);
    if (!start.isEmpty()) {
      names.add(system + "-" + start);
    }
    return names;
  }
}
