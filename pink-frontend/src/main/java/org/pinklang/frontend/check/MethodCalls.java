package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Suffix;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.TypedExpression;

/**
 * {@code x.f(y)}: a field of function type; else the innermost {@code f} in scope; else the
 * function of the module that declares x's type.
 */
final class MethodCalls {
  private final BodyContext context;

  MethodCalls(BodyContext context) {
    this.context = context;
  }

  /**
   * A member with the call after it.
   *
   * @param receiverTree what the receiver was written as, where it is a whole expression
   */
  TypedExpression call(
      TypedExpression receiver,
      Expression receiverTree,
      Suffix.Member member,
      Suffix.Call call,
      int start) {
    Span span = new Span(start, call.end());
    String name = member.name().text();
    TypedExpression field = functionField(receiver, name, new Span(start, member.end()));
    if (field != null) {
      observeField(receiver, member);
      return context.calls.value(field, call, span);
    }
    List<Calls.Target> candidates = candidates(receiver.type(), name, start);
    for (Calls.Target candidate : candidates) {
      TypedExpression argument = receiver(candidate.type(), receiver, receiverTree);
      if (argument != null) {
        markUsed(candidate);
        observe(member, candidate);
        return context.calls.finish(candidate, argument, call, span);
      }
    }
    observeMistake(receiver, member, candidates);
    context.calls.checkSilently(call);
    return reject(receiver, member, candidates, span);
  }

  private void observeField(TypedExpression receiver, Suffix.Member member) {
    if (context.members.reach(receiver).type() instanceof PinkType.Nominal nominal) {
      context.observations.member(member.name(), nominal);
    }
  }

  private void observe(Suffix.Member member, Calls.Target called) {
    if (context.observations.isHeard()) {
      Referent function = referent(called, member.name().text());
      context.observations.method(member.name(), function, called.type());
    }
  }

  /** What is called by mistake is still what the name stands for, as far as anything is. */
  private void observeMistake(
      TypedExpression receiver, Suffix.Member member, List<Calls.Target> candidates) {
    if (!candidates.isEmpty()) {
      observe(member, candidates.getFirst());
    } else if (context.observations.isHeard()) {
      observeField(receiver, member);
      PinkType type = receiver.type() instanceof PinkType.Pointer p ? p.target() : receiver.type();
      context.declarations.observeMethod(type, member.name());
    }
  }

  private @Nullable TypedExpression functionField(
      TypedExpression receiver, String name, Span span) {
    TypedExpression object = context.members.reach(receiver);
    if (!(object.type() instanceof PinkType.Nominal nominal)) {
      return null;
    }
    TypedExpression field = context.members.field(object, nominal, name, span);
    boolean callable =
        field != null
            && (field.type() instanceof PinkType.Function || BodyContext.isErroneous(field));
    return callable ? field : null;
  }

  private List<Calls.Target> candidates(PinkType receiver, String name, int offset) {
    List<Calls.Target> candidates = new ArrayList<>(2);
    LocalSymbol local = context.scopes.find(name);
    Entity entity = local == null ? context.declarations.find(name) : null;
    if (local != null) {
      if (local.type() instanceof PinkType.Function type) {
        TypedExpression callee = new TypedExpression.LocalPlace(local.local(), offset);
        candidates.add(new Calls.Target(callee, type, List.of(), null));
      }
    } else if (entity instanceof Entity.Function function) {
      candidates.add(Calls.Target.of(function, context.names.callee(function, offset)));
    }
    Entity.Function method = methodOf(receiver, name);
    if (method != null && !method.equals(entity)) {
      candidates.add(Calls.Target.of(method, context.names.callee(method, offset)));
    }
    return candidates;
  }

  /** The functions that {@code receiver.f()} can call, locals first. */
  List<ScopeProbe.Method> applicable(TypedExpression receiver, Expression tree, int offset) {
    List<ScopeProbe.Method> applicable = new ArrayList<>();
    if (BodyContext.isSpent(receiver)) {
      return applicable;
    }
    for (String name : names(receiver.type())) {
      for (Calls.Target candidate : candidates(receiver.type(), name, offset)) {
        if (receiver(candidate.type(), receiver, tree) != null) {
          applicable.add(new ScopeProbe.Method(referent(candidate, name), candidate.type()));
          break;
        }
      }
    }
    return applicable;
  }

  private Set<String> names(PinkType receiver) {
    Set<String> names = new LinkedHashSet<>();
    context.scopes.inScope().reversed().forEach(local -> names.add(local.local().name()));
    names.addAll(context.declarations.names());
    PinkType type = receiver instanceof PinkType.Pointer pointer ? pointer.target() : receiver;
    if (type instanceof PinkType.Nominal nominal) {
      names.addAll(context.declarations.methodNames(nominal));
    }
    return names;
  }

  private Referent referent(Calls.Target candidate, String name) {
    Entity.Function function = candidate.function();
    LocalSymbol local = function == null ? context.scopes.find(name) : null;
    return function != null
        ? new Referent.TopLevel(function.symbol())
        : context.observations.local(Objects.requireNonNull(local));
  }

