package org.pinklang.frontend.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.PanicReason;
import org.pinklang.frontend.typed.TypedExpression;

/** One call of a function: its locals and the evaluation of its body. */
final class FunctionRun {
  private final ReferenceProgram program;
  private final ReferenceProgram.Definition definition;
  private final Map<Integer, Storage> locals = new HashMap<>();
  private final Arithmetic arithmetic;
  private final Places places;
  private final ControlFlow control;

  FunctionRun(ReferenceProgram program, ReferenceProgram.Definition definition) {
    this.program = program;
    this.definition = definition;
    this.arithmetic = new Arithmetic(definition);
    this.places = new Places(this, program);
    this.control = new ControlFlow(this, places);
  }

  Value run(List<Value> arguments) {
    List<Local> parameters = definition.function().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      bind(parameters.get(i), arguments.get(i));
    }
    Value result = control.result(definition.function().body());
    return definition.function().type().result() == Scalar.NIL ? new Value.Nothing() : result;
  }

  void bind(Local local, Value value) {
    locals.put(local.id(), Storage.of(value));
  }

  Storage storage(Local local) {
    Storage storage = locals.get(local.id());
    if (storage == null) {
      throw new IllegalStateException("the local " + local.name() + " has no value yet");
    }
    return storage;
  }

  PanicSignal panic(int offset, PanicReason reason) {
    return definition.at(offset, reason.message());
  }

  PanicSignal panic(int offset, String message) {
    return definition.at(offset, message);
  }

  boolean truth(TypedExpression condition) {
    return ((Value.Truth) value(condition)).value();
  }

  /** An index or count, as a number: unsigned ones past every signed one are negative, too. */
  long integer(TypedExpression expression) {
    return ((Value.Int) value(expression)).value();
  }

  Value value(TypedExpression expression) {
    program.countStep();
    if (Places.isPlace(expression)) {
      return places.place(expression).load();
    }
    return switch (expression) {
      case TypedExpression.Constant constant -> program.value(constant.value());
      case TypedExpression.StringValue text -> program.text(text.bytes());
      case TypedExpression.FunctionReference function ->
          new Value.FunctionPointer(function.symbol());
      case TypedExpression.StructValue struct -> struct(struct);
      case TypedExpression.TupleValue tuple -> new Value.Aggregate(values(tuple.elements()));
      case TypedExpression.ArrayValue array -> new Value.Aggregate(values(array.elements()));
      case TypedExpression.RepeatedArrayValue array -> repeated(array);
      case TypedExpression.UnionValue union -> union(union);
      case TypedExpression.FieldAccess access ->
          ((Value.Aggregate) value(access.object())).parts().get(access.index());
      case TypedExpression.ElementAccess access -> places.elementOfValue(access);
      case TypedExpression.AddressOf addressOf -> Value.Pointer.to(places.place(addressOf.place()));
      case TypedExpression.SliceOf slice -> places.slice(slice);
      case TypedExpression.SliceLength length ->
          new Value.Int(((Value.Slice) value(length.slice())).length());
      case TypedExpression.SlicePointer pointer -> ((Value.Slice) value(pointer.slice())).pointer();
      case TypedExpression.Unwrap unwrap -> unwrap(unwrap);
      case TypedExpression.PointerCast cast -> value(cast.operand());
      case TypedExpression.ArrayToSlice toSlice -> places.toSlice(toSlice);
      case TypedExpression.Call call -> call(call);
      case TypedExpression.Panic panic -> throw panic(panic.offset(), message(panic.message()));
      case TypedExpression.Assert assertion -> assertion(assertion);
      case TypedExpression.Assign assign -> places.assign(assign);
      case TypedExpression.Discard discard -> value(discard.value());
      default -> operation(expression);
    };
  }

  private Value operation(TypedExpression expression) {
    return switch (expression) {
      case TypedExpression.Binary binary -> {
        Value left = value(binary.left());
        Value right = value(binary.right());
        yield arithmetic.binary(
            binary.operator(), binary.left().type(), left, right, binary.offset());
      }
      case TypedExpression.ShortCircuit both ->
          truth(both.left()) == both.isAnd() ? value(both.right()) : new Value.Truth(!both.isAnd());
      case TypedExpression.Negate negate ->
          Arithmetic.negate(negate.type(), value(negate.operand()));
      case TypedExpression.Complement complement ->
          Arithmetic.complement(complement.type(), value(complement.operand()));
      case TypedExpression.Convert convert ->
          Arithmetic.convert(convert.operand().type(), convert.type(), value(convert.operand()));
      default -> control.value(expression);
    };
  }

  private List<Value> values(List<TypedExpression> expressions) {
    List<Value> values = new ArrayList<>();
    for (TypedExpression expression : expressions) {
      values.add(value(expression));
    }
    return values;
  }

  private Value struct(TypedExpression.StructValue struct) {
    Value[] fields = new Value[struct.fields().size()];
    for (TypedExpression.FieldInitializer field : struct.fields()) {
      fields[field.index()] = value(field.value());
    }
    return new Value.Aggregate(List.of(fields));
  }

  private Value repeated(TypedExpression.RepeatedArrayValue array) {
    Value element = value(array.element());
    int length = Math.toIntExact(array.type().length());
    return new Value.Aggregate(java.util.Collections.nCopies(length, element));
  }

  private Value union(TypedExpression.UnionValue union) {
    TypedExpression payload = union.payload();
    return new Value.Tagged(union.alternative(), payload == null ? null : value(payload));
  }

  private Value unwrap(TypedExpression.Unwrap unwrap) {
    Value pointer = value(unwrap.pointer());
    if (pointer.equals(Value.Pointer.NULL)) {
      throw panic(unwrap.offset(), PanicReason.NIL_POINTER);
    }
    return pointer;
  }

  private Value call(TypedExpression.Call call) {
    Value.FunctionPointer callee = (Value.FunctionPointer) value(call.callee());
    List<Value> arguments = values(call.arguments());
    return program.call(callee.symbol(), arguments);
  }

  private Value assertion(TypedExpression.Assert assertion) {
    if (!truth(assertion.condition())) {
      throw panic(assertion.offset(), PanicReason.ASSERTION_FAILED);
    }
    return new Value.Nothing();
  }

  private String message(TypedExpression expression) {
    Value.Slice message = (Value.Slice) value(expression);
    byte[] bytes = new byte[Math.toIntExact(message.length())];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ((Value.Int) message.part(i).load()).value();
    }
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The value of a term whose type is Nil where it is to be dropped. */
  Value valueAs(TypedExpression expression, PinkType type) {
    Value value = value(expression);
    return type == Scalar.NIL ? new Value.Nothing() : value;
  }
}
