package org.pinklang.modules.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;

/** Writes expressions without what is in them, which is before them. For one thread. */
final class BodyNodeEncoder {
  private final BodyTables tables;
  private final ByteWriter out;

  BodyNodeEncoder(BodyTables tables, ByteWriter out) {
    this.tables = tables;
    this.out = out;
  }

  /** Writes an expression whose place has a number. */
  void write(TypedExpression expression, int place) {
    out.putNumber(place);
    if (expression instanceof TypedExpression.Constant constant) {
      value(constant.value());
    } else {
      node(expression);
    }
  }

  private void node(TypedExpression expression) {
    switch (expression) {
      case TypedExpression.StringValue string -> begin(BodyTag.STRING, tables.text(string.bytes()));
      case TypedExpression.FunctionReference named -> reference(BodyTag.FUNCTION, named);
      case TypedExpression.StructValue struct -> {
        begin(BodyTag.STRUCT, type(struct.type()), struct.fields().size());
        struct.fields().forEach(field -> out.putNumber(field.index()));
      }
      case TypedExpression.TupleValue tuple ->
          begin(BodyTag.TUPLE, type(tuple.type()), tuple.elements().size());
      case TypedExpression.ArrayValue array ->
          begin(BodyTag.ARRAY, type(array.type()), array.elements().size());
      case TypedExpression.RepeatedArrayValue array ->
          begin(BodyTag.REPEATED_ARRAY, type(array.type()));
      case TypedExpression.UnionValue union ->
          begin(BodyTag.UNION, type(union.type()), union.alternative(), given(union.payload()));
      case TypedExpression.LocalPlace local -> begin(BodyTag.LOCAL, local.local().id());
      case TypedExpression.GlobalPlace global -> {
        begin(BodyTag.GLOBAL, type(global.type()), flag(global.constant()));
        tables.symbol(global.symbol(), out);
      }
      case TypedExpression.FieldAccess access ->
          begin(BodyTag.FIELD, type(access.type()), access.index());
      case TypedExpression.ElementAccess access -> begin(BodyTag.ELEMENT, type(access.type()));
      case TypedExpression.Dereference access -> begin(BodyTag.DEREFERENCE, type(access.type()));
      case TypedExpression.AddressOf address -> begin(BodyTag.ADDRESS_OF, type(address.type()));
      case TypedExpression.SliceOf slice ->
          begin(BodyTag.SLICE, type(slice.type()), given(slice.from()), given(slice.to()));
      case TypedExpression.SliceLength length -> begin(BodyTag.LENGTH);
      case TypedExpression.SlicePointer pointer -> begin(BodyTag.POINTER, type(pointer.type()));
      case TypedExpression.Unwrap unwrap -> begin(BodyTag.UNWRAP, type(unwrap.type()));
      case TypedExpression.Convert convert -> begin(BodyTag.CONVERT, type(convert.type()));
      case TypedExpression.PointerCast cast -> begin(BodyTag.POINTER_CAST, type(cast.type()));
      case TypedExpression.ArrayToSlice cast -> begin(BodyTag.ARRAY_TO_SLICE, type(cast.type()));
      case TypedExpression.Binary binary ->
          begin(BodyTag.BINARY, binary.operator().ordinal(), type(binary.type()));
      case TypedExpression.ShortCircuit logic -> begin(BodyTag.SHORT_CIRCUIT, flag(logic.isAnd()));
      case TypedExpression.Negate negate -> begin(BodyTag.NEGATE, type(negate.type()));
      case TypedExpression.Complement turned -> begin(BodyTag.COMPLEMENT, type(turned.type()));
      case TypedExpression.Call call ->
          begin(BodyTag.CALL, type(call.type()), call.arguments().size());
      default -> term(expression);
    }
  }

