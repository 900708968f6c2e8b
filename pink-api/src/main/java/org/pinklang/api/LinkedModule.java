package org.pinklang.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.emit.OutputKind;
import org.pinklang.codegen.emit.ProgramRequest;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.link.lld.OutputFile;

/**
 * A program, or all modules of a library, as one LLVM module, optimised as a whole at the level of
 * the compilation. What nobody outside may use is the module's own, so that it is inlined, or left
 * out, wherever that is better. Immutable and safe for any number of threads; each form is
 * generated when it is asked for, always with the same bytes.
 */
public final class LinkedModule {
  private final String name;
  private final List<CheckedUnit> units;
  private final Set<String> kept;
  private final Target target;
  private final CodegenOptions options;
  private final Engine engine;

  LinkedModule(
      String name,
      List<CheckedUnit> units,
      Set<String> kept,
      Target target,
      CodegenOptions options,
      Engine engine) {
    this.name = name;
    this.units = List.copyOf(units);
    this.kept = Set.copyOf(kept);
    this.target = target;
    this.options = options;
    this.engine = engine;
  }

  /** The name of the program unit that has {@code main}, else that of the first module. */
  public String name() {
    return name;
  }

  /** What the code is for. */
  public Target target() {
    return target;
  }

  /**
   * The module as LLVM's bitcode, for LLVM's tools of the same version.
   *
   * @throws PinkBackendException if LLVM fails
   */
  public byte[] bitcode() {
    return generate(OutputKind.BITCODE);
  }

  /**
   * The module in LLVM's assembly language.
   *
   * @throws PinkBackendException if LLVM fails
   */
  public String text() {
    return new String(generate(OutputKind.LLVM_IR), StandardCharsets.UTF_8);
  }

  /**
   * The module's machine code; it needs the runtime, and what the program has from elsewhere.
   *
   * @throws PinkBackendException if LLVM fails
   */
  public ObjectFile object() {
    return new ObjectFile(name, target, generate(OutputKind.OBJECT));
  }

  /**
   * The form that a file is to hold: text for {@code .ll}, an object for {@code .o}, else bitcode.
   *
   * @throws PinkBackendException if LLVM fails
   */
  public byte[] bytesFor(Path file) {
    String fileName = Arguments.present(file, "file").toString();
    if (fileName.endsWith(".ll")) {
      return generate(OutputKind.LLVM_IR);
    }
    return generate(fileName.endsWith(".o") ? OutputKind.OBJECT : OutputKind.BITCODE);
  }

  /**
   * Writes the form that {@link #bytesFor} says.
   *
   * @throws IOException if the file cannot be written; an existing file is untouched then
   * @throws PinkBackendException if LLVM fails
   */
  public void writeTo(Path file) throws IOException {
    OutputFile.write(file, bytesFor(file), false);
  }

  private byte[] generate(OutputKind kind) {
    ProgramRequest request = new ProgramRequest(name, units, kept, options, kind);
    try {
      return DeepStack.callUnlessLost(
          lost -> engine.generate(generator -> generator.generate(request, lost::accept)));
    } catch (org.pinklang.codegen.PinkBackendException e) {
      throw new PinkBackendException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
