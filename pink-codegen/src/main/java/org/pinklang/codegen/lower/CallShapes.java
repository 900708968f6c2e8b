package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.codegen.ir.IrAttribute;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.target.CallingConvention;
import org.pinklang.codegen.target.Passing;
import org.pinklang.codegen.target.Passing.Extension;
import org.pinklang.codegen.target.Passing.InArray;
import org.pinklang.codegen.target.Passing.Piece;
import org.pinklang.codegen.target.Signature;
import org.pinklang.frontend.type.PinkType;

/** The call shapes of one unit's function types, each made once. */
final class CallShapes {
  private final IrContext context;
  private final ValueTypes types;
  private final CallingConvention convention;
  private final Map<PinkType.Function, CallShape> known = new HashMap<>();

  CallShapes(IrContext context, ValueTypes types, CallingConvention convention) {
    this.context = context;
    this.types = types;
    this.convention = convention;
  }

  /** The shape of functions of a type. */
  CallShape of(PinkType.Function type) {
    CallShape shape = known.get(type);
    if (shape == null) {
      shape = make(type, type.parameters());
      known.put(type, shape);
    }
    return shape;
  }

  /** The shape of a call that may have more arguments than the function has parameters. */
  CallShape ofCall(PinkType.Function type, List<PinkType> arguments) {
    return type.variadic() ? make(type, arguments) : of(type);
  }

  private CallShape make(PinkType.Function type, List<PinkType> arguments) {
    Signature signature =
        convention.classify(arguments, type.parameters().size(), type.result(), types.layouts());
    Maker maker = new Maker();
    IrType result = maker.result(signature.result(), type.result());
    for (int i = 0; i < arguments.size(); i++) {
      if (i == type.parameters().size()) {
        maker.endFixed();
      }
      maker.parameter(signature.parameters().get(i), arguments.get(i));
    }
    IrType functionType = context.function(result, maker.fixed(), type.variadic());
    return new CallShape(signature, functionType, List.copyOf(maker.attributes));
  }

  /** The type of the register a piece travels in. */
  IrType register(Piece piece) {
    return switch (piece.kind()) {
      case BOOLEAN -> context.boolType();
      case POINTER -> context.pointerType();
      case FLOAT -> context.floating(piece.bytes() * 8);
      case INTEGER -> context.integer(isOdd(piece) ? 64 : piece.bytes() * 8);
    };
  }

  /** The type of the argument that holds an array of scalars. */
  IrType array(InArray array) {
    int bits = array.elementBytes() * 8;
    IrType element =
        array.kind() == Piece.Kind.FLOAT ? context.floating(bits) : context.integer(bits);
    return context.array(element, array.count());
  }

  /** Whether a piece holds a number of bytes that no register can be loaded with. */
  static boolean isOdd(Piece piece) {
    return Integer.bitCount(piece.bytes()) != 1;
  }

  private final class Maker {
    private final List<IrType> parameters = new ArrayList<>();
    private final List<CallShape.Placed> attributes = new ArrayList<>();
    private int fixedCount = -1;

    private IrType result(Passing passing, PinkType type) {
      return switch (passing) {
        case Passing.Ignored ignored -> context.voidType();
        case Passing.InPieces(List<Piece> pieces) -> {
          extend(CallShape.RESULT, pieces.get(0).extension());
          yield pieces.size() == 1
              ? register(pieces.get(0))
              : context.struct(pieces.stream().map(CallShapes.this::register).toList(), false);
        }
        case InArray array -> throw new IllegalArgumentException("result");
        case Passing.CopiedOnStack copied -> throw new IllegalArgumentException("result");
        case Passing.ByReference byReference -> {
          place(IrAttribute.type(context, "sret", types.storage(type)));
          parameters.add(context.pointerType());
          yield context.voidType();
        }
      };
    }

    private void parameter(Passing passing, PinkType type) {
      switch (passing) {
        case Passing.Ignored ignored -> {}
        case Passing.InPieces(List<Piece> pieces) -> {
          for (Piece piece : pieces) {
            extend(parameters.size(), piece.extension());
            parameters.add(register(piece));
          }
        }
        case InArray array -> parameters.add(array(array));
        case Passing.CopiedOnStack(int alignment) -> {
          place(IrAttribute.type(context, "byval", types.storage(type)));
          place(IrAttribute.number(context, "align", alignment));
          parameters.add(context.pointerType());
        }
        case Passing.ByReference byReference -> parameters.add(context.pointerType());
      }
    }

    private void extend(int index, Extension extension) {
      if (extension != Extension.NONE) {
        String name = extension == Extension.SIGN ? "signext" : "zeroext";
        attributes.add(new CallShape.Placed(index, IrAttribute.flag(context, name)));
      }
    }

    private void place(IrAttribute attribute) {
      attributes.add(new CallShape.Placed(parameters.size(), attribute));
    }

    private void endFixed() {
      fixedCount = parameters.size();
    }

    private List<IrType> fixed() {
      return fixedCount < 0 ? parameters : parameters.subList(0, fixedCount);
    }
  }
}
