package org.pinklang.modules.codec;

import org.pinklang.frontend.manifest.DeclarationKind;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.Visibility;

/** What the index says of a declaration beside its name, in one byte. */
final class EntryFlags {
  private static final DeclarationKind[] KINDS = DeclarationKind.values();
  private static final Visibility[] VISIBILITIES = Visibility.values();

  private static final int KIND = 7;
  private static final int VISIBILITY_SHIFT = 3;
  private static final int VISIBILITY = 3;
  private static final int DEFINED = 1 << 5;
  private static final int NAME_ONLY = 1 << 6;

  private EntryFlags() {}

  static int of(ManifestDeclaration declaration) {
    return declaration.kind().ordinal()
        | declaration.visibility().ordinal() << VISIBILITY_SHIFT
        | (declaration.defined() ? DEFINED : 0)
        | (declaration.nameOnly() ? NAME_ONLY : 0);
  }

  /** Checks that there is such a kind and visibility. */
  static byte check(int flags) {
    boolean known =
        (flags & KIND) < KINDS.length
            && (flags >> VISIBILITY_SHIFT & VISIBILITY) < VISIBILITIES.length
            && flags <= (KIND | VISIBILITY << VISIBILITY_SHIFT | DEFINED | NAME_ONLY);
    if (!known) {
      throw new DamagedManifestException("an unknown kind of declaration");
    }
    return (byte) flags;
  }

  static DeclarationKind kind(byte flags) {
    return KINDS[flags & KIND];
  }

  static Visibility visibility(byte flags) {
    return VISIBILITIES[flags >> VISIBILITY_SHIFT & VISIBILITY];
  }

  static boolean defined(byte flags) {
    return (flags & DEFINED) != 0;
  }

  static boolean nameOnly(byte flags) {
    return (flags & NAME_ONLY) != 0;
  }
}
