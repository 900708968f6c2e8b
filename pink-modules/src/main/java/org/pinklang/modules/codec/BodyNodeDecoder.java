package org.pinklang.modules.codec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.Linkage;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;

/** Reads expressions, each of which takes what is in it from those read before. For one thread. */
final class BodyNodeDecoder {
  /** Deeper expressions are never offered. */
  private static final int MAX_DEPTH = 10_001;

  private static final BodyTag[] TAGS = BodyTag.values();
  private static final BinaryOperator[] OPERATORS = BinaryOperator.values();

  private final BodyDecoder body;
  private final ByteReader in;
  private final BodyTypesReader tables;
  private final Deque<Read> stack = new ArrayDeque<>();
  private int depth;

  private record Read(TypedExpression expression, int depth) {}

  BodyNodeDecoder(BodyDecoder body) {
    this.body = body;
    this.in = body.in();
    this.tables = body.tables();
  }

  /** The last expression, which all others are in. */
  TypedExpression decode() {
    int count = in.takeCountOf(2);
    for (int i = 0; i < count; i++) {
      depth = 0;
      TypedExpression expression = read(body.place());
      if (depth >= MAX_DEPTH) {
        throw new DamagedManifestException("expressions nest too deeply");
      }
      stack.push(new Read(expression, depth + 1));
    }
    TypedExpression whole = take();
    if (!stack.isEmpty()) {
      throw new DamagedManifestException("an expression is part of nothing");
    }
    return whole;
  }

  private TypedExpression take() {
    Read last = stack.poll();
    if (last == null) {
      throw new DamagedManifestException("an expression is missing");
    }
    depth = Math.max(depth, last.depth());
    return last.expression();
  }

  private @Nullable TypedExpression takeIf(boolean given) {
    return given ? take() : null;
  }

  private List<TypedExpression> take(int count) {
    if (count > stack.size()) {
      throw new DamagedManifestException("an expression is missing");
    }
    LinkedList<TypedExpression> taken = new LinkedList<>();
    for (int i = 0; i < count; i++) {
      taken.addFirst(take());
    }
    return taken;
  }

  private TypedExpression read(int at) {
    BodyTag tag = TAGS[in.takeUpTo(TAGS.length - 1)];
    return switch (tag) {
      case INTEGER,
          FLOAT,
          BOOLEAN,
          NIL,
          NULL,
          FUNCTION_ADDRESS,
          ADDRESS,
          STRING_ADDRESS,
          SLICE_CONSTANT ->
          new TypedExpression.Constant(value(tag, at), at);
      case STRING -> new TypedExpression.StringValue(tables.literal(), at);
      case FUNCTION -> reference(at);
      case LOCAL -> new TypedExpression.LocalPlace(body.local(), at);
      case GLOBAL -> global(at);
      case STRUCT -> struct(at);
      case TUPLE -> {
        var type = tables.type(PinkType.Tuple.class);
        yield new TypedExpression.TupleValue(type, take(in.takeCount()), at);
      }
      case ARRAY -> {
        var type = tables.type(PinkType.Array.class);
        yield new TypedExpression.ArrayValue(type, take(in.takeCount()), at);
      }
      case REPEATED_ARRAY ->
          new TypedExpression.RepeatedArrayValue(tables.type(PinkType.Array.class), take(), at);
      case UNION -> {
        var type = tables.type(PinkType.Nominal.class);
        int alternative = in.takeCount();
        yield new TypedExpression.UnionValue(type, alternative, takeIf(body.flag()), at);
      }
      default -> part(tag, at);
    };
  }