  private Entity.@Nullable Function methodOf(PinkType receiver, String name) {
    PinkType type = receiver instanceof PinkType.Pointer pointer ? pointer.target() : receiver;
    return type instanceof PinkType.Nominal nominal
        ? context.declarations.method(nominal, name)
        : null;
  }

  private void markUsed(Calls.Target candidate) {
    if (candidate.callee() instanceof TypedExpression.LocalPlace place) {
      context.scopes.symbol(place.local()).markUsed();
    }
  }

  /** The receiver as the first parameter takes it: {@code x}, {@code &x} or {@code *x}. */
  private @Nullable TypedExpression receiver(
      PinkType.Function type, TypedExpression receiver, Expression tree) {
    if (type.parameters().isEmpty()) {
      return null;
    }
    PinkType parameter = type.parameters().getFirst();
    TypedExpression value = Coercions.convert(receiver, parameter);
    if (value == null
        && Literals.isLiteralOnly(tree)
        && parameter instanceof Scalar
        && Literals.takes(Literals.defaultType(tree), parameter)) {
      value = Coercions.convert(context.expressions.infer(tree, parameter), parameter);
    }
    if (value == null) {
      value = byAddress(receiver, parameter);
    }
    return value != null ? value : dereferenced(receiver, parameter);
  }

  private @Nullable TypedExpression byAddress(TypedExpression receiver, PinkType parameter) {
    LocalSymbol narrowed = context.places.narrowedLocal(receiver);
    TypedExpression place =
        narrowed == null ? receiver : context.names.declared(narrowed, receiver.offset());
    if (!Places.isPlace(place) || context.places.constantOf(place) != null) {
      return null;
    }
    TypedExpression address = Places.pointerTo(place, receiver.offset());
    TypedExpression converted = Coercions.convert(address, parameter);
    if (converted != null) {
      context.places.markAddressTaken(place);
    }
    return converted;
  }

  private static @Nullable TypedExpression dereferenced(
      TypedExpression receiver, PinkType parameter) {
    if (!(receiver.type() instanceof PinkType.Pointer pointer) || pointer.nullable()) {
      return null;
    }
    TypedExpression target =
        new TypedExpression.Dereference(receiver, pointer.target(), receiver.offset());
    return Coercions.convert(target, parameter);
  }

  private TypedExpression reject(
      TypedExpression receiver, Suffix.Member member, List<Calls.Target> candidates, Span span) {
    String name = member.name().text();
    PinkType type = receiver.type();
    PinkType target = type instanceof PinkType.Pointer pointer ? pointer.target() : type;
    if (target instanceof PinkType.Nominal nominal
        && !context.members.isKnown(nominal)
        && !context.declarations.isOpaqueHere(nominal.symbol())) {
      return BodyContext.erroneous(span.start());
    }
    Diagnostic.Builder finding =
        context.finding(TypeCode.NO_SUCH_METHOD, member.name(), type.display(), name);
    for (Calls.Target candidate : candidates) {
      finding.note(whyNot(candidate, receiver));
    }
    addFieldNote(finding, target, name);
    if (Members.hasBuiltin(target, name)) {
      finding.note("`." + name + "` is no function: write it without parentheses");
    }
    if (candidates.isEmpty()) {
      List<String> similar = context.declarations.similar(name);
      if (!similar.isEmpty()) {
        finding.note("did you mean `" + similar.getFirst() + "`?");
      }
    }
    return context.reject(finding, span.start());
  }

  private String whyNot(Calls.Target candidate, TypedExpression receiver) {
    Entity.Function function = candidate.function();
    String shown =
        function == null
            ? "the local of type `" + candidate.type().display() + "`"
            : "`"
                + function.symbol().display()
                + "`, declared as `"
                + Signatures.of(function)
                + "`,";
    if (candidate.type().parameters().isEmpty()) {
      return shown + " takes no arguments";
    }
    PinkType parameter = candidate.type().parameters().getFirst();
    String why = shown + " takes `" + parameter.display() + "` first";
    if (receiver.type() instanceof PinkType.Pointer pointer
        && pointer.nullable()
        && (parameter.equals(pointer.target())
            || parameter.equals(new PinkType.Pointer(pointer.target(), false)))) {
      return why + ", but this pointer may be nil";
    }
    boolean wantsAddress =
        parameter instanceof PinkType.Pointer pointer && pointer.target().equals(receiver.type());
    if (wantsAddress) {
      return why
          + (Places.isPlace(receiver)
              ? ", and a `const` is not given by its address"
              : ", and this value has no address");
    }
    return why;
  }

  private void addFieldNote(Diagnostic.Builder finding, PinkType type, String name) {
    if (type instanceof PinkType.Nominal nominal
        && context.declarations.definition(nominal.symbol()) instanceof TypeDefinition.Struct struct
        && struct.indexOf(name) >= 0) {
      String fieldType = struct.fields().get(struct.indexOf(name)).type().display();
      finding.note("the field `" + name + "` is `" + fieldType + "` and cannot be called");
    }
  }
}
