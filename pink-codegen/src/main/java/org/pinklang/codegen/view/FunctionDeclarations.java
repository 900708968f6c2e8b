package org.pinklang.codegen.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pinklang.codegen.target.CallingConvention;
import org.pinklang.codegen.target.Passing;
import org.pinklang.codegen.target.Passing.Piece;
import org.pinklang.codegen.target.Signature;
import org.pinklang.codegen.target.TypeLayouts;
import org.pinklang.frontend.type.PinkType;

/** Writes functions as a target's calling convention has them called. */
final class FunctionDeclarations {
  private final CallingConvention convention;
  private final TypeLayouts layouts;

  FunctionDeclarations(CallingConvention convention, TypeLayouts layouts) {
    this.convention = convention;
    this.layouts = layouts;
  }

  /** The declaration of a function of a type. */
  String declare(String symbol, PinkType.Function type) {
    List<PinkType> types = type.parameters();
    Signature signature = convention.classify(types, types.size(), type.result(), layouts);
    List<String> parameters = new ArrayList<>();
    String result = result(signature.result(), type.result(), parameters);
    for (int i = 0; i < signature.parameters().size(); i++) {
      parameter(signature.parameters().get(i), type.parameters().get(i), parameters);
    }
    if (type.variadic()) {
      parameters.add("...");
    }
    return "declare " + result + " @" + symbol + "(" + String.join(", ", parameters) + ")";
  }

  /** The type of the result, with a parameter for where to put it where there is one. */
  private String result(Passing passing, PinkType type, List<String> parameters) {
    return switch (passing) {
      case Passing.Ignored ignored -> "void";
      case Passing.InPieces(List<Piece> pieces) when pieces.size() == 1 ->
          (extension(pieces.get(0)) + " " + LlvmTypes.register(pieces.get(0))).stripLeading();
      case Passing.InPieces(List<Piece> pieces) ->
          pieces.stream().map(LlvmTypes::register).collect(Collectors.joining(", ", "{ ", " }"));
      case Passing.InArray array -> throw new IllegalArgumentException("result");
      case Passing.CopiedOnStack copied -> throw new IllegalArgumentException("result");
      case Passing.ByReference byReference -> {
        parameters.add("ptr sret(" + LlvmTypes.storage(type, layouts) + ")");
        yield "void";
      }
    };
  }

  private void parameter(Passing passing, PinkType type, List<String> parameters) {
    switch (passing) {
      case Passing.Ignored ignored -> {}
      case Passing.InPieces(List<Piece> pieces) ->
          pieces.forEach(piece -> parameters.add(register(piece)));
      case Passing.InArray array -> parameters.add(LlvmTypes.array(array));
      case Passing.CopiedOnStack(int alignment) ->
          parameters.add("ptr byval(" + LlvmTypes.storage(type, layouts) + ") align " + alignment);
      case Passing.ByReference byReference -> parameters.add("ptr");
    }
  }

  private static String register(Piece piece) {
    return (LlvmTypes.register(piece) + " " + extension(piece)).stripTrailing();
  }

  private static String extension(Piece piece) {
    return switch (piece.extension()) {
      case NONE -> "";
      case SIGN -> "signext";
      case ZERO -> "zeroext";
    };
  }
}
