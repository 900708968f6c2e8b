package org.pinklang.frontend.generate;

import java.util.HashMap;
import java.util.Map;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;

/**
 * The functions that mix a value of each type into the program's checksum, in the program's first
 * module. They read every part of a value, so that a wrong bit anywhere changes the result.
 */
final class Checksums {
  private static final String BASE =
      """
      export var checksum: Unsigned64 := 14695981039346656037;

      export fn mix(value: Unsigned64) -> Nil {
        checksum = (checksum ^ value) * 1099511628211;
        checksum = checksum ^ (checksum >> 29);
      }

      export fn mix_float(x: Float) -> Nil {
        if (x != x) {
          mix(7);
        } else {
          whole := Integer(x);
          mix(Unsigned64(whole));
          mix(Unsigned64(Integer((x - Float(whole)) * 4503599627370496.0)));
          mix(Unsigned64(Integer(x * 1e25)));
          mix(Unsigned64(Integer(x / 1e285)));
          mix(Unsigned64(1.0 / x < 0.0));
        }
      }

      export struct Node {
        value: Integer,
        next: *?Node
      }

      export struct Handler {
        run: fn(Integer) -> Integer,
        scale: Integer
      }

      export fn twice(x: Integer) -> Integer {
        x + x;
      }

      export fn same(x: Integer) -> Integer {
        return x;
      }\
      """;

  private final World world;
  private final ModuleDraft home;
  private final Map<PinkType, SymbolId> functions = new HashMap<>();

  Checksums(World world) {
    this.world = world;
    this.home = world.modules.get(0);
    home.declare(BASE);
  }

  private SymbolId base(String name) {
    return SymbolId.of(home.name(), name);
  }

  /** The term that reads the checksum as an Integer. */
  String result(ModuleDraft module) {
    return "Integer(" + module.spell(base("checksum")) + ");";
  }

  /** A term that mixes a value. */
  String mix(PinkType type, String value, ModuleDraft module) {
    return switch (type) {
      case Scalar scalar when scalar == Scalar.UNSIGNED64 ->
          module.spell(base("mix")) + "(" + value + ");";
      case Scalar scalar when scalar.isFloat() ->
          module.spell(base("mix_float")) + "(Float(" + value + "));";
      case Scalar scalar -> module.spell(base("mix")) + "(Unsigned64(" + value + "));";
      default -> module.spell(function(type)) + "(" + value + ");";
    };
  }

  private SymbolId function(PinkType type) {
    SymbolId known = functions.get(type);
    if (known != null) {
      return known;
    }
    SymbolId made = base(world.fresh("mix_"));
    functions.put(type, made);
    home.declare(
        "export fn " + made.name() + "(x: " + home.spell(type) + ") -> Nil {\n" + body(type) + "}");
    return made;
  }

  private String body(PinkType type) {
    StringBuilder body = new StringBuilder();
    switch (type) {
      case PinkType.Array array ->
          body.append("  for e in x {\n    ")
              .append(mix(array.element(), "e", home))
              .append("\n  }\n");
      case PinkType.Nominal nominal
          when world.definition(nominal) instanceof TypeDefinition.Union union ->
          matchAll(union, body);
      default ->
          world
              .fields(type)
              .forEach(
                  (suffix, field) ->
                      body.append("  ").append(mix(field, "x" + suffix, home)).append('\n'));
    }
    return body.toString();
  }

  private void matchAll(TypeDefinition.Union union, StringBuilder body) {
    body.append("  match (x) {\n");
    int tag = 1;
    for (TypeDefinition.Alternative alternative : union.alternatives()) {
      PinkType payload = alternative.type();
      body.append("    ").append(alternative.name()).append(payload == null ? "" : "(p)");
      body.append(" => { mix(").append(tag++).append("); ");
      body.append(payload == null ? "" : mix(payload, "p", home)).append(" }\n");
    }
    body.append("  }\n");
  }
}
