package org.pinklang.frontend.check;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How Pink writes what other languages have names for. */
final class ForeignSpellings {
  private static final Map<String, String> PINK =
      Map.ofEntries(
          entry("null", "nil"),
          entry("NULL", "nil"),
          entry("nullptr", "nil"),
          entry("None", "nil"),
          entry("undefined", "nil"),
          entry("True", "true"),
          entry("TRUE", "true"),
          entry("False", "false"),
          entry("FALSE", "false"),
          entry("void", "Nil"),
          entry("Void", "Nil"),
          entry("bool", "Boolean"),
          entry("Bool", "Boolean"),
          entry("int", "Integer"),
          entry("Int", "Integer"),
          entry("long", "Integer"),
          entry("usize", "Integer"),
          entry("isize", "Integer"),
          entry("size_t", "Integer"),
          entry("i8", "Integer8"),
          entry("i16", "Integer16"),
          entry("i32", "Integer32"),
          entry("i64", "Integer64"),
          entry("int8", "Integer8"),
          entry("int16", "Integer16"),
          entry("int32", "Integer32"),
          entry("int64", "Integer64"),
          entry("u8", "Unsigned8"),
          entry("u16", "Unsigned16"),
          entry("u32", "Unsigned32"),
          entry("u64", "Unsigned64"),
          entry("uint8", "Unsigned8"),
          entry("uint16", "Unsigned16"),
          entry("uint32", "Unsigned32"),
          entry("uint64", "Unsigned64"),
          entry("byte", "Byte"),
          entry("char", "Byte"),
          entry("float", "Float"),
          entry("double", "Float"),
          entry("f32", "Float32"),
          entry("f64", "Float"),
          entry("Float64", "Float"),
          entry("str", "*[]Byte"),
          entry("string", "*[]Byte"),
          entry("String", "*[]Byte"));

  private ForeignSpellings() {}

  /** What Pink writes for a name; null where it has nothing of the kind. */
  static @Nullable String of(String name) {
    return PINK.get(name);
  }
}