  private TypedExpression part(BodyTag tag, int at) {
    return switch (tag) {
      case FIELD -> {
        PinkType type = tables.type();
        yield new TypedExpression.FieldAccess(take(), in.takeCount(), type, at);
      }
      case ELEMENT -> {
        TypedExpression index = take();
        yield new TypedExpression.ElementAccess(take(), index, tables.type(), at);
      }
      case DEREFERENCE -> new TypedExpression.Dereference(take(), tables.type(), at);
      case ADDRESS_OF -> new TypedExpression.AddressOf(take(), pointer(), at);
      case SLICE -> slice(at);
      case LENGTH -> new TypedExpression.SliceLength(take(), at);
      case POINTER -> new TypedExpression.SlicePointer(take(), pointer(), at);
      case UNWRAP -> new TypedExpression.Unwrap(take(), pointer(), at);
      case CONVERT -> new TypedExpression.Convert(take(), body.scalar(), at);
      case POINTER_CAST -> new TypedExpression.PointerCast(take(), pointer(), at);
      case ARRAY_TO_SLICE ->
          new TypedExpression.ArrayToSlice(take(), tables.type(PinkType.Slice.class), at);
      case BINARY -> {
        BinaryOperator operator = OPERATORS[in.takeUpTo(OPERATORS.length - 1)];
        TypedExpression right = take();
        yield new TypedExpression.Binary(operator, take(), right, tables.type(), at);
      }
      case SHORT_CIRCUIT -> {
        TypedExpression right = take();
        yield new TypedExpression.ShortCircuit(body.flag(), take(), right, at);
      }
      case NEGATE -> new TypedExpression.Negate(take(), tables.type(), at);
      case COMPLEMENT -> new TypedExpression.Complement(take(), tables.type(), at);
      case CALL -> {
        PinkType type = tables.type();
        List<TypedExpression> arguments = take(in.takeCount());
        yield new TypedExpression.Call(take(), arguments, type, at);
      }
      default -> term(tag, at);
    };
  }

  private TypedExpression term(BodyTag tag, int at) {
    return switch (tag) {
      case ASSIGN -> {
        TypedExpression value = take();
        yield new TypedExpression.Assign(take(), value, at);
      }
      case DISCARD -> new TypedExpression.Discard(take(), at);
      case PANIC -> new TypedExpression.Panic(take(), at);
      case ASSERT -> new TypedExpression.Assert(take(), at);
      case BLOCK -> {
        PinkType type = tables.type();
        yield new TypedExpression.Block(take(in.takeCount()), type, at);
      }
      case IF -> conditional(at);
      case MATCH -> match(at);
      case WHILE -> {
        TypedExpression round = take();
        yield new TypedExpression.While(take(), round, tables.type(), at);
      }
      case FOR_RANGE -> {
        TypedExpression round = take();
        TypedExpression to = take();
        yield new TypedExpression.ForRange(body.optionalLocal(), take(), to, round, at);
      }
      case FOR_EACH -> {
        TypedExpression round = take();
        yield new TypedExpression.ForEach(body.optionalLocal(), take(), round, at);
      }
      case BIND -> new TypedExpression.Bind(body.local(), take(), at);
      case BIND_TUPLE -> tuple(at);
      case RETURN -> new TypedExpression.Return(takeIf(body.flag()), at);
      case BREAK -> new TypedExpression.Break(at);
      case CONTINUE -> new TypedExpression.Continue(at);
      default -> throw new DamagedManifestException("an expression is of no kind");
    };
  }

  private PinkType.Pointer pointer() {
    return tables.type(PinkType.Pointer.class);
  }

  private TypedExpression.FunctionReference reference(int at) {
    var type = tables.type(PinkType.Function.class);
    boolean external = body.flag();
    return new TypedExpression.FunctionReference(
        tables.symbol(), type, external, Linkage.PUBLIC, at);
  }

  private TypedExpression global(int at) {
    PinkType type = tables.type();
    boolean constant = body.flag();
    return new TypedExpression.GlobalPlace(tables.symbol(), type, constant, Linkage.PUBLIC, at);
  }

