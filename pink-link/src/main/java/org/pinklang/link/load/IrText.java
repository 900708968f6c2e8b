package org.pinklang.link.load;

/** A text in LLVM's language being written, with the loads and stores of 64-bit slots. */
final class IrText {
  private final StringBuilder text = new StringBuilder();

  void line(String line) {
    text.append(line).append('\n');
  }

  /** Loads a value from a slot; gives its name, which begins with {@code name}. */
  String load(ScalarType type, String name, String slots, int slot) {
    line("%s_at = getelementptr i64, ptr %s, i64 %d".formatted(name, slots, slot));
    if (type == ScalarType.BOOLEAN) {
      line("%s_byte = load i8, ptr %s_at, align 8".formatted(name, name));
      line("%s = trunc i8 %s_byte to i1".formatted(name, name));
    } else {
      line("%s = load %s, ptr %s_at, align 8".formatted(name, type.irType(), name));
    }
    return name;
  }

  /** Stores a named value to a slot, integers extended to its 64 bits. */
  void storeWide(ScalarType type, String name, String slots, int slot) {
    line("%s_to = getelementptr i64, ptr %s, i64 %d".formatted(name, slots, slot));
    if (type.isNarrowInteger()) {
      String extend = type.isSigned() ? "sext" : "zext";
      line("%s_wide = %s %s %s to i64".formatted(name, extend, type.irType(), name));
      line("store i64 %s_wide, ptr %s_to, align 8".formatted(name, name));
    } else {
      line("store %s %s, ptr %s_to, align 8".formatted(type.irType(), name, name));
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
