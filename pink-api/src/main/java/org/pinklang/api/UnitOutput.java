package org.pinklang.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.pinklang.link.lld.OutputFile;

/** What was made of one unit: a manifest, an object, assembly, IR or bitcode. Immutable. */
public final class UnitOutput {
  private final String name;
  private final Output kind;
  private final byte[] bytes;

  UnitOutput(String name, Output kind, byte[] bytes) {
    this.name = name;
    this.kind = kind;
    this.bytes = bytes;
  }

  /** The unit's name, as {@link ObjectFile#name} says. */
  public String name() {
    return name;
  }

  /**
   * What a file of it is called: {@code a.b.o}, {@code a.b.s}, {@code a.b.ll}, {@code a.b.bc},
   * {@code a.b.pmi}.
   */
  public String fileName() {
    return UnitFiles.fileName(
        name,
        switch (kind) {
          case ASSEMBLY -> ".s";
          case LLVM_IR -> ".ll";
          case BITCODE -> ".bc";
          case OWN_MANIFESTS, CHECKED_MANIFESTS, MANIFESTS -> ".pmi";
          default -> ".o";
        });
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Writes a file beside and renames it, so that nobody ever sees half of it.
   *
   * @param file may exist and is replaced then; its folder must exist
   */
  public void writeTo(Path file) throws IOException {
    OutputFile.write(Arguments.present(file, "file"), bytes, false);
  }

  /** The bytes of assembly or IR as text. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
