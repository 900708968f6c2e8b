package org.pinklang.frontend.type;

import java.util.List;
import java.util.stream.Collectors;

/** A type, compared by value. {@link #display()} gives the type as a user writes it. */
public sealed interface PinkType
    permits Scalar,
        PinkType.Tuple,
        PinkType.Array,
        PinkType.Pointer,
        PinkType.Slice,
        PinkType.Function,
        PinkType.Nominal,
        PinkType.Never,
        PinkType.Erroneous {

  /** The type as a user writes it, structs and unions with their full names. */
  String display();

  /** {@code (T, U, …)}: two or more elements. */
  record Tuple(List<PinkType> elements) implements PinkType {

    /** Copies the list. */
    public Tuple {
      elements = List.copyOf(elements);
    }

    @Override
    public String display() {
      return elements.stream().map(PinkType::display).collect(Collectors.joining(", ", "(", ")"));
    }
  }

  /** {@code [T; n]}. */
  record Array(PinkType element, long length) implements PinkType {
    @Override
    public String display() {
      return "[" + element.display() + "; " + length + "]";
    }
  }

  /** {@code *T}, or {@code *?T} where {@code nullable}. */
  record Pointer(PinkType target, boolean nullable) implements PinkType {
    @Override
    public String display() {
      return (nullable ? "*?" : "*") + target.display();
    }
  }

  /** {@code *[]T}. */
  record Slice(PinkType element) implements PinkType {

    /** The type of string literals, {@code *[]Byte}. */
    public static final Slice OF_BYTES = new Slice(Scalar.UNSIGNED8);

    @Override
    public String display() {
      return "*[]" + element.display();
    }
  }

  /**
   * {@code fn(T, …) -> U}.
   *
   * @param variadic whether C arguments may follow the parameters; only the type of an {@code
   *     extern fn} named directly
   */
  record Function(List<PinkType> parameters, PinkType result, boolean variadic)
      implements PinkType {

    /** Copies the list. */
    public Function {
      parameters = List.copyOf(parameters);
    }

    @Override
    public String display() {
      String listed = parameters.stream().map(PinkType::display).collect(Collectors.joining(", "));
      String dots = variadic ? (parameters.isEmpty() ? "..." : ", ...") : "";
      String to = result == Scalar.NIL ? "" : " -> " + result.display();
      return "fn(" + listed + dots + ")" + to;
    }
  }

  /** A struct or union: the same type only where it is the same declaration. */
  record Nominal(SymbolId symbol, Kind kind) implements PinkType {

    /** What was declared. */
    public enum Kind {
      /** A struct. */
      STRUCT,
      /** A tagged union. */
      UNION
    }

    @Override
    public String display() {
      return symbol.display();
    }
  }

  /** The type of what does not give a value: it agrees with every type. */
  enum Never implements PinkType {
    /** The only one. */
    NEVER;

    @Override
    public String display() {
      return "Never";
    }
  }

  /** The type of what is wrong and has been reported: it agrees with every type, silently. */
  enum Erroneous implements PinkType {
    /** The only one. */
    ERRONEOUS;

    @Override
    public String display() {
      return "<error>";
    }
  }
}
