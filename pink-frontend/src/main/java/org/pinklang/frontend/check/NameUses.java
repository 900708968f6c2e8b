package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.TypedExpression;

/** Names as values and as places. */
final class NameUses {
  private final BodyContext context;

  NameUses(BodyContext context) {
    this.context = context;
  }

  /** The local a path means; null for none. */
  @Nullable LocalSymbol local(Expression.Path path) {
    tellScope(path.name());
    return path.qualifier() == null ? context.scopes.find(path.name().text()) : null;
  }

  private void tellScope(Identifier name) {
    ScopeProbe probe = context.observations.probeAt(name);
    if (probe == null) {
      return;
    }
    List<ScopeProbe.VisibleLocal> visible = new ArrayList<>();
    for (LocalSymbol symbol : context.scopes.inScope().reversed()) {
      if (context.scopes.find(symbol.local().name()) == symbol) {
        visible.add(visible(symbol));
      }
    }
    probe.scope(visible);
  }

  private ScopeProbe.VisibleLocal visible(LocalSymbol symbol) {
    boolean narrow = symbol.isNarrowed() && symbol.isNullablePointer();
    PinkType type = symbol.type();
    if (narrow && type instanceof PinkType.Pointer pointer) {
      type = new PinkType.Pointer(pointer.target(), false);
    }
    return new ScopeProbe.VisibleLocal(
        context.observations.local(symbol), Observations.kind(symbol), type);
  }

  /** The local that an expression is, parentheses aside; null where it is anything else. */
  @Nullable LocalSymbol localOf(Expression tree) {
    return Expressions.withoutParentheses(tree) instanceof Expression.Path path
        ? local(path)
        : null;
  }

  /** A name read as a value; a narrowed local has its narrow type. */
  TypedExpression value(Expression.Path path) {
    LocalSymbol symbol = local(path);
    return symbol != null ? read(symbol, path.start()) : topLevel(path);
  }

  /** A name as a place: a local has its declared type. */
  TypedExpression place(Expression.Path path) {
    LocalSymbol symbol = local(path);
    return symbol != null ? declared(symbol, path.start()) : topLevel(path);
  }

  /** A local with its declared type. */
  TypedExpression declared(LocalSymbol symbol, int offset) {
    symbol.markUsed();
    context.observations.used(symbol, offset);
    return symbol.isWrong()
        ? BodyContext.erroneous(offset)
        : new TypedExpression.LocalPlace(symbol.local(), offset);
  }

  /** A local read where it stands. */
  TypedExpression read(LocalSymbol symbol, int offset) {
    TypedExpression place = declared(symbol, offset);
    if (symbol.isNarrowed() && symbol.type() instanceof PinkType.Pointer pointer) {
      PinkType.Pointer narrow = new PinkType.Pointer(pointer.target(), false);
      return new TypedExpression.PointerCast(place, narrow, offset);
    }
    return place;
  }

  /** What a name stands for, as a value. */
  TypedExpression entity(Entity entity, Expression.Path path) {
    return switch (entity) {
      case Entity.Function function -> function(function, path.span());
      case Entity.Global global -> global(global, path.span());
      case Entity.Type type -> typeAsValue(type, path);
      case Entity.Builtin builtin ->
          context.reject(
              context.finding(TypeCode.BUILTIN_AS_VALUE, path, path.name().text()), path.start());
      case Entity.Broken broken -> BodyContext.erroneous(path.start());
    };
  }

  /** A function as what is called; of type Erroneous while its result is being inferred. */
  TypedExpression callee(Entity.Function function, int offset) {
    return new TypedExpression.FunctionReference(
        function.symbol(), function.type(), function.external(), function.linkage(), offset);
  }

  private TypedExpression topLevel(Expression.Path path) {
    if (path.qualifier() == null && path.name().isDiscard()) {
      return BodyContext.erroneous(path.start()); // the parser has reported it
    }
    return entity(context.resolve(path), path);
  }

  private TypedExpression function(Entity.Function function, Span span) {
    if (function.type().result() == PinkType.Never.NEVER) {
      context.result.addDependency();
      return BodyContext.erroneous(span.start());
    }
    if (function.type().variadic()) {
      String message =
          "`" + function.symbol().name() + "` takes further arguments and can only be called";
      return context.reject(context.finding(TypeCode.VARIADIC, span, message), span.start());
    }
    return callee(function, span.start());
  }

  private TypedExpression global(Entity.Global global, Span span) {
    if (Coercions.agreesSilently(global.type())) {
      return BodyContext.erroneous(span.start());
    }
    return context.types.requireComplete(
        new TypedExpression.GlobalPlace(
            global.symbol(), global.type(), global.constant(), global.linkage(), span.start()),
        span);
  }

  private TypedExpression typeAsValue(Entity.Type type, Expression.Path path) {
    if (Coercions.agreesSilently(type.type())) {
      return BodyContext.erroneous(path.start());
    }
    var finding = context.finding(TypeCode.TYPE_AS_VALUE, path, type.type().display());
    if (type.type() instanceof PinkType.Nominal nominal) {
      finding.note(
          nominal.kind() == PinkType.Nominal.Kind.STRUCT
              ? "a value of a struct is written `" + path.name().text() + " { field: value }`"
              : "a value of a union is written `" + path.name().text() + ".alternative`");
    } else if (type.type() == Scalar.NIL) {
      finding.edit(path.span(), "nil", "write the value");
    }
    return context.reject(finding, path.start());
  }

  /** {@code nil} as a value of a type {@code *?T}. */
  static TypedExpression nullOf(PinkType.Pointer type, int offset) {
    return new TypedExpression.Constant(new ConstantValue.NullConstant(type), offset);
  }
}
