package org.pinklang.codegen.object;

import org.jspecify.annotations.Nullable;

/** A symbol of the merged object; what it is known by may be defined by a later object. */
final class MergedSymbol {
  private final String name;
  private int info;
  private int other;
  private @Nullable MergedSection section;
  private int reserved = Elf.UNDEFINED;
  private long value;
  private long size;
  private int number;

  MergedSymbol(String name, int info, int other) {
    this.name = name;
    this.info = info;
    this.other = other;
  }

  /** Says where it is. */
  void define(MergedSection definedIn, long at, ElfObject.Symbol as) {
    section = definedIn;
    value = at;
    size = as.size();
    info = as.info();
    other = as.other();
  }

  /** Says that it is a number, not an address. */
  void defineAbsolute(ElfObject.Symbol as) {
    reserved = Elf.ABSOLUTE;
    value = as.value();
    size = as.size();
    info = as.info();
    other = as.other();
  }

  /** Keeps it from every other object. */
  void makeLocal() {
    info = Elf.LOCAL << 4 | info & 0xF;
    other = 0;
  }

  boolean isDefined() {
    return section != null || reserved != Elf.UNDEFINED;
  }

  boolean isLocal() {
    return info >>> 4 == Elf.LOCAL;
  }

  String name() {
    return name;
  }

  int info() {
    return info;
  }

  int other() {
    return other;
  }

  @Nullable MergedSection section() {
    return section;
  }

  /** Its section's number where that is not one of a section. */
  int reserved() {
    return reserved;
  }

  long value() {
    return value;
  }

  long size() {
    return size;
  }

  /** Its number in the symbol table, once that is known. */
  int number() {
    return number;
  }

  void setNumber(int number) {
    this.number = number;
  }
}
