package org.pinklang.codegen.llvm;

import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMDIBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.global.LLVM;
import org.pinklang.codegen.ir.CodeReader;
import org.pinklang.codegen.ir.CompositeKind;
import org.pinklang.codegen.ir.ScalarEncoding;
import org.pinklang.codegen.ir.Step;

/**
 * Carries out the steps that describe types to debuggers. Names of types have ASCII only. Where in
 * a text they are declared is not told: the text of one unit would then be part of what others
 * become. For one thread.
 */
final class DebugTypeBuilder implements AutoCloseable {
  private static final int BITS = 8;

  private final LLVMDIBuilderRef builder;
  private final CodeReader code;
  private final MetadataTable metadata;
  private final TextBuffer name = new TextBuffer();
  private final TextBuffer noName = new TextBuffer();

  /** A builder that reads {@code code} and names what {@code metadata} holds. */
  DebugTypeBuilder(LLVMDIBuilderRef builder, CodeReader code, MetadataTable metadata) {
    this.builder = builder;
    this.code = code;
    this.metadata = metadata;
  }

  /** Makes a type. */
  LLVMMetadataRef type(Step step) {
    return switch (step) {
      case DEBUG_SCALAR_TYPE -> scalar();
      case DEBUG_EMPTY_TYPE -> {
        readName();
        yield LLVM.LLVMDIBuilderCreateUnspecifiedType(builder, name.bytes(), name.length());
      }
      case DEBUG_POINTER_TYPE ->
          LLVM.LLVMDIBuilderCreatePointerType(
              builder, metadata.next(), code.number(), 0, 0, noName.bytes(), 0);
      case DEBUG_NAMED_TYPE -> named();
      case DEBUG_ARRAY_TYPE -> array();
      case DEBUG_ENUMERATION_TYPE -> enumeration();
      case DEBUG_FUNCTION_TYPE -> function();
      case DEBUG_DECLARED_TYPE -> declared();
      case DEBUG_COMPOSITE_TYPE -> composite();
      default -> throw new IllegalStateException(step.toString());
    };
  }

  private void readName() {
    name.put(code.bytes());
  }

  private LLVMMetadataRef scalar() {
    readName();
    long bits = code.number();
    int encoding = LlvmOpcodes.encoding(ScalarEncoding.of(code.index()));
    return LLVM.LLVMDIBuilderCreateBasicType(
        builder, name.bytes(), name.length(), bits, encoding, LLVM.LLVMDIFlagZero);
  }

  private LLVMMetadataRef named() {
    readName();
    return LLVM.LLVMDIBuilderCreateTypedef(
        builder, metadata.next(), name.bytes(), name.length(), null, 0, null, 0);
  }

  private LLVMMetadataRef array() {
    LLVMMetadataRef element = metadata.next();
    long length = code.number();
    long bytes = code.number();
    try (PointerPointer<LLVMMetadataRef> ranges = new PointerPointer<>(1)) {
      ranges.put(0, LLVM.LLVMDIBuilderGetOrCreateSubrange(builder, 0, length));
      return LLVM.LLVMDIBuilderCreateArrayType(builder, bytes * BITS, 0, element, ranges, 1);
    }
  }

  private LLVMMetadataRef enumeration() {
    String own = code.text();
    LLVMMetadataRef integer = metadata.next();
    long bytes = code.number();
    int count = code.index();
    try (PointerPointer<LLVMMetadataRef> values = array(count)) {
      for (int i = 0; i < count; i++) {
        readName();
        values.put(
            i, LLVM.LLVMDIBuilderCreateEnumerator(builder, name.bytes(), name.length(), i, 1));
      }
      return LLVM.LLVMDIBuilderCreateEnumerationType(
          builder, null, own, own.length(), null, 0, bytes * BITS, 0, values, count, integer);
    }
  }

  private LLVMMetadataRef function() {
    LLVMMetadataRef result = metadata.nextOrNone();
    int parameters = code.index();
    try (PointerPointer<LLVMMetadataRef> types = array(parameters + 1)) {
      types.put(0, result);
      for (int i = 1; i <= parameters; i++) {
        types.put(i, metadata.next());
      }
      return LLVM.LLVMDIBuilderCreateSubroutineType(
          builder, null, types, parameters + 1, LLVM.LLVMDIFlagZero);
    }
  }

  // ---- structs and unions -------------------------------------------------------------------

  private LLVMMetadataRef declared() {
    int tag = tag();
    readName();
    return LLVM.LLVMDIBuilderCreateForwardDecl(
        builder, tag, name.bytes(), name.length(), null, null, 0, 0, 0, 0, noName.bytes(), 0);
  }

  private LLVMMetadataRef composite() {
    int tag = tag();
    readName();
    return LLVM.LLVMDIBuilderCreateReplaceableCompositeType(
        builder, tag, name.bytes(), name.length(), null, null, 0, 0, 0, 0, 0, noName.bytes(), 0);
  }

  private int tag() {
    return LlvmOpcodes.tag(CompositeKind.of(code.index()));
  }

  /** Puts a type with its members in the place of what stood for it. */
  void define() {
    int number = metadata.number();
    CompositeKind kind = CompositeKind.of(code.index());
    String own = code.text();
    long bits = code.number() * BITS;
    int count = code.index();
    LLVMMetadataRef standIn = metadata.get(number);
    try (PointerPointer<LLVMMetadataRef> members = array(count)) {
      for (int i = 0; i < count; i++) {
        members.put(i, member(standIn));
      }
      LLVMMetadataRef defined =
          kind == CompositeKind.STRUCT
              ? struct(own, bits, members, count)
              : union(own, bits, members, count);
      LLVM.LLVMMetadataReplaceAllUsesWith(standIn, defined);
      metadata.replace(number, defined);
    }
  }

  private LLVMMetadataRef member(LLVMMetadataRef owner) {
    readName();
    LLVMMetadataRef type = metadata.next();
    long offset = code.number() * BITS;
    long bits = code.number() * BITS;
    return LLVM.LLVMDIBuilderCreateMemberType(
        builder, owner, name.bytes(), name.length(), null, 0, bits, 0, offset, 0, type);
  }

  private LLVMMetadataRef struct(
      String name, long bits, PointerPointer<LLVMMetadataRef> members, int count) {
    return LLVM.LLVMDIBuilderCreateStructType(
        builder,
        null,
        name,
        name.length(),
        null,
        0,
        bits,
        0,
        0,
        null,
        members,
        count,
        0,
        null,
        "",
        0);
  }

  private LLVMMetadataRef union(
      String name, long bits, PointerPointer<LLVMMetadataRef> members, int count) {
    return LLVM.LLVMDIBuilderCreateUnionType(
        builder, null, name, name.length(), null, 0, bits, 0, 0, members, count, 0, "", 0);
  }

  private static PointerPointer<LLVMMetadataRef> array(int count) {
    return new PointerPointer<>(Math.max(1, count));
  }

  @Override
  public void close() {
    name.close();
    noName.close();
  }
}
