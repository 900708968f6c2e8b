package org.pinklang.codegen.testing;

import static org.pinklang.codegen.testing.Trees.arrayOf;
import static org.pinklang.codegen.testing.Trees.assign;
import static org.pinklang.codegen.testing.Trees.binary;
import static org.pinklang.codegen.testing.Trees.bind;
import static org.pinklang.codegen.testing.Trees.call;
import static org.pinklang.codegen.testing.Trees.conditional;
import static org.pinklang.codegen.testing.Trees.deref;
import static org.pinklang.codegen.testing.Trees.element;
import static org.pinklang.codegen.testing.Trees.external;
import static org.pinklang.codegen.testing.Trees.field;
import static org.pinklang.codegen.testing.Trees.functionType;
import static org.pinklang.codegen.testing.Trees.integer;
import static org.pinklang.codegen.testing.Trees.nilBlock;
import static org.pinklang.codegen.testing.Trees.number;
import static org.pinklang.codegen.testing.Trees.pointer;
import static org.pinklang.codegen.testing.Trees.read;
import static org.pinklang.codegen.testing.Trees.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;

/**
 * Random signatures, with functions on both sides that call each other: a C program and a unit.
 * Each scalar inside each value has a number of its own, which the side that gets it looks at.
 */
public final class AbiCases {
  private static final List<Scalar> SCALARS =
      List.of(
          Scalar.BOOLEAN,
          Scalar.INTEGER8,
          Scalar.INTEGER16,
          Scalar.INTEGER32,
          Scalar.INTEGER64,
          Scalar.UNSIGNED8,
          Scalar.UNSIGNED16,
          Scalar.UNSIGNED32,
          Scalar.UNSIGNED64,
          Scalar.FLOAT32,
          Scalar.FLOAT32,
          Scalar.FLOAT64,
          Scalar.FLOAT64);

  private final Random random;
  private final UnitBuilder unit = new UnitBuilder();
  private final StringBuilder c = new StringBuilder();
  private final Map<PinkType, String> names = new HashMap<>();
  private final Map<PinkType, List<PinkType>> fields = new HashMap<>();
  private final List<TypedExpression> probes = new ArrayList<>();
  private final FunctionBuilder probe = new FunctionBuilder("probe", Scalar.NIL).visible();
  private final Local out = probe.parameter(pointer(arrayOf(Trees.INTEGER, 64)));
  private final PinkType.Function report = functionType(List.of(Trees.INTEGER), Scalar.NIL);

  public AbiCases(long seed, int count) {
    random = new Random(seed);
    c.append(
        """
        #include <stdint.h>
        #include <stdbool.h>
        typedef struct { uint8_t *pointer; int64_t length; } Slice;
        static int64_t errors, last;
        void c_report(int64_t n) { errors++; last = n; }
        int64_t c_errors(void) { return errors; }
        int64_t c_last(void) { return last; }
        """);
    for (int i = 0; i < count; i++) {
      addCase(i);
    }
    PinkType.Function count64 = functionType(List.of(), Trees.INTEGER);
    probes.add(outWord(0, call(external("c_errors", count64))));
    probes.add(outWord(1, call(external("c_last", count64))));
    unit.add(probe.body(probes.toArray(TypedExpression[]::new)));
  }

  /** The C side. */
  public String c() {
    return c.toString();
  }

  /** The Pink side; its function {@code probe} puts the number of errors and the last case out. */
  public CheckedUnit unit() {
    return unit(DataModel.BITS_64);
  }

  /** The Pink side for a target. */
  public CheckedUnit unit(DataModel model) {
    return unit.build(model);
  }

  private TypedExpression outWord(int index, TypedExpression value) {
    return assign(element(deref(read(out)), integer(index)), value);
  }

  private void addCase(int number) {
    PinkType result = random.nextInt(6) == 0 ? Scalar.NIL : type(0);
    List<PinkType> parameters = new ArrayList<>();
    int arity = random.nextInt(10);
    for (int i = 0; i < arity; i++) {
      parameters.add(type(0));
    }
    PinkType.Function type = functionType(parameters, result);
    List<String> declared = new ArrayList<>();
    for (int i = 0; i < arity; i++) {
      declared.add(c(parameters.get(i)) + " a" + i);
    }
    String list = declared.isEmpty() ? "void" : String.join(", ", declared);
    addCalleeInC(number, type, list);
    addCallerInC(number, type, list);
    addCalleeInPink(number, type);
    addCallerInPink(number, type);
  }

  // ---- C ------------------------------------------------------------------------------------

  private void addCalleeInC(int number, PinkType.Function type, String list) {
    c.append("%s c_callee_%d(%s) {\n".formatted(c(type.result()), number, list));
    for (int i = 0; i < type.parameters().size(); i++) {
      checkInC("a" + i, type.parameters().get(i), number, i);
    }
    returnInC(type.result(), number);
    c.append("}\n");
  }

