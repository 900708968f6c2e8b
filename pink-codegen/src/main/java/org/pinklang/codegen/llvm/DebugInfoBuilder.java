package org.pinklang.codegen.llvm;

import java.util.Objects;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMDIBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.ir.CodeReader;
import org.pinklang.codegen.ir.SimpleType;
import org.pinklang.codegen.ir.Step;

/**
 * Carries out the steps that say what code was made from. For one thread.
 *
 * <p>The language is given out as C, whose names debuggers look up and show as they are; they know
 * no Pink. For the same reason linkage names are left to the symbol table: debuggers of C would
 * show them instead of the functions' own.
 */
final class DebugInfoBuilder implements AutoCloseable {
  private final CodeReader code;
  private final OperandReader operands;
  private final LLVMContextRef context;
  private final LLVMModuleRef module;
  private final MetadataTable metadata;
  private @Nullable Started started;
  private boolean optimized;

  /** What there is once a module has debug information. */
  private record Started(
      LLVMDIBuilderRef builder,
      DebugTypeBuilder types,
      TextBuffer name,
      TextBuffer none,
      LLVMMetadataRef direct) {}

  DebugInfoBuilder(LlvmModule owner, CodeReader code, OperandReader operands) {
    this.code = code;
    this.operands = operands;
    metadata = new MetadataTable(code);
    context = owner.context().handle();
    module = owner.handle();
  }

  /** Carries out a step that is not about instructions. */
  void build(Step step) {
    switch (step) {
      case DEBUG_UNIT -> begin();
      case DEBUG_FILE -> metadata.add(file(builder()));
      case DEBUG_DEFINE_TYPE -> types().define();
      case DEBUG_FUNCTION -> metadata.add(function());
      case DEBUG_BLOCK -> metadata.add(block());
      case DEBUG_GLOBAL -> global();
      default -> metadata.add(types().type(step));
    }
  }

  private Started started() {
    return Objects.requireNonNull(started);
  }

  private LLVMDIBuilderRef builder() {
    return started().builder();
  }

  private DebugTypeBuilder types() {
    return started().types();
  }

  private TextBuffer name() {
    return started().name();
  }

  private TextBuffer none() {
    return started().none();
  }

  // ---- the unit -----------------------------------------------------------------------------

  private void begin() {
    LLVMDIBuilderRef builder = LLVM.LLVMCreateDIBuilder(module);
    started =
        new Started(
            builder,
            new DebugTypeBuilder(builder, code, metadata),
            new TextBuffer(),
            new TextBuffer(),
            LLVM.LLVMDIBuilderCreateExpression(builder, new long[0], 0));
    String producer = code.text();
    LLVMMetadataRef file = file(builder);
    optimized = code.index() != 0;
    LLVM.LLVMDIBuilderCreateCompileUnit(
        builder,
        LLVM.LLVMDWARFSourceLanguageC11,
        file,
        producer,
        producer.length(),
        optimized ? 1 : 0,
        "",
        0,
        0,
        "",
        0,
        LLVM.LLVMDWARFEmissionFull,
        0,
        0,
        0,
        "",
        0,
        "",
        0);
    addForm(code.index());
  }

  private void addForm(int dwarfVersion) {
    addFlag("Debug Info Version", LLVM.LLVMDebugMetadataVersion());
    if (dwarfVersion == 0) {
      addFlag("CodeView", 1);
    } else {
      addFlag("Dwarf Version", dwarfVersion);
    }
  }

  /** Several units in one module say it once. */
  private void addFlag(String key, int value) {
    if (LLVM.LLVMGetModuleFlag(module, key, key.length()) != null) {
      return;
    }
    LLVMValueRef number = LLVM.LLVMConstInt(operands.simpleType(SimpleType.I32), value, 0);
    LLVM.LLVMAddModuleFlag(
        module,
        LLVM.LLVMModuleFlagBehaviorWarning,
        key,
        key.length(),
        LLVM.LLVMValueAsMetadata(number));
  }

  /** Of no folder: where sources lie is for debuggers to be told. */
  private LLVMMetadataRef file(LLVMDIBuilderRef builder) {
    name().put(code.bytes());
    return LLVM.LLVMDIBuilderCreateFile(
        builder, name().bytes(), name().length(), none().bytes(), 0);
  }

  /** Says that no more is to come. */
  void finish() {
    if (started != null) {
      LLVM.LLVMDIBuilderFinalize(builder());
    }
  }

