package org.pinklang.frontend.check;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.ConstantValue;

/** Says in words what a build answers to a read. For one thread. */
final class ReadDescriber {
  /** Longer answers are cut: they are shown on a line. */
  private static final int MAX_LENGTH = 400;

  /** Enough to tell two bodies apart that somebody looks at. */
  private static final int SHOWN_DIGITS = 12;

  private static final String NOTHING = "nothing";

  private final BuildFacts build;
  private final FactReader facts;

  ReadDescriber(BuildFacts build, FactReader facts) {
    this.build = build;
    this.facts = facts;
  }

  String describe(UnitRead read) {
    String words =
        switch (read) {
          case UnitRead.Answer answer -> answer(answer.unit());
          case UnitRead.Shape shape -> shape(shape.module());
          case UnitRead.Shared shared -> shared(shared.module(), shared.name());
          case UnitRead.Export export ->
              lookup(facts.exports().find(export.module(), export.name()));
          case UnitRead.Definer definer ->
              facts.module(definer.module()).definesForOthers(definer.partition())
                  ? "defines functions of the interface"
                  : "defines none of the interface's functions";
          case UnitRead.Body body -> body(body);
          case UnitRead.Fact fact -> fact(fact);
        };
    return words.length() <= MAX_LENGTH ? words : words.substring(0, MAX_LENGTH) + "…";
  }

  private String body(UnitRead.Body read) {
    ContentHash offered = ReadEvaluator.offered(build, read);
    return offered == null ? NOTHING : "body " + offered.hex().substring(0, SHOWN_DIGITS);
  }

  private String answer(UnitName unit) {
    Manifest found = build.manifests().find(unit);
    if (found == null && unit.isPrimary()) {
      found = facts.module(unit.module()).primary();
    }
    return found == null ? NOTHING : found.logicalName();
  }

  private String shape(String module) {
    List<Manifest> units = facts.module(module).units();
    return units.isEmpty()
        ? NOTHING
        : units.stream().map(Manifest::logicalName).collect(Collectors.joining(", "));
  }

  private String shared(String module, String name) {
    ModuleUnits units = facts.module(module);
    String found =
        units.units().stream()
            .map(unit -> units.find(unit, name))
            .filter(declared -> declared != null)
            .map(ReadDescriber::declared)
            .collect(Collectors.joining(", "));
    return found.isEmpty() ? NOTHING : found;
  }

  private static String declared(Declared declared) {
    ManifestDeclaration declaration = declared.declaration();
    String kind =
        switch (declaration.kind()) {
          case FUNCTION -> "fn";
          case EXTERN -> "extern fn";
          case VARIABLE -> "var";
          case CONSTANT -> "const";
          case STRUCT -> "struct";
          case UNION -> "union";
        };
    String export = declared.exported() ? "export " : "";
    return export + kind + " " + declared.name() + " in " + declared.unit().logicalName();
  }

  private static String lookup(Lookup lookup) {
    return switch (lookup) {
      case Lookup.Found found -> declared(found.declared());
      case Lookup.Absent absent -> NOTHING;
      default -> "not one declaration";
    };
  }

  private String fact(UnitRead.Fact read) {
    Declared declared = ReadEvaluator.find(facts, read);
    if (declared == null) {
      return NOTHING;
    }
    return switch (read.kind()) {
      case SIGNATURE -> signature(declared);
      case LAYOUT -> layout(read.symbol());
      case VALUE -> value(facts.value(declared));
    };
  }

  private String signature(Declared declared) {
    String name = declared.name();
    return switch (facts.entity(declared)) {
      case null -> "something with errors";
      case Entity.Function function ->
          (function.external() ? "extern " : "") + "fn " + name + signature(function.type());
      case Entity.Global global ->
          (global.constant() ? "const " : "var ") + name + ": " + global.type().display();
      case Entity.Type type -> declared(declared);
      case Entity.Builtin builtin -> name;
      case Entity.Broken broken -> "something with errors";
    };
  }

  private static String signature(PinkType.Function type) {
    String written = type.display();
    return written.substring(written.indexOf('('));
  }

  private String layout(SymbolId symbol) {
    TypeDefinition definition = facts.definition(symbol);
    return switch (definition) {
      case null -> "something with errors";
      case TypeDefinition.Struct struct ->
          struct.fields().stream()
              .map(field -> field.name() + ": " + field.type().display())
              .collect(Collectors.joining(", ", "{ ", " }"));
      case TypeDefinition.Union union ->
          union.alternatives().stream()
              .map(ReadDescriber::alternative)
              .collect(Collectors.joining(", ", "{ ", " }"));
    };
  }

  private static String alternative(TypeDefinition.Alternative alternative) {
    PinkType type = alternative.type();
    return type == null ? alternative.name() : alternative.name() + ": " + type.display();
  }

  private static String value(@Nullable ConstantValue value) {
    return switch (value) {
      case null -> "no value";
      case ConstantValue.IntegerConstant integer -> integer(integer);
      case ConstantValue.FloatConstant number -> Double.toString(number.value());
      case ConstantValue.BooleanConstant choice -> Boolean.toString(choice.value());
      case ConstantValue.NilConstant nil -> "nil";
      case ConstantValue.NullConstant nil -> "nil";
      case ConstantValue.AggregateConstant aggregate ->
          aggregate.elements().stream()
              .map(ReadDescriber::value)
              .collect(Collectors.joining(", ", "(", ")"));
      case ConstantValue.RepeatedConstant repeated ->
          "[" + value(repeated.element()) + "; " + repeated.type().length() + "]";
      case ConstantValue.UnionConstant union ->
          "alternative " + union.alternative() + " of " + union.type().display();
      case ConstantValue.FunctionConstant function -> function.function().symbol().display();
      case ConstantValue.AddressConstant address -> "&" + address.global().display();
      case ConstantValue.StringAddressConstant string -> "a string of " + string.bytes().length();
      case ConstantValue.SliceConstant slice ->
          value(slice.pointer()) + ", of length " + slice.length();
    };
  }

  private static String integer(ConstantValue.IntegerConstant integer) {
    return integer.type() == Scalar.UNSIGNED64
        ? Long.toUnsignedString(integer.value())
        : Long.toString(integer.value());
  }
}
