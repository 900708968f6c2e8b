package org.pinklang.frontend.diagnostic;

/** How many cells of a terminal a character takes. */
final class DisplayWidth {
  /** First and last of each range of characters that take two cells. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x231A, 0x231B, 0x23E9, 0x23EC, 0x2614, 0x2615, 0x2648, 0x2653, 0x26A1, 0x26A1,
    0x2705, 0x2705, 0x274C, 0x274C, 0x2795, 0x2797, 0x2B50, 0x2B50, 0x2E80, 0x303E, 0x3041, 0x33FF,
    0x3400, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F,
    0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18CFF, 0x1AFF0, 0x1B2FF, 0x1F004, 0x1F004, 0x1F0CF,
    0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F1E6, 0x1F1FF, 0x1F200, 0x1F64F, 0x1F680,
    0x1F6FF, 0x1F7E0, 0x1F7EB, 0x1F900, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD
  };

  private DisplayWidth() {}

  /** 0 for marks that join the character before, 2 for wide characters, else 1. */
  static int of(int character) {
    if (character < 0x300) {
      return 1;
    }
    return isJoined(character) ? 0 : isWide(character) ? 2 : 1;
  }

  private static boolean isJoined(int character) {
    boolean vowelOrFinalJamo = character >= 0x1160 && character <= 0x11FF;
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      default -> vowelOrFinalJamo || character == 0x200D;
    };
  }

  private static boolean isWide(int character) {
    for (int i = 0; i < WIDE.length; i += 2) {
      if (character >= WIDE[i] && character <= WIDE[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
