package org.pinklang.codegen.ir;

/**
 * The steps that code is written down as; each is followed by what its comment names. {@code type},
 * {@code symbol}, {@code block} and {@code attribute} are numbers in the order of making, {@code
 * value} is an {@link Operand}, {@code metadata} a number in the order of making plus one, or 0 for
 * none.
 */
public enum Step {
  /** Ends the code. */
  END,

  /** A type: length, element type. */
  ARRAY_TYPE,
  /** A type: whether packed, number of fields, their types. */
  STRUCT_TYPE,
  /** A type: whether variadic, result type, number of parameters, their types. */
  FUNCTION_TYPE,
  /** An attribute: name, number. */
  NUMBER_ATTRIBUTE,
  /** An attribute: name, type. */
  TYPE_ATTRIBUTE,
  /** An attribute: name, text. */
  TEXT_ATTRIBUTE,

  /** A symbol: name, function type. */
  FUNCTION,
  /** A symbol, a function the module has: name. */
  EXISTING_FUNCTION,
  /** A symbol: name, type. */
  GLOBAL,
  /** Symbol, visibility. */
  SET_VISIBILITY,
  /** Symbol, place of the attribute as LLVM counts, attribute. */
  ADD_ATTRIBUTE,
  /** Symbol, value. */
  SET_INITIALIZER,
  /** Symbol. */
  SET_CONSTANT,
  /** Symbol. */
  SET_MERGEABLE,
  /** Symbol, bytes. */
  SET_ALIGNMENT,

  /** Number of the builder that the following instructions are for. */
  USE_BUILDER,
  /** Symbol of the function, block to append to it. */
  BEGIN_BLOCK,
  /** Symbol of a function, block that was its first. */
  PREPEND_ENTRY,
  /** Symbol of the function, suffix of the name of what gets its body. */
  SPLIT_BODY,
  /** Nothing: continues in the body split off last. */
  CONTINUE_IN_BODY,

  /** A value: type. */
  ALLOCA,
  /** A value: type, address. */
  LOAD,
  /** Value, address. */
  STORE,
  /** A value: address, offset. */
  FIELD,
  /** A value: element type, address, index. */
  ELEMENT,
  /** A value: element type, address, index that is in range. */
  ELEMENT_IN_RANGE,
  /** Address to, address from, size, alignment. */
  COPY,
  /** Address, value, size, alignment. */
  FILL,
  /** A value: instruction, left, right. */
  BINARY,
  /** A value: whether signed, integer that is not the largest, 1 of its type. */
  INCREMENT,
  /** A value: comparison, left, right. */
  COMPARE,
  /** A value: cast, value, type. */
  CAST,
  /** A value: condition, value if true, value if false. */
  SELECT,
  /** A value: operand. */
  NEGATE,
  /** A value: operand. */
  NEGATE_FLOAT,
  /** A value: operand. */
  NOT,
  /** A value: aggregate, index. */
  EXTRACT,
  /** A value: aggregate, value, index. */
  INSERT,
  /** A value: function type, callee, number of arguments, these. */
  CALL,
  /** The call's value, place of the attribute as LLVM counts, attribute. */
  ADD_CALL_ATTRIBUTE,

  /** Block. */
  BRANCH,
  /** Condition, block if true, block if false. */
  BRANCH_IF,
  /** Value, block otherwise, number of cases, value and block of each. */
  BRANCH_BY_VALUE,
  /** Nothing. */
  RETURN_VOID,
  /** Value. */
  RETURN_VALUE,
  /** Nothing. */
  UNREACHABLE,

  /** Producer, file's name, whether optimised, version of DWARF. */
  DEBUG_UNIT,
  /** A metadata: name. */
  DEBUG_FILE,
  /** A metadata: name, bits, encoding. */
  DEBUG_SCALAR_TYPE,
  /** A metadata: name. */
  DEBUG_EMPTY_TYPE,
  /** A metadata: metadata of the target, bits. */
  DEBUG_POINTER_TYPE,
  /** A metadata: name, metadata of the type. */
  DEBUG_NAMED_TYPE,
  /** A metadata: metadata of the element, length, bytes. */
  DEBUG_ARRAY_TYPE,
  /** A metadata: name, metadata of the integer type, bytes, number of values, their names. */
  DEBUG_ENUMERATION_TYPE,
  /** A metadata: metadata of the result, number of parameters, their metadata. */
  DEBUG_FUNCTION_TYPE,
  /** A metadata: kind, name. */
  DEBUG_DECLARED_TYPE,
  /** A metadata: kind, name. */
  DEBUG_COMPOSITE_TYPE,
  /** Metadata of a composite type, its kind and name, bytes, number of members, these. */
  DEBUG_DEFINE_TYPE,
  /** A metadata: symbol, name with its place, line of the body, metadata of the type. */
  DEBUG_FUNCTION,
  /** A metadata: metadata of the scope and the file, line, column. */
  DEBUG_BLOCK,
  /** Address, name with its place, metadata of the type. */
  DEBUG_GLOBAL,
  /** Metadata of the scope, line, column: of the following instructions; no scope for none. */
  DEBUG_LOCATION,
  /** Symbol of the function that is the scope, line, column. */
  DEBUG_LOCATION_IN,
  /** Address, name, parameter, metadata of file and type, location. */
  DEBUG_VARIABLE;

  private static final Step[] ALL = values();

  /** The step of a number that was written. */
  static Step of(int number) {
    return ALL[number];
  }
}
