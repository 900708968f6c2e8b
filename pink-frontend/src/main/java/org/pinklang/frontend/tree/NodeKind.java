package org.pinklang.frontend.tree;

/**
 * The kinds of node in the linear form of a tree. The ordinal of a kind is what hashes and stored
 * manifests know it by: a new kind goes to the end, and removing one makes another format.
 */
public enum NodeKind {
  /** {@link Identifier}: its text. */
  IDENTIFIER,
  /** {@link ModuleName}: the number of segments. */
  MODULE_NAME,
  /** {@link ImportDeclaration}: flags of {@link NodeFlags}, the number of listed names. */
  IMPORT,

  /** {@link Declaration.Function}: flags, the number of parameters. */
  FUNCTION,
  /** {@link Declaration.Global}: flags, the ordinal of the binding kind. */
  GLOBAL,
  /** {@link Declaration.Struct}: flags, the number of fields. */
  STRUCT,
  /** {@link Declaration.Union}: flags, the number of alternatives. */
  UNION,
  /** {@link Declaration.Extern}: flags, the number of parameters. */
  EXTERN,
  /** {@link Declaration.Parameter}. */
  PARAMETER,
  /** {@link Declaration.Field}. */
  FIELD,
  /** {@link Declaration.Alternative}: flags. */
  ALTERNATIVE,

  /** {@link TypeTree.Named}: flags. */
  NAMED_TYPE,
  /** {@link TypeTree.Tuple}: the number of elements. */
  TUPLE_TYPE,
  /** {@link TypeTree.Array}. */
  ARRAY_TYPE,
  /** {@link TypeTree.Pointer}: the ordinal of the pointer kind. */
  POINTER_TYPE,
  /** {@link TypeTree.Function}: flags, the number of parameters. */
  FUNCTION_TYPE,
  /** {@link TypeTree.Malformed}. */
  MALFORMED_TYPE,

  /** {@link Literal.IntegerLiteral}: its text, its value. */
  INTEGER,
  /** {@link Literal.FloatLiteral}: its text. */
  FLOAT,
  /** {@link Literal.CharacterLiteral}: its value. */
  CHARACTER,
  /** {@link Literal.StringLiteral}: its bytes. */
  STRING,
  /** {@link Literal.BooleanLiteral}: 1 for true. */
  BOOLEAN,
  /** {@link Literal.NilLiteral}. */
  NIL,
  /** {@link Expression.Path}: flags. */
  PATH,
  /** {@link Expression.StructLiteral}: the number of fields. */
  STRUCT_LITERAL,
  /** {@link Expression.FieldValue}. */
  FIELD_VALUE,
  /** {@link Expression.SizeOf}: 1 for the alignment. */
  SIZE_OF,
  /** {@link Expression.Array}: the number of elements. */
  ARRAY,
  /** {@link Expression.RepeatedArray}. */
  REPEATED_ARRAY,
  /** {@link Expression.Tuple}: the number of elements. */
  TUPLE,
  /** {@link Expression.Parenthesized}. */
  PARENTHESIZED,
  /** {@link Expression.Block}: the number of terms. */
  BLOCK,
  /** {@link Expression.Conditional}: flags, the number of branches. */
  CONDITIONAL,
  /** {@link Expression.Branch}. */
  BRANCH,
  /** {@link Expression.Match}: flags, the number of arms. */
  MATCH,
  /** {@link Expression.Arm}: flags. */
  ARM,
  /** {@link Expression.OperatorChain}: the number of steps. */
  OPERATOR_CHAIN,
  /** {@link Expression.OperatorStep}: the ordinal of the operator. */
  OPERATOR_STEP,
  /** {@link Expression.PrefixChain}: the number of operators, the ordinal and place of each. */
  PREFIX_CHAIN,
  /** {@link Expression.CastChain}: the number of types. */
  CAST_CHAIN,
  /** {@link Expression.PostfixChain}: the number of suffixes. */
  POSTFIX_CHAIN,
  /** {@link Expression.Assignment}: the number of places. */
  ASSIGNMENT,
  /** {@link Expression.Malformed}. */
  MALFORMED_EXPRESSION,

  /** {@link Suffix.Member}. */
  MEMBER,
  /** {@link Suffix.TupleIndex}: the index. */
  TUPLE_INDEX,
  /** {@link Suffix.Index}. */
  INDEX,
  /** {@link Suffix.Slice}: flags. */
  SLICE,
  /** {@link Suffix.Call}: the number of arguments. */
  CALL,
  /** {@link Suffix.Unwrap}. */
  UNWRAP,

  /** {@link Term.Evaluation}. */
  EVALUATION,
  /** {@link Term.Local}: flags, the ordinal of the binding kind, the number of names. */
  LOCAL,
  /** {@link Term.While}. */
  WHILE,
  /** {@link Term.For}: flags. */
  FOR,
  /** {@link Term.Return}: flags. */
  RETURN,
  /** {@link Term.Break}. */
  BREAK,
  /** {@link Term.Continue}. */
  CONTINUE,
  /** {@link Term.Malformed}. */
  MALFORMED_TERM
}
