package org.pinklang.link.object;

import java.util.Optional;
import org.pinklang.link.object.ElfFile.Section;

/** Reads what a shared library tells the loader, believing none of its numbers. */
final class ElfDynamicReader {
  private static final int DYNAMIC = 6;
  private static final int ENTRY_BYTES = 16;
  private static final long END = 0;
  private static final long SONAME = 14;

  private final ElfFile file;

  ElfDynamicReader(byte[] bytes) throws MalformedObjectException {
    file = new ElfFile(bytes);
  }

  /** The name that programs linked with the library look for; empty where it has none. */
  Optional<String> soname() throws MalformedObjectException {
    Section[] sections = file.sections();
    for (Section section : sections) {
      if (section.type() == DYNAMIC) {
        file.checkRange(section.offset(), section.size());
        return soname(section, sections);
      }
    }
    throw new MalformedObjectException("a library without a dynamic section");
  }

  private Optional<String> soname(Section dynamic, Section[] sections)
      throws MalformedObjectException {
    if (dynamic.link() < 0
        || dynamic.link() >= sections.length
        || sections[dynamic.link()].type() != ElfFile.NAMES) {
      throw new MalformedObjectException("a dynamic section without names");
    }
    Section names = sections[dynamic.link()];
    file.checkRange(names.offset(), names.size());
    long end = dynamic.offset() + dynamic.size();
    for (long at = dynamic.offset(); at + ENTRY_BYTES <= end; at += ENTRY_BYTES) {
      long tag = file.longAt(at);
      if (tag == END) {
        break;
      }
      if (tag == SONAME) {
        return Optional.of(file.text(names, file.intAt(at + Long.BYTES)));
      }
    }
    return Optional.empty();
  }
}
