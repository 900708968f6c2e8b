package org.pinklang.codegen.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what the code of a module was made from. For one thread. */
public final class DebugBuilder {
  private final IrContext context;

  /**
   * Begins the debug information of a context's module; once.
   *
   * @param file the logical name of the unit
   * @param optimized whether passes run over the module
   * @param dwarfVersion of the form it takes; 0 for CodeView
   */
  public DebugBuilder(
      IrContext context, String producer, String file, boolean optimized, int dwarfVersion) {
    this.context = context;
    CodeWriter code = context.code().step(Step.DEBUG_UNIT).text(producer).text(file);
    code.number(optimized ? 1 : 0).number(dwarfVersion);
  }

  /** A file. */
  public IrMetadata file(String name) {
    context.code().step(Step.DEBUG_FILE).text(name);
    return made();
  }

  // ---- types --------------------------------------------------------------------------------

  /** A type without parts. */
  public IrMetadata scalarType(String name, int bits, ScalarEncoding encoding) {
    CodeWriter code = context.code().step(Step.DEBUG_SCALAR_TYPE);
    code.text(name).number(bits).number(encoding.ordinal());
    return made();
  }

  /** A type whose values are nothing. */
  public IrMetadata emptyType(String name) {
    context.code().step(Step.DEBUG_EMPTY_TYPE).text(name);
    return made();
  }

  /** A type without a name, whose values are addresses. */
  public IrMetadata pointerType(IrMetadata target, int bits) {
    metadata(context.code().step(Step.DEBUG_POINTER_TYPE), target).number(bits);
    return made();
  }

  /** Another name for a type. */
  public IrMetadata namedType(String name, IrMetadata type) {
    metadata(context.code().step(Step.DEBUG_NAMED_TYPE).text(name), type);
    return made();
  }

  /** Consecutive elements. */
  public IrMetadata arrayType(IrMetadata element, long length, long bytes) {
    CodeWriter code = metadata(context.code().step(Step.DEBUG_ARRAY_TYPE), element);
    code.number(length).number(bytes);
    return made();
  }

  /** An integer whose values 0, 1, … have names. */
  public IrMetadata enumerationType(
      String name, IrMetadata integer, int bytes, List<String> values) {
    CodeWriter code = context.code().step(Step.DEBUG_ENUMERATION_TYPE).text(name);
    metadata(code, integer).number(bytes).number(values.size());
    values.forEach(code::text);
    return made();
  }

  /** The type of functions; a result of null is none. */
  public IrMetadata functionType(@Nullable IrMetadata result, List<IrMetadata> parameters) {
    CodeWriter code = metadata(context.code().step(Step.DEBUG_FUNCTION_TYPE), result);
    code.number(parameters.size());
    parameters.forEach(parameter -> metadata(code, parameter));
    return made();
  }

  /** A type of which this module says no more than the name. */
  public IrMetadata declaredType(CompositeKind kind, String name) {
    context.code().step(Step.DEBUG_DECLARED_TYPE).number(kind.ordinal()).text(name);
    return made();
  }

  /** A type with members, which may be named before it is defined. */
  public IrMetadata compositeType(CompositeKind kind, String name) {
    context.code().step(Step.DEBUG_COMPOSITE_TYPE).number(kind.ordinal()).text(name);
    return made();
  }

  /**
   * A member of a type.
   *
   * @param offset in bytes
   */
  public record Member(String name, IrMetadata type, long offset, long bytes) {}

  /** Says what a type made as {@link #compositeType} of that kind and name consists of; once. */
  public void define(
      IrMetadata composite, CompositeKind kind, String name, long bytes, List<Member> members) {
    CodeWriter code = metadata(context.code().step(Step.DEBUG_DEFINE_TYPE), composite);
    code.number(kind.ordinal()).text(name).number(bytes).number(members.size());
    for (Member member : members) {
      metadata(code.text(member.name()), member.type());
      code.number(member.offset()).number(member.bytes());
    }
  }

  // ---- functions and variables --------------------------------------------------------------

  /**
   * A name in a file.
   *
   * @param shown as the program writes it
   * @param isLocal whether nobody else sees it
   */
  public record Name(String shown, IrMetadata file, int line, boolean isLocal) {}

  /** Says what a function was made from; gives its scope. */
  public IrMetadata function(IrFunction function, Name name, int bodyLine, IrMetadata type) {
    CodeWriter code = context.code().step(Step.DEBUG_FUNCTION).number(function.number());
    metadata(write(code, name).number(bodyLine), type);
    return made();
  }

  /** A scope inside another. */
  public IrMetadata block(IrMetadata scope, IrMetadata file, int line, int column) {
    CodeWriter code = metadata(context.code().step(Step.DEBUG_BLOCK), scope);
    metadata(code, file).number(line).number(column);
    return made();
  }

  /** Says what a global was made from. */
  public void global(IrGlobal global, Name name, IrMetadata type) {
    CodeWriter code = context.code().step(Step.DEBUG_GLOBAL).value(global.address());
    metadata(write(code, name), type);
  }

  private static CodeWriter write(CodeWriter code, Name name) {
    return metadata(code.text(name.shown()), name.file())
        .number(name.line())
        .number(name.isLocal() ? 1 : 0);
  }

  static CodeWriter metadata(CodeWriter code, @Nullable IrMetadata metadata) {
    return code.number(metadata == null ? 0 : metadata.number() + 1);
  }

  private IrMetadata made() {
    return context.newMetadata();
  }
}
