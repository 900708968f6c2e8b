package org.pinklang.codegen.llvm;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMAttributeRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;
import org.pinklang.codegen.PinkBackendException;
import org.pinklang.codegen.ir.CodeReader;
import org.pinklang.codegen.ir.Step;

/** Carries out steps on a module. For one thread and one list of steps. */
final class ModuleBuilder implements AutoCloseable {
  private final CodeReader code;
  private final LLVMContextRef context;
  private final LLVMModuleRef module;
  private final OperandReader operands;
  private final FunctionBuilder functions;
  private final DebugInfoBuilder debugInformation;
  private final HandleTable<LLVMAttributeRef> attributes =
      new HandleTable<>(LLVMAttributeRef[]::new);
  private final TextBuffer name = new TextBuffer();

  ModuleBuilder(LlvmModule module, CodeReader code) {
    this.code = code;
    this.context = module.context().handle();
    this.module = module.handle();
    this.operands = new OperandReader(code, context);
    this.debugInformation = new DebugInfoBuilder(module, code, operands);
    this.functions = new FunctionBuilder(module, code, operands, attributes, debugInformation);
  }

  void build() {
    Step step = code.step();
    while (step != Step.END) {
      build(step);
      step = code.step();
    }
    debugInformation.finish();
  }

  private void build(Step step) {
    switch (step) {
      case ARRAY_TYPE -> operands.addArrayType();
      case STRUCT_TYPE -> operands.addStructType();
      case FUNCTION_TYPE -> operands.addFunctionType();
      case NUMBER_ATTRIBUTE, TYPE_ATTRIBUTE, TEXT_ATTRIBUTE -> attributes.add(attribute(step));
      case FUNCTION -> operands.addSymbol(function());
      case EXISTING_FUNCTION -> operands.addSymbol(existingFunction());
      case GLOBAL -> operands.addSymbol(global());
      case SET_VISIBILITY -> LlvmOpcodes.setVisibility(operands.symbol(), code.index());
      case ADD_ATTRIBUTE -> addAttribute(operands.symbol());
      case SET_INITIALIZER -> LLVM.LLVMSetInitializer(operands.symbol(), operands.value());
      case SET_CONSTANT -> LLVM.LLVMSetGlobalConstant(operands.symbol(), 1);
      case SET_MERGEABLE ->
          LLVM.LLVMSetUnnamedAddress(operands.symbol(), LLVM.LLVMGlobalUnnamedAddr);
      case SET_ALIGNMENT -> LLVM.LLVMSetAlignment(operands.symbol(), code.index());
      case DEBUG_UNIT,
          DEBUG_FILE,
          DEBUG_SCALAR_TYPE,
          DEBUG_EMPTY_TYPE,
          DEBUG_POINTER_TYPE,
          DEBUG_NAMED_TYPE,
          DEBUG_ARRAY_TYPE,
          DEBUG_ENUMERATION_TYPE,
          DEBUG_FUNCTION_TYPE,
          DEBUG_DECLARED_TYPE,
          DEBUG_COMPOSITE_TYPE,
          DEBUG_DEFINE_TYPE,
          DEBUG_FUNCTION,
          DEBUG_BLOCK,
          DEBUG_GLOBAL ->
          debugInformation.build(step);
      default -> functions.build(step);
    }
  }

  private LLVMAttributeRef attribute(Step step) {
    return switch (step) {
      case NUMBER_ATTRIBUTE ->
          LLVM.LLVMCreateEnumAttribute(context, attributeKind(), code.number());
      case TYPE_ATTRIBUTE ->
          LLVM.LLVMCreateTypeAttribute(context, attributeKind(), operands.type());
      default -> {
        String key = code.text();
        String value = code.text();
        yield LLVM.LLVMCreateStringAttribute(context, key, key.length(), value, value.length());
      }
    };
  }

  private int attributeKind() {
    name.put(code.bytes());
    return LLVM.LLVMGetEnumAttributeKindForName(name.bytes(), name.length());
  }

  private void addAttribute(LLVMValueRef function) {
    int place = (int) code.signed();
    LLVM.LLVMAddAttributeAtIndex(function, place, attributes.get(code.index()));
  }

  /** Steps for a module that was built before may name what it has: they are not told apart. */
  private LLVMValueRef function() {
    BytePointer text = name.terminated(code.bytes());
    LLVMTypeRef type = operands.type();
    LLVMValueRef known = LLVM.LLVMGetNamedFunction(module, text);
    return known == null ? LLVM.LLVMAddFunction(module, text, type) : known;
  }

  private LLVMValueRef existingFunction() {
    String name = code.text();
    LLVMValueRef known = LLVM.LLVMGetNamedFunction(module, name);
    if (known == null) {
      throw new PinkBackendException("the module has no function " + name);
    }
    return known;
  }

  private LLVMValueRef global() {
    BytePointer text = name.terminated(code.bytes());
    LLVMTypeRef type = operands.type();
    LLVMValueRef known = name.length() == 0 ? null : LLVM.LLVMGetNamedGlobal(module, text);
    if (known == null) {
      return LLVM.LLVMAddGlobal(module, type, text);
    }
    boolean isDefined = LLVM.LLVMIsDeclaration(known) == 0;
    return isDefined || type.equals(LLVM.LLVMGlobalGetValueType(known))
        ? known
        : retyped(known, text, type);
  }

  /** Who only uses a global knows its size; its definition also says what lies where. */
  private LLVMValueRef retyped(LLVMValueRef declared, BytePointer text, LLVMTypeRef type) {
    LLVM.LLVMSetValueName2(declared, "", 0);
    LLVMValueRef global = LLVM.LLVMAddGlobal(module, type, text);
    LLVM.LLVMReplaceAllUsesWith(declared, global);
    LLVM.LLVMDeleteGlobal(declared);
    return global;
  }

  @Override
  public void close() {
    functions.close();
    debugInformation.close();
    name.close();
    operands.close();
  }
}
