package org.pinklang.modules.codec;

import java.util.Arrays;
import org.pinklang.frontend.manifest.DeclarationHashes;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.tree.Declaration;

/**
 * The index of the declarations of one part, sorted by name, and their trees. Immutable but for
 * strings that get decoded.
 */
final class DeclarationTable {
  /** No entry is shorter: name, flags, length, and one hash. */
  private static final int SHORTEST_ENTRY = 3 + ContentHash.BYTES;

  private final byte[] bytes;
  private final StringTable strings;
  private final int[] names;
  private final byte[] flags;
  private final int[] hashStarts;

  /** Where each tree starts, and where the last one ends. */
  private final int[] treeStarts;

  /** Reads the index to the end of the part. */
  DeclarationTable(byte[] bytes, StringTable strings, ByteReader in) {
    this.bytes = bytes;
    this.strings = strings;
    int count = in.takeCountOf(SHORTEST_ENTRY);
    this.names = new int[count];
    this.flags = new byte[count];
    this.hashStarts = new int[count];
    this.treeStarts = new int[count + 1];
    int before = -1;
    for (int i = 0; i < count; i++) {
      names[i] = before + 1 + in.takeUpTo(strings.size() - before - 2);
      before = names[i];
      if (!strings.isWord(names[i])) {
        throw new DamagedManifestException("a name is not well-formed");
      }
      flags[i] = EntryFlags.check(in.take());
      treeStarts[i + 1] = in.takeUpTo(in.remaining());
    }
    for (int i = 0; i < count; i++) {
      boolean function = EntryFlags.kind(flags[i]).isFunction();
      hashStarts[i] = in.skip(function ? ContentHash.BYTES : 2 * ContentHash.BYTES);
    }
    for (int i = 0; i < count; i++) {
      treeStarts[i] = in.skip(treeStarts[i + 1]);
    }
    treeStarts[count] = in.position();
    in.expectEnd();
  }

  int size() {
    return names.length;
  }

  String name(int entry) {
    return strings.text(names[entry]);
  }

  byte flags(int entry) {
    return flags[entry];
  }

  /** The entry of a name; negative where there is none. */
  int find(String name) {
    int string = strings.find(name);
    return string < 0 ? -1 : Arrays.binarySearch(names, string);
  }

  /** Whether another table declares a name of this one. */
  boolean sharesName(DeclarationTable other) {
    int theirs = 0;
    for (int ours = 0; ours < size() && theirs < other.size(); ours++) {
      int order = 1;
      while (theirs < other.size() && order > 0) {
        order = strings.compare(names[ours], other.strings, other.names[theirs]);
        theirs += order > 0 ? 1 : 0;
      }
      if (order == 0) {
        return true;
      }
    }
    return false;
  }

  DeclarationHashes hashes(int entry) {
    boolean function = EntryFlags.kind(flags[entry]).isFunction();
    int start = hashStarts[entry];
    ByteReader in = new ByteReader(bytes, start, start + 2 * ContentHash.BYTES);
    ContentHash signature = in.takeHash();
    return new DeclarationHashes(signature, function ? DeclarationHashes.NO_LAYOUT : in.takeHash());
  }

  /** No more than this is spelled out by all trees together. */
  long mostSpelled() {
    return (long) (treeStarts[size()] - treeStarts[0])
        / TreeInput.BYTES_OF_A_STRING
        * strings.longest();
  }

  /**
   * Decodes a declaration.
   *
   * @param budget pays for what the tree spells out
   */
  Declaration tree(
      int entry, ByteReader places, MemberDocumentation documentation, SpellingBudget budget) {
    ByteReader nodes = new ByteReader(bytes, treeStarts[entry], treeStarts[entry + 1]);
    TreeInput in = new TreeInput(nodes, places, strings, budget);
    Declaration tree = new NodeReader(in, documentation).tree(Declaration.class);
    DeclarationContract.check(name(entry), flags[entry], tree);
    return tree;
  }
}