  private void returnInC(PinkType result, int number) {
    if (result != Scalar.NIL) {
      c.append("  %s r;\n".formatted(c(result)));
      setInC("r", result, number, 99);
      c.append("  return r;\n");
    }
  }

  private void addCallerInC(int number, PinkType.Function type, String list) {
    c.append("void c_caller_%d(%s (*f)(%s)) {\n".formatted(number, c(type.result()), list));
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < type.parameters().size(); i++) {
      c.append("  %s a%d;\n".formatted(c(type.parameters().get(i)), i));
      setInC("a" + i, type.parameters().get(i), number, i);
      arguments.add("a" + i);
    }
    String callText = "f(" + String.join(", ", arguments) + ")";
    if (type.result() == Scalar.NIL) {
      c.append("  " + callText + ";\n}\n");
      return;
    }
    c.append("  %s r = %s;\n".formatted(c(type.result()), callText));
    checkInC("r", type.result(), number, 99);
    c.append("}\n");
  }

  private void setInC(String place, PinkType type, int number, int position) {
    leaves(
        place,
        type,
        (path, leaf) -> {
          String value = valueInC(leaf, hash(number, position, path.substring(place.length())));
          c.append("  %s = %s;\n".formatted(path, value));
        });
  }

  private void checkInC(String place, PinkType type, int number, int position) {
    leaves(
        place,
        type,
        (path, leaf) -> {
          long hash = hash(number, position, path.substring(place.length()));
          if (leaf instanceof PinkType.Slice) {
            c.append(
                "  if (%s.length != 1 || %s.pointer[0] != %d) c_report(%d);\n"
                    .formatted(path, path, 'a' + Math.floorMod(hash, 26), number));
          } else {
            c.append(
                "  if (%s != %s) c_report(%d);\n".formatted(path, valueInC(leaf, hash), number));
          }
        });
  }

  private void leaves(String place, PinkType type, BiConsumer<String, PinkType> each) {
    if (type instanceof PinkType.Array array) {
      for (int i = 0; i < array.length(); i++) {
        leaves(place + "[" + i + "]", array.element(), each);
      }
    } else if (fields.containsKey(type)) {
      List<PinkType> types = fields.get(type);
      for (int i = 0; i < types.size(); i++) {
        leaves(place + ".f" + i, types.get(i), each);
      }
    } else {
      each.accept(place, type);
    }
  }

  private static String valueInC(PinkType leaf, long hash) {
    if (leaf instanceof Scalar scalar) {
      return switch (scalar.kind()) {
        case BOOLEAN -> hash % 2 == 0 ? "false" : "true";
        case FLOAT -> floating(hash) + (scalar == Scalar.FLOAT32 ? "f" : "");
        case UNSIGNED -> Long.toUnsignedString(scalar.wrap(hash)) + "u";
        default -> "(int64_t)" + Long.toUnsignedString(scalar.wrap(hash)) + "u";
      };
    }
    return "(Slice){(uint8_t *)\"" + (char) ('a' + Math.floorMod(hash, 26)) + "\", 1}";
  }

  private static double floating(long hash) {
    return hash % 1000 + 0.5;
  }

  private static long hash(int number, int position, String path) {
    long hash = 31L * (number * 131L + position) + path.hashCode();
    return hash * 0x9E3779B97F4A7C15L ^ hash << 7;
  }

  // ---- Pink ---------------------------------------------------------------------------------

  private void addCalleeInPink(int number, PinkType.Function type) {
    FunctionBuilder callee = new FunctionBuilder("callee_" + number, type.result()).visible();
    List<TypedExpression> body = new ArrayList<>();
    for (int i = 0; i < type.parameters().size(); i++) {
      Local parameter = callee.parameter(type.parameters().get(i));
      check(read(parameter), "", number, i, body);
    }
    if (type.result() != Scalar.NIL) {
      body.add(value(type.result(), "", number, 99));
    }
    unit.add(callee.body(body.toArray(TypedExpression[]::new)));
    PinkType.Function caller = functionType(List.of(type), Scalar.NIL);
    probes.add(call(external("c_caller_" + number, caller), callee.reference()));
  }

  private void addCallerInPink(int number, PinkType.Function type) {
    List<TypedExpression> arguments = new ArrayList<>();
    for (int i = 0; i < type.parameters().size(); i++) {
      arguments.add(value(type.parameters().get(i), "", number, i));
    }
    TypedExpression called =
        call(external("c_callee_" + number, type), arguments.toArray(TypedExpression[]::new));
    if (type.result() == Scalar.NIL) {
      probes.add(called);
      return;
    }
    Local result = probe.local(type.result());
    probes.add(bind(result, called));
    check(read(result), "", number, 99, probes);
  }

  private TypedExpression value(PinkType type, String path, int number, int position) {
    if (type instanceof PinkType.Array array) {
      List<TypedExpression> elements = new ArrayList<>();
      for (int i = 0; i < array.length(); i++) {
        elements.add(value(array.element(), path + "[" + i + "]", number, position));
      }
      return new TypedExpression.ArrayValue(array, elements, 0);
    }
    if (fields.containsKey(type)) {
      List<TypedExpression.FieldInitializer> initializers = new ArrayList<>();
      List<PinkType> types = fields.get(type);
      for (int i = 0; i < types.size(); i++) {
        TypedExpression part = value(types.get(i), path + ".f" + i, number, position);
        initializers.add(new TypedExpression.FieldInitializer(i, part));
      }
      return new TypedExpression.StructValue((PinkType.Nominal) type, initializers, 0);
    }
    return leaf(type, hash(number, position, path));
  }

  private static TypedExpression leaf(PinkType type, long hash) {
    if (!(type instanceof Scalar scalar)) {
      return new TypedExpression.StringValue(
          String.valueOf((char) ('a' + Math.floorMod(hash, 26))), 0);
    }
    return switch (scalar.kind()) {
      case BOOLEAN -> truth(hash % 2 != 0);
      case FLOAT -> number(scalar, floating(hash));
      default -> integer(scalar, scalar.wrap(hash));
    };
  }

  private void check(
      TypedExpression place, String path, int number, int position, List<TypedExpression> body) {
    PinkType type = place.type();
    if (type instanceof PinkType.Array array) {
      for (int i = 0; i < array.length(); i++) {
        check(element(place, integer(i)), path + "[" + i + "]", number, position, body);
      }
    } else if (fields.containsKey(type)) {
      List<PinkType> types = fields.get(type);
      for (int i = 0; i < types.size(); i++) {
        check(field(place, i, types.get(i)), path + ".f" + i, number, position, body);
      }
    } else {
      long hash = hash(number, position, path);
      TypedExpression differs;
      if (type instanceof PinkType.Slice) {
        TypedExpression first = element(place, integer(0));
        TypedExpression wanted = integer(Scalar.UNSIGNED8, 'a' + Math.floorMod(hash, 26));
        TypedExpression length = new TypedExpression.SliceLength(place, 0);
        differs =
            new TypedExpression.ShortCircuit(
                false,
                binary(BinaryOperator.NOT_EQUAL, length, integer(1)),
                binary(BinaryOperator.NOT_EQUAL, first, wanted),
                0);
      } else {
        differs = binary(BinaryOperator.NOT_EQUAL, place, leaf(type, hash));
      }
      TypedExpression reported = call(external("c_report", report), integer(number));
      body.add(conditional(differs, nilBlock(reported), null));
    }
  }

  // ---- types --------------------------------------------------------------------------------

  private PinkType type(int depth) {
    int kind = random.nextInt(10);
    if (kind < 5 || depth > 2) {
      return SCALARS.get(random.nextInt(SCALARS.size()));
    }
    return kind == 5 ? PinkType.Slice.OF_BYTES : aggregate(depth);
  }

  private PinkType aggregate(int depth) {
    List<PinkType> types = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    // Fields of one type make the small structs of floats and bytes that are passed specially.
    PinkType same = random.nextInt(3) == 0 ? type(3) : null;
    for (int i = 0; i < count; i++) {
      PinkType type = same == null ? type(depth + 1) : same;
      types.add(random.nextInt(5) == 0 ? arrayOf(type, 1 + random.nextInt(3)) : type);
    }
    PinkType.Nominal made = unit.struct("S" + names.size(), types.toArray(PinkType[]::new));
    String name = "S" + names.size();
    StringBuilder declaration = new StringBuilder("typedef struct {");
    for (int i = 0; i < types.size(); i++) {
      PinkType type = types.get(i);
      declaration.append(
          type instanceof PinkType.Array array
              ? " %s f%d[%d];".formatted(c(array.element()), i, array.length())
              : " %s f%d;".formatted(c(type), i));
    }
    names.put(made, name);
    fields.put(made, types);
    c.append(declaration).append(" } ").append(name).append(";\n");
    return made;
  }

  private String c(PinkType type) {
    if (type instanceof PinkType.Slice) {
      return "Slice";
    }
    if (type instanceof Scalar scalar) {
      return switch (scalar.kind()) {
        case NIL -> "void";
        case BOOLEAN -> "bool";
        case SIGNED -> "int" + scalar.bits() + "_t";
        case UNSIGNED -> "uint" + scalar.bits() + "_t";
        case FLOAT -> scalar == Scalar.FLOAT32 ? "float" : "double";
      };
    }
    return names.getOrDefault(type, "?");
  }
}
