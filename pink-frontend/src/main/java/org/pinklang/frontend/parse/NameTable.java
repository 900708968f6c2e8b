package org.pinklang.frontend.parse;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The strings of one text, each made once: names and numbers are looked up by their bytes. For one
 * thread.
 */
final class NameTable {
  private static final int INITIAL_SLOTS = 128;

  private @Nullable String[] names = new String[INITIAL_SLOTS];
  private int[] hashes = new int[INITIAL_SLOTS];
  private int count;

  /** The string of a run of ASCII bytes. */
  String intern(byte[] text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = Keywords.hash(hash, text[i]);
    }
    int slot = slot(hash);
    while (true) {
      String known = names[slot];
      if (known == null) {
        return add(slot, hash, new String(text, start, end - start, StandardCharsets.ISO_8859_1));
      }
      if (hashes[slot] == hash && equal(known, text, start, end)) {
        return known;
      }
      slot = slot + 1 & names.length - 1;
    }
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & names.length - 1;
  }

  private static boolean equal(String name, byte[] text, int start, int end) {
    if (name.length() != end - start) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != text[start + i]) {
        return false;
      }
    }
    return true;
  }

  private String add(int slot, int hash, String name) {
    names[slot] = name;
    hashes[slot] = hash;
    count++;
    if (count * 2 > names.length) {
      grow();
    }
    return name;
  }

  private void grow() {
    @Nullable String[] oldNames = names;
    int[] oldHashes = hashes;
    names = new String[oldNames.length * 2];
    hashes = new int[names.length];
    for (int i = 0; i < oldNames.length; i++) {
      if (oldNames[i] != null) {
        int slot = slot(oldHashes[i]);
        while (names[slot] != null) {
          slot = slot + 1 & names.length - 1;
        }
        names[slot] = oldNames[i];
        hashes[slot] = oldHashes[i];
      }
    }
  }
}
