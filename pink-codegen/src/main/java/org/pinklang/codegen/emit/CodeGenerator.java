package org.pinklang.codegen.emit;

import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.Grouping;
import org.pinklang.codegen.PinkBackendException;
import org.pinklang.codegen.lower.LoweredUnit;
import org.pinklang.codegen.lower.UnitLowering;
import org.pinklang.codegen.object.ObjectMerger;
import org.pinklang.codegen.object.UnusableObjectException;

/**
 * Generates code, unit after unit, each in an LLVM context of its own. Safe for any number of
 * threads at once; what costs time to set up is kept for the next unit, until the generator is
 * closed.
 *
 * <p>The calling thread does all the work, and needs a large stack: for the unit's tree, see {@link
 * UnitLowering}, and for LLVM, which recurses too. 256 MiB are enough for what the language
 * promises.
 */
public final class CodeGenerator implements AutoCloseable {
  /** See docs/incremental-codegen.md for how these were found. */
  private static final Grouping GROUPING = new Grouping(128, 64);

  private final Grouping grouping;

  private final ModuleGenerator modules;

  /** A generator that has nothing set up yet, with LLVM in this process. */
  public CodeGenerator() {
    this(GROUPING);
  }

  /** One that cuts units in other places, which decides what of them is found again. */
  public CodeGenerator(Grouping grouping) {
    this(grouping, new InProcessGenerator());
  }

  /** One that has modules generated elsewhere, and closes that with itself. */
  public CodeGenerator(ModuleGenerator modules) {
    this(GROUPING, modules);
  }

  private CodeGenerator(Grouping grouping, ModuleGenerator modules) {
    this.grouping = grouping;
    this.modules = modules;
  }

  /**
   * Generates what is asked for, as far as the cache does not have it. What the cache holds has no
   * influence on the bytes.
   *
   * @param cache gives what was generated before and keeps what is generated now; only objects are
   *     kept, for the other kinds are what LLVM would parse
   * @param control told should the calling thread be lost, asked whether the code is still wanted
   * @throws PinkBackendException if LLVM fails, which is a bug of the compiler
   */
  public CodegenResult generate(
      CodegenRequest request, CodeCache cache, GenerationControl control) {
    Grouping cut = isCut(request) ? grouping : Grouping.NONE;
    LoweredUnit lowered = UnitLowering.lower(request.unit(), request.options(), cut);
    UnitGeneration generation = new UnitGeneration(request, cache, modules, control);
    try {
      return generation.generate(lowered);
    } catch (UnusableObjectException e) {
      LoweredUnit whole = UnitLowering.lower(request.unit(), request.options(), Grouping.NONE);
      return generation.generateWhole(whole);
    }
  }

  /**
   * Generates one module of several units, optimised as a whole.
   *
   * @param control as for {@link #generate(CodegenRequest, CodeCache, GenerationControl)}
   * @throws PinkBackendException if LLVM fails, which is a bug of the compiler
   */
  public byte[] generate(ProgramRequest request, GenerationControl control) {
    return new ProgramGeneration(request).generate(modules, control);
  }

  /**
   * Only objects are put together again, and only those without debug information: that has the
   * lines of all that follows an edit, so that little would be found again.
   */
  private static boolean isCut(CodegenRequest request) {
    CodegenOptions options = request.options();
    return request.kind() == OutputKind.OBJECT
        && ObjectMerger.merges(options.target())
        && !options.debugInformation();
  }

  /**
   * Sets up, on this thread, what the first unit would wait for. What goes wrong is told when a
   * unit is generated.
   */
  public void prepare() {
    modules.prepare();
  }

  /** Frees what was set up. No thread may be generating. */
  @Override
  public void close() {
    modules.close();
  }
}