  // ---- functions and globals ----------------------------------------------------------------

  private LLVMMetadataRef function() {
    LLVMValueRef function = operands.symbol();
    name().put(code.bytes());
    LLVMMetadataRef file = metadata.next();
    int line = code.index();
    int isLocal = code.index();
    int bodyLine = code.index();
    LLVMMetadataRef described =
        LLVM.LLVMDIBuilderCreateFunction(
            builder(),
            file,
            name().bytes(),
            name().length(),
            none().bytes(),
            0,
            file,
            line,
            metadata.next(),
            isLocal,
            1,
            bodyLine,
            LLVM.LLVMDIFlagPrototyped,
            optimized ? 1 : 0);
    LLVM.LLVMSetSubprogram(function, described);
    return described;
  }

  private LLVMMetadataRef block() {
    LLVMMetadataRef scope = metadata.next();
    LLVMMetadataRef file = metadata.next();
    return LLVM.LLVMDIBuilderCreateLexicalBlock(builder(), scope, file, code.index(), code.index());
  }

  private void global() {
    LLVMValueRef global = operands.value();
    name().put(code.bytes());
    LLVMMetadataRef file = metadata.next();
    int line = code.index();
    int isLocal = code.index();
    LLVMMetadataRef described =
        LLVM.LLVMDIBuilderCreateGlobalVariableExpression(
            builder(),
            file,
            name().bytes(),
            name().length(),
            none().bytes(),
            0,
            file,
            line,
            metadata.next(),
            isLocal,
            started().direct(),
            null,
            0);
    int kind = LLVM.LLVMGetMDKindIDInContext(context, "dbg", 3);
    LLVM.LLVMGlobalSetMetadata(global, kind, described);
  }

  // ---- instructions -------------------------------------------------------------------------

  /** Lets what a builder appends come from a place in the program, or from none. */
  void locate(LLVMBuilderRef instructions) {
    locate(instructions, metadata.nextOrNone());
  }

  /** Lets what a builder appends come from a place in a function that may be described. */
  void locateInFunction(LLVMBuilderRef instructions) {
    locate(instructions, LLVM.LLVMGetSubprogram(operands.symbol()));
  }

  private void locate(LLVMBuilderRef instructions, @Nullable LLVMMetadataRef scope) {
    int line = code.index();
    int column = code.index();
    LLVM.LLVMSetCurrentDebugLocation2(
        instructions,
        scope == null
            ? null
            : LLVM.LLVMDIBuilderCreateDebugLocation(context, line, column, scope, null));
  }

  /** Says at the end of a builder's block where a variable lives. */
  void declare(LLVMBuilderRef instructions) {
    LLVMValueRef address = operands.value();
    name().put(code.bytes());
    int parameter = code.index();
    LLVMMetadataRef file = metadata.next();
    LLVMMetadataRef type = metadata.next();
    LLVMMetadataRef scope = metadata.next();
    int line = code.index();
    int column = code.index();
    LLVM.LLVMDIBuilderInsertDeclareRecordAtEnd(
        builder(),
        address,
        parameter == 0
            ? local(scope, file, line, type)
            : parameter(scope, parameter, file, line, type),
        started().direct(),
        LLVM.LLVMDIBuilderCreateDebugLocation(context, line, column, scope, null),
        LLVM.LLVMGetInsertBlock(instructions));
  }

  private LLVMMetadataRef local(
      LLVMMetadataRef scope, LLVMMetadataRef file, int line, LLVMMetadataRef type) {
    return LLVM.LLVMDIBuilderCreateAutoVariable(
        builder(), scope, name().bytes(), name().length(), file, line, type, isKept(), 0, 0);
  }

  private LLVMMetadataRef parameter(
      LLVMMetadataRef scope, int number, LLVMMetadataRef file, int line, LLVMMetadataRef type) {
    return LLVM.LLVMDIBuilderCreateParameterVariable(
        builder(), scope, name().bytes(), name().length(), number, file, line, type, isKept(), 0);
  }

  /** Variables that are optimised away are shown as such. */
  private int isKept() {
    return optimized ? 1 : 0;
  }

  @Override
  public void close() {
    if (started != null) {
      started.types().close();
      started.name().close();
      started.none().close();
      LLVM.LLVMDisposeDIBuilder(started.builder());
    }
  }
}