  private TypedExpression struct(int at) {
    var type = tables.type(PinkType.Nominal.class);
    int count = in.takeCountOf(1);
    List<TypedExpression> values = take(count);
    List<TypedExpression.FieldInitializer> fields = new ArrayList<>();
    values.forEach(
        value -> fields.add(new TypedExpression.FieldInitializer(in.takeCount(), value)));
    return new TypedExpression.StructValue(type, fields, at);
  }

  private TypedExpression slice(int at) {
    var type = tables.type(PinkType.Slice.class);
    boolean from = body.flag();
    boolean to = body.flag();
    TypedExpression end = takeIf(to);
    TypedExpression start = takeIf(from);
    return new TypedExpression.SliceOf(take(), start, end, type, at);
  }

  private TypedExpression conditional(int at) {
    PinkType type = tables.type();
    int count = in.takeCount();
    TypedExpression otherwise = takeIf(body.flag());
    if (count > stack.size() / 2) {
      throw new DamagedManifestException("an expression is missing");
    }
    List<TypedExpression> parts = take(count * 2);
    List<TypedExpression.ConditionalBranch> branches = new ArrayList<>();
    var each = parts.iterator();
    while (each.hasNext()) {
      branches.add(new TypedExpression.ConditionalBranch(each.next(), each.next()));
    }
    return new TypedExpression.If(branches, otherwise, type, at);
  }

  private TypedExpression match(int at) {
    PinkType type = tables.type();
    int count = in.takeCountOf(1);
    TypedExpression otherwise = takeIf(body.flag());
    List<TypedExpression> parts = take(count);
    List<TypedExpression.MatchArm> arms = new ArrayList<>();
    for (TypedExpression part : parts) {
      arms.add(new TypedExpression.MatchArm(in.takeCount(), body.optionalLocal(), part));
    }
    return new TypedExpression.Match(take(), arms, otherwise, type, at);
  }

  private TypedExpression tuple(int at) {
    int count = in.takeCountOf(1);
    List<@Nullable Local> locals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      locals.add(body.optionalLocal());
    }
    return new TypedExpression.BindTuple(locals, take(), at);
  }

  private ConstantValue value(BodyTag tag, int at) {
    return switch (tag) {
      case INTEGER -> new ConstantValue.IntegerConstant(body.scalar(), in.takeNumber());
      case FLOAT ->
          new ConstantValue.FloatConstant(body.scalar(), Double.longBitsToDouble(in.takeNumber()));
      case BOOLEAN -> new ConstantValue.BooleanConstant(body.flag());
      case NIL -> new ConstantValue.NilConstant();
      case NULL -> new ConstantValue.NullConstant(pointer());
      case FUNCTION_ADDRESS -> new ConstantValue.FunctionConstant(reference(at));
      case SLICE_CONSTANT -> {
        var type = tables.type(PinkType.Slice.class);
        long length = in.takeNumber();
        yield new ConstantValue.SliceConstant(type, address(), length);
      }
      default -> pointerValue(tag);
    };
  }

  /** What a constant slice points to: no slice again, so that nothing nests here. */
  private ConstantValue address() {
    BodyTag tag = TAGS[in.takeUpTo(TAGS.length - 1)];
    return tag == BodyTag.NULL ? new ConstantValue.NullConstant(pointer()) : pointerValue(tag);
  }

  private ConstantValue pointerValue(BodyTag tag) {
    return switch (tag) {
      case ADDRESS -> {
        PinkType.Pointer type = pointer();
        PinkType global = tables.type();
        var symbol = tables.symbol();
        int count = in.takeCountOf(1);
        List<Long> path = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          path.add(in.takeNumber());
        }
        yield new ConstantValue.AddressConstant(type, symbol, global, path);
      }
      case STRING_ADDRESS -> {
        PinkType.Pointer type = pointer();
        yield new ConstantValue.StringAddressConstant(type, tables.literal(), in.takeNumber());
      }
      default -> throw new DamagedManifestException("a constant is of no kind");
    };
  }
}
