package org.pinklang.modules.codec;

import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.manifest.Visibility;
import org.pinklang.frontend.source.ContentHash;

/**
 * What importers of a unit read.
 *
 * @param strings those of this part
 * @param importCount how many imports there are
 * @param imports their trees
 */
record InterfacePart(
    UnitKind kind,
    ContentHash hash,
    UnitName name,
    StringTable strings,
    int importCount,
    ByteReader imports,
    DeclarationTable declarations) {
  private static final UnitKind[] KINDS = UnitKind.values();

  static InterfacePart read(byte[] bytes, ByteReader in) {
    int kind = in.take();
    if (kind >= KINDS.length) {
      throw new DamagedManifestException("an unknown kind of unit");
    }
    ContentHash hash = in.takeHash();
    StringTable strings = new StringTable(bytes, in);
    UnitName name = name(KINDS[kind], strings, in);
    int importCount = in.takeCount();
    ByteReader imports = in.slice(in.takeUpTo(in.remaining()));
    DeclarationTable declarations = new DeclarationTable(bytes, strings, in);
    for (int i = 0; i < declarations.size(); i++) {
      if (EntryFlags.visibility(declarations.flags(i)) == Visibility.MODULE) {
        throw new DamagedManifestException("a declaration is in the wrong part");
      }
    }
    return new InterfacePart(KINDS[kind], hash, name, strings, importCount, imports, declarations);
  }

  private static UnitName name(UnitKind kind, StringTable strings, ByteReader in) {
    String module = strings.text(in.takeUpTo(strings.size() - 1));
    String partition = strings.text(in.takeUpTo(strings.size() - 1));
    boolean inPartition =
        kind == UnitKind.INTERFACE_PARTITION || kind == UnitKind.INTERNAL_PARTITION;
    boolean allowed =
        (kind != UnitKind.PROGRAM || module.isEmpty())
            && (inPartition || partition.isEmpty())
            && module.chars().allMatch(c -> c == '.' || TreeInput.isWord((char) c))
            && partition.chars().allMatch(c -> TreeInput.isWord((char) c));
    if (!allowed) {
      throw new DamagedManifestException("the name of the unit is not well-formed");
    }
    return new UnitName(module, partition);
  }
}
