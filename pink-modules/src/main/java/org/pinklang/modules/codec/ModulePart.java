package org.pinklang.modules.codec;

import org.pinklang.frontend.manifest.Visibility;
import org.pinklang.frontend.source.ContentHash;

/** What only units of the same module read. */
record ModulePart(ContentHash hash, DeclarationTable declarations) {

  static ModulePart read(byte[] bytes, ByteReader in) {
    ContentHash hash = in.takeHash();
    StringTable strings = new StringTable(bytes, in);
    DeclarationTable declarations = new DeclarationTable(bytes, strings, in);
    for (int i = 0; i < declarations.size(); i++) {
      if (EntryFlags.visibility(declarations.flags(i)) != Visibility.MODULE) {
        throw new DamagedManifestException("a declaration is in the wrong part");
      }
    }
    return new ModulePart(hash, declarations);
  }
}