  private void term(TypedExpression expression) {
    switch (expression) {
      case TypedExpression.Assign assign -> begin(BodyTag.ASSIGN);
      case TypedExpression.Discard discard -> begin(BodyTag.DISCARD);
      case TypedExpression.Panic panic -> begin(BodyTag.PANIC);
      case TypedExpression.Assert assertion -> begin(BodyTag.ASSERT);
      case TypedExpression.Block block ->
          begin(BodyTag.BLOCK, type(block.type()), block.terms().size());
      case TypedExpression.If branches ->
          begin(
              BodyTag.IF,
              type(branches.type()),
              branches.branches().size(),
              given(branches.otherwise()));
      case TypedExpression.Match match -> {
        begin(BodyTag.MATCH, type(match.type()), match.arms().size(), given(match.otherwise()));
        for (TypedExpression.MatchArm arm : match.arms()) {
          out.putNumber(arm.alternative());
          local(arm.binder());
        }
      }
      case TypedExpression.While loop -> begin(BodyTag.WHILE, type(loop.type()));
      case TypedExpression.ForRange loop -> {
        begin(BodyTag.FOR_RANGE);
        local(loop.variable());
      }
      case TypedExpression.ForEach loop -> {
        begin(BodyTag.FOR_EACH);
        local(loop.variable());
      }
      case TypedExpression.Bind bind -> begin(BodyTag.BIND, bind.local().id());
      case TypedExpression.BindTuple bind -> {
        begin(BodyTag.BIND_TUPLE);
        List<@Nullable Local> locals = bind.locals();
        out.putNumber(locals.size());
        locals.forEach(this::local);
      }
      case TypedExpression.Return jump -> begin(BodyTag.RETURN, given(jump.value()));
      case TypedExpression.Break jump -> begin(BodyTag.BREAK);
      case TypedExpression.Continue jump -> begin(BodyTag.CONTINUE);
      default -> throw new IllegalArgumentException("no part of a body: " + expression.getClass());
    }
  }

  private void value(ConstantValue value) {
    switch (value) {
      case ConstantValue.IntegerConstant integer -> {
        begin(BodyTag.INTEGER, type(integer.type()));
        out.putNumber(integer.value());
      }
      case ConstantValue.FloatConstant real -> {
        begin(BodyTag.FLOAT, type(real.type()));
        out.putNumber(Double.doubleToRawLongBits(real.value()));
      }
      case ConstantValue.BooleanConstant truth -> begin(BodyTag.BOOLEAN, flag(truth.value()));
      case ConstantValue.NilConstant nil -> begin(BodyTag.NIL);
      case ConstantValue.NullConstant nil -> begin(BodyTag.NULL, type(nil.type()));
      case ConstantValue.FunctionConstant named ->
          reference(BodyTag.FUNCTION_ADDRESS, named.function());
      case ConstantValue.AddressConstant address -> {
        begin(BodyTag.ADDRESS, type(address.type()), type(address.globalType()));
        tables.symbol(address.global(), out);
        out.putNumber(address.path().size());
        address.path().forEach(out::putNumber);
      }
      case ConstantValue.StringAddressConstant string -> {
        begin(BodyTag.STRING_ADDRESS, type(string.type()), tables.text(string.bytes()));
        out.putNumber(string.offset());
      }
      case ConstantValue.SliceConstant slice -> {
        begin(BodyTag.SLICE_CONSTANT, type(slice.type()));
        out.putNumber(slice.length());
        value(slice.pointer());
      }
      case ConstantValue.AggregateConstant aggregate -> throw aggregate();
      case ConstantValue.RepeatedConstant repeated -> throw aggregate();
      case ConstantValue.UnionConstant union -> throw aggregate();
    }
  }

  private static IllegalArgumentException aggregate() {
    return new IllegalArgumentException("no offered body has an aggregate constant");
  }

  private void reference(BodyTag tag, TypedExpression.FunctionReference named) {
    begin(tag, type(named.type()), flag(named.external()));
    tables.symbol(named.symbol(), out);
  }

  private void begin(BodyTag tag, int... numbers) {
    out.put(tag.ordinal());
    for (int number : numbers) {
      out.putNumber(number);
    }
  }

  private int type(PinkType type) {
    return tables.type(type);
  }

  private void local(@Nullable Local local) {
    out.putNumber(local == null ? 0 : local.id() + 1L);
  }

  private static int flag(boolean value) {
    return value ? 1 : 0;
  }

  private static int given(@Nullable TypedExpression part) {
    return part == null ? 0 : 1;
  }
}
