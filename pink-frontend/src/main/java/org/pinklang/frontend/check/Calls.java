package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.Label;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Suffix;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.TypedExpression;

/** Calls of functions, of values of function type and of the predeclared functions. */
final class Calls {
  private final BodyContext context;
  private final VariadicArguments variadic;

  Calls(BodyContext context) {
    this.context = context;
    this.variadic = new VariadicArguments(context);
  }

  /** {@code f(…)} of a function by its name. */
  TypedExpression function(Entity.Function function, Suffix.Call call, int offset) {
    TypedExpression callee = context.names.callee(function, offset);
    Target target = Target.of(function, callee);
    return finish(target, null, call, new Span(offset, call.end()));
  }

  /** {@code e(…)} of a value. */
  TypedExpression value(TypedExpression callee, Suffix.Call call, Span span) {
    if (callee.type() instanceof PinkType.Function type) {
      return finish(new Target(callee, type, List.of(), null), null, call, span);
    }
    checkSilently(call);
    Span calleeSpan = new Span(span.start(), call.start());
    return context.reject(
        context.finding(TypeCode.NOT_A_FUNCTION, calleeSpan, callee.type().display()),
        span.start());
  }

  /**
   * What is called.
   *
   * @param names the names of the parameters, where they are known
   * @param function the declaration, where that is known
   */
  record Target(
      TypedExpression callee,
      PinkType.Function type,
      List<String> names,
      Entity.@Nullable Function function) {

    static Target of(Entity.Function function, TypedExpression callee) {
      return new Target(callee, function.type(), function.parameterNames(), function);
    }
  }

  /**
   * A call with its arguments.
   *
   * @param receiver the first argument, already as the parameter wants it; null for none
   */
  TypedExpression finish(
      Target target, @Nullable TypedExpression receiver, Suffix.Call call, Span span) {
    int before = receiver == null ? 0 : 1;
    int parameters = target.type().parameters().size() - before;
    int given = call.arguments().size();
    if (target.type().variadic() ? given < parameters : given != parameters) {
      checkSilently(call);
      context.report(wrongCount(target, parameters, given, call));
      return result(target) == PinkType.Erroneous.ERRONEOUS
          ? BodyContext.erroneous(span.start())
          : failed(target, span);
    }
    List<TypedExpression> arguments = arguments(target, receiver, call);
    PinkType result = result(target);
    if (result == PinkType.Erroneous.ERRONEOUS) {
      return BodyContext.erroneous(span.start());
    }
    TypedExpression cut = cutShort(target.callee(), arguments, span.start());
    return cut != null
        ? cut
        : context.types.requireComplete(
            new TypedExpression.Call(target.callee(), arguments, result, span.start()), span);
  }

  /** A call that is wrong but whose type is known, so that what is around it can be checked. */
  private static TypedExpression failed(Target target, Span span) {
    return new TypedExpression.Block(List.of(), target.type().result(), span.start());
  }

  private PinkType result(Target target) {
    PinkType result = target.type().result();
    if (result == PinkType.Never.NEVER) {
      context.result.addDependency();
    }
    return Coercions.agreesSilently(result) ? PinkType.Erroneous.ERRONEOUS : result;
  }

  private static @Nullable TypedExpression cutShort(
      TypedExpression callee, List<TypedExpression> arguments, int offset) {
    for (TypedExpression argument : arguments) {
      if (BodyContext.isNever(argument)) {
        List<TypedExpression> parts = new ArrayList<>(arguments.size() + 1);
        parts.add(callee);
        parts.addAll(arguments);
        return BodyContext.cutShort(parts, offset);
      }
    }
    return null;
  }

  private List<TypedExpression> arguments(
      Target target, @Nullable TypedExpression receiver, Suffix.Call call) {
    List<PinkType> parameters = target.type().parameters();
    int before = receiver == null ? 0 : 1;
    if (receiver == null && call.arguments().isEmpty()) {
      return List.of();
    }
    List<TypedExpression> arguments = new ArrayList<>(before + call.arguments().size());
    if (receiver != null) {
      arguments.add(receiver);
    }
    for (Expression argument : call.arguments()) {
      int index = arguments.size();
      if (index < parameters.size()) {
        String name = index < target.names().size() ? target.names().get(index) : "";
        arguments.add(
            context.expressions.check(argument, parameters.get(index), Purpose.argument(name)));
      } else {
        arguments.add(variadic.argument(argument));
      }
    }
    return arguments;
  }

  private Diagnostic.Builder wrongCount(
      Target target, int parameters, int given, Suffix.Call call) {
    Entity.Function function = target.function();
    String subject = function == null ? "this function" : "`" + function.symbol().display() + "`";
    String expected = arguments(parameters);
    if (target.type().variadic()) {
      expected = "at least " + expected;
    }
    Diagnostic.Builder finding =
        context.finding(TypeCode.ARGUMENT_COUNT, call, subject, expected, given(given));
    if (function != null) {
      finding.note("it is declared as `" + Signatures.of(function) + "`");
      Label declaration = context.declarations.declaredAt(function.symbol());
      if (declaration != null) {
        finding.secondary(declaration.file(), declaration.span(), "declared here");
      }
    }
    return finding;
  }

  private static String arguments(int count) {
    return count == 0 ? "no arguments" : count == 1 ? "1 argument" : count + " arguments";
  }

  /** How many arguments there are, as the rest of a sentence. */
  static String given(int count) {
    return count == 0 ? "none is" : count == 1 ? "1 is" : count + " are";
  }

  /** Checks the arguments of a call that is wrong, for errors of their own. */
  void checkSilently(Suffix.Call call) {
    for (Expression argument : call.arguments()) {
      context.expressions.infer(argument, PinkType.Erroneous.ERRONEOUS);
    }
  }

  /** {@code panic(message)} and {@code assert(condition)}. */
  TypedExpression builtin(Entity.Builtin builtin, Suffix.Call call, Expression.Path path) {
    String name = path.name().text();
    boolean takesType =
        builtin.name() == Entity.Builtin.Name.SIZE_OF
            || builtin.name() == Entity.Builtin.Name.ALIGN_OF;
    if (takesType) {
      checkSilently(call);
      return context.names.entity(builtin, path);
    }
    if (call.arguments().size() != 1) {
      checkSilently(call);
      Diagnostic.Builder finding =
          context.finding(
              TypeCode.ARGUMENT_COUNT,
              call,
              "`" + name + "`",
              "1 argument",
              given(call.arguments().size()));
      return context.reject(finding, path.start());
    }
    Expression argument = call.arguments().getFirst();
    if (builtin.name() == Entity.Builtin.Name.PANIC) {
      TypedExpression message =
          context.expressions.check(argument, PinkType.Slice.OF_BYTES, Purpose.argument("message"));
      return BodyContext.isNever(message)
          ? message
          : new TypedExpression.Panic(message, path.start());
    }
    TypedExpression condition =
        context.expressions.check(argument, Scalar.BOOLEAN, Purpose.CONDITION);
    return BodyContext.isNever(condition)
        ? condition
        : new TypedExpression.Assert(condition, path.start());
  }
}
