package org.pinklang.link.object;

import java.util.Set;

/**
 * A shared library that objects are linked against and that is loaded when they are.
 *
 * @param name what to call it in messages
 * @param soname what the loader looks for
 * @param defined the symbols it offers
 * @param bytes the file; neither side changes it
 */
@SuppressWarnings("ArrayRecordComponent") // Copying would double the library.
public record SharedLibrary(String name, String soname, Set<String> defined, byte[] bytes) {

  /** Copies the set. */
  public SharedLibrary {
    defined = Set.copyOf(defined);
  }

  /** Whether bytes are those of a shared library rather than of an object. */
  public static boolean isShared(byte[] bytes) {
    return ElfFile.isOfType(bytes, ElfFile.SHARED);
  }

  /**
   * Reads a library's symbols and name.
   *
   * @param name what to call it in messages
   * @param fileName what its file is called, which is its name where it does not say another
   * @throws MalformedObjectException if the bytes are no complete library
   */
  public static SharedLibrary of(String name, String fileName, byte[] bytes)
      throws MalformedObjectException {
    String soname = new ElfDynamicReader(bytes).soname().orElse(fileName);
    if (soname.isEmpty() || soname.indexOf('/') >= 0) {
      throw new MalformedObjectException("the loader cannot look for `" + soname + "`");
    }
    return new SharedLibrary(name, soname, ObjectSymbols.ofSharedElf(bytes).defined(), bytes);
  }
}
