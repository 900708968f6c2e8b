package org.pinklang.frontend.diagnostic;

/** What can be wrong with the tokens of a text ({@code PK010x}) and with their order. */
public enum SyntaxCode implements DiagnosticCode {
  INVALID_UTF8(
      "PK0101",
      "byte {0} does not belong to UTF-8 text",
      "A text is UTF-8; save the file in that encoding, and write other bytes in strings as `\\xHH`.",
      "\uFFFDfn main() {}"),
  STRAY_CHARACTER(
      "PK0102",
      "no token begins with {0}",
      "The character stands outside strings and comments and begins no token; leave it out.",
      "fn main() { x := 1 # 2; }"),
  UNTERMINATED_COMMENT(
      "PK0103",
      "this comment is never closed",
      "A comment that begins with `/*` ends with `*/`; comments nest, so each `/*` needs its own.",
      "fn main() {}\n/* never closed"),
  UNTERMINATED_STRING(
      "PK0104",
      "this string has no second quote",
      "A string ends with `\"` on the line on which it begins; write `\\n` for a line feed in it.",
      "const greeting: *[]Byte := \"hello;"),
  UNTERMINATED_CHARACTER(
      "PK0105",
      "this character has no second quote",
      "A character literal is one byte between two `'`.",
      "const letter: Byte := 'a;"),
  CHARACTER_LENGTH(
      "PK0106",
      "a character literal is one byte, this one has {0}",
      "A character literal is exactly one byte; longer text is a string between `\"`.",
      "const letter: Byte := 'ab';"),
  UNKNOWN_ESCAPE(
      "PK0107",
      "`{0}` is no escape",
      "The escapes are \\n \\r \\t \\0 \\\\ \\\" \\' \\xHH \\u{HEX}; a backslash itself is `\\\\`.",
      "const path: *[]Byte := \"C:\\program\";"),
  BYTE_ESCAPE(
      "PK0108",
      "`\\x` needs two hexadecimal digits",
      "An escaped byte is written with exactly two hexadecimal digits, as in `\\x0A`.",
      "const letter: Byte := '\\x4';"),
  UNICODE_ESCAPE(
      "PK0109",
      "this is no Unicode scalar value",
      "`\\u{HEX}` holds 1 to 6 hexadecimal digits, at most 10FFFF and no surrogate.",
      "const text: *[]Byte := \"\\u{D800}\";"),
  LEADING_ZERO(
      "PK0110",
      "a decimal number does not begin with a zero",
      "A leading zero means nothing and is refused; an octal number begins with `0o`.",
      "const mode: Integer := 0755;"),
  MISPLACED_UNDERSCORE(
      "PK0111",
      "an underscore in a number stands between two digits",
      "Digits may be grouped by single underscores, each with a digit on both sides.",
      "const million: Integer := 1__000_000;"),
  WRONG_DIGIT(
      "PK0112",
      "`{0}` is no digit of a number of base {1}",
      "A prefixed number has only the digits of its base: `0b` 0 and 1, `0o` 0 to 7, `0x` 0 to f.",
      "const bits: Integer := 0b102;"),
  MISSING_DIGITS(
      "PK0113",
      "digits are missing after `{0}`",
      "A prefix and an exponent are followed by at least one digit.",
      "const large: Float := 1e;"),
  NUMBER_SUFFIX(
      "PK0114",
      "`{0}` runs into the number before it",
      "A number ends before a letter; literals have no suffixes and prefixes are small letters.",
      "const size: Integer := 10u8;"),
  INTEGER_TOO_LARGE(
      "PK0115",
      "this number is larger than any integer type",
      "An integer literal is at most 18446744073709551615, the largest `Unsigned64`.",
      "const many: Unsigned64 := 18446744073709551616;"),

  EXPECTED_TOKEN(
      "PK0130",
      "expected {0}, found {1}",
      "What stands here does not fit; the message says what would.",
      "fn first(a Integer) {}"),
  MISSING_SEMICOLON(
      "PK0131",
      "expected `;` after {0}, found {1}",
      "Every term but a block, `if`, `match` or loop ends with a semicolon, the last one too.",
      "fn main() { x := 1 }"),
  EXPECTED_NAME(
      "PK0132",
      "expected the name of {0}, found {1}",
      "A name stands here: letters, digits and `_`, not beginning with a digit.",
      "struct { x: Integer }"),
  KEYWORD_AS_NAME(
      "PK0133",
      "the keyword `{0}` cannot be the name of {1}",
      "Keywords are no names; choose another.",
      "fn match() {}"),
  RESERVED_WORD(
      "PK0134",
      "`{0}` is reserved for a later version of Pink",
      "The words class, is, try, catch, throw, generic, type, where and defer are no names; choose"
          + " another.",
      "fn main() { type := 1; }"),
  EXPECTED_EXPRESSION(
      "PK0135",
      "expected an expression, found {0}",
      "A value is needed here: a literal, a name, an operation or something in brackets.",
      "fn main() { x := ; }"),
  EXPECTED_TYPE(
      "PK0136",
      "expected a type, found {0}",
      "A type is needed here: a name, `*T`, `*?T`, `*[]T`, `[T; n]`, `(T, U)` or `fn(T) -> U`.",
      "fn first(a: 3) {}"),
  EXPECTED_DECLARATION(
      "PK0137",
      "expected a declaration, found {0}",
      "At top level stand only functions, globals, structs, unions and C functions; terms stand in"
          + " functions.",
      "print(1);"),
  EXPECTED_BLOCK(
      "PK0138",
      "expected a block in braces after `{0}`, found {1}",
      "The parts of `if`, `else`, loops and the arms of `match` are blocks, with braces even around"
          + " a single term.",
      "fn main() { if (true) return; }"),
  UNCLOSED(
      "PK0139",
      "expected `{0}`, found {1}",
      "A bracket was opened and not closed before something that cannot stand inside it.",
      "fn main() { x := (1 + 2; }"),
  STRAY_BRACE(
      "PK0140",
      "this `}` closes nothing",
      "There is one closing brace too many, or an opening one is missing before it.",
      "fn main() {} }"),
  MISSING_PARENTHESES(
      "PK0141",
      "what follows `{0}` stands in parentheses",
      "The whole condition of `if` and `while` and the subject of `match` stand in parentheses.",
      "fn main() { if true {} }"),
  SINGLE_ELEMENT_COMMA(
      "PK0142",
      "no comma follows a single element in parentheses",
      "A tuple has at least two elements, and `(a)` is just `a`; leave the comma out.",
      "const one: Integer := (1,);"),
  EMPTY_PARENTHESES(
      "PK0143",
      "empty parentheses are no {0}",
      "There is no empty tuple; the type with one value is `Nil` and its value is `nil`.",
      "fn nothing() -> () {}"),
  EMPTY_LIST(
      "PK0144",
      "{0} has at least one {1}",
      "An empty list says nothing here; name at least one element or leave the list out.",
      "union Empty {}"),
  EXTRA_COMMA(
      "PK0145",
      "no comma stands here",
      "Elements are separated by single commas, with one allowed after the last but not after"
          + " `...`.",
      "const pair: [Integer; 2] := [1,, 2];"),
  STRAY_SEMICOLON(
      "PK0146",
      "nothing stands before this `;`",
      "A semicolon ends a term; one alone is allowed only right after a block, `if`, `match` or"
          + " loop.",
      "fn main() { x := 1;; }"),
  MISPLACED_RANGE(
      "PK0147",
      "a range stands only in the head of a `for` and in `[ ]`",
      "`a..b` is no value: it bounds a loop or a slice.",
      "fn main() { x := 1..2; }"),
  LITERAL_IN_FOR(
      "PK0148",
      "a struct literal in the head of a `for` stands in parentheses",
      "Its brace would be taken for the body of the loop; put the literal in parentheses.",
      "struct P { x: Integer } fn main() { for i in P { x: 1 } {} }"),
  NOT_EQUAL_ASSIGN(
      "PK0149",
      "`!==` reads as `!=` and `=`",
      "To compare what a pointer holds write `p! == q`, with a space after the `!`.",
      "fn f(p: *?Integer, q: *Integer) { x := p!==q; }"),
  RESERVED_OPERATOR(
      "PK0150",
      "`{0}` is no operator of Pink; write `{1}`",
      "Pink spells these `and`, `or` and `a = a + b`.",
      "fn main() { x := true && false; }"),
  LATE_IMPORT(
      "PK0151",
      "imports come before every other declaration",
      "What a unit imports is read from the head of its text alone; move the import up.",
      "fn main() {}\nimport std.io;"),
  LATE_UNIT_DECLARATION(
      "PK0152",
      "the declaration of the unit comes first, and once",
      "`module` or `implement` is the first thing in a text, or does not stand in it.",
      "fn f() {}\nmodule m;"),
  NESTED_DECLARATION(
      "PK0153",
      "this declaration stands inside a function",
      "Functions, types and imports are declared at top level; if it is meant to be there, a closing"
          + " brace is missing before it.",
      "fn main() { fn inner() {} }"),
  ASSIGN_IN_DECLARATION(
      "PK0154",
      "a declaration gives its value with `:=`",
      "`=` assigns to what exists; a declaration is written `name := value;`.",
      "fn main() { x: Integer = 1; }"),
  MISSING_INITIALIZER(
      "PK0155",
      "expected `:=` and a value: there are no variables without one",
      "Every variable and constant is given a value where it is declared.",
      "fn main() { x: Integer; }"),
  MISPLACED_BINDING(
      "PK0156",
      "`:=` declares a name at the beginning of a term; here stands an expression",
      "A binding is a term and not an expression; declare the name before, or assign with `=`.",
      "fn main() { if (x := true) {} }"),
  ARM_AFTER_ELSE(
      "PK0157",
      "`else` is the last arm of a match",
      "`else` takes everything that is left, so nothing can follow it.",
      "union U { a, b } fn f(u: U) { match (u) { else => {} a => {} } }"),
  QUALIFIED_ALTERNATIVE(
      "PK0158",
      "an arm names its alternative alone",
      "The type is that of the subject; write `circle(r) => { … }`.",
      "union U { a } fn f(u: U) { match (u) { U.a => {} } }"),
  WILDCARD_ARM(
      "PK0159",
      "`_` is no alternative; the rest is `else`",
      "The arm that takes every other alternative is written `else => { … }`.",
      "union U { a, b } fn f(u: U) { match (u) { a => {} _ => {} } }"),
  STRAY_ELSE(
      "PK0160",
      "this `else` belongs to no `if`",
      "`else` follows the closing brace of an `if` directly, without a semicolon.",
      "fn main() { if (true) {}; else {} }"),
  TERM_AS_EXPRESSION(
      "PK0161",
      "`{0}` begins a term and is no value",
      "Loops, jumps and declarations stand on their own in a block, not inside an expression.",
      "fn main() { x := return; }"),
  EXTERN_BODY(
      "PK0162",
      "a function of C has no body",
      "`extern fn` only declares what C code defines; end it with `;`.",
      "extern fn exit(status: Integer32) {}"),
  MISPLACED_EXPORT(
      "PK0163",
      "the declaration of a unit is not exported",
      "`export` stands before imports and declarations; `module` needs none.",
      "export module m;"),
  MISPLACED_MODIFIER(
      "PK0164",
      "`{0}` stands only directly before `{1}`",
      "`opaque` belongs to structs and `inline` to functions, after `export`.",
      "opaque union U { a }"),
  MISPLACED_ELLIPSIS(
      "PK0165",
      "`...` ends the parameters of an `extern fn`, after at least one",
      "Only functions of C take a variable number of arguments.",
      "fn f(a: Integer, ...) {}"),
  MISPLACED_QUALIFIER(
      "PK0166",
      "only the name of a module stands before `::`",
      "A module has one name, dots included, and one `::` after it.",
      "fn main() { x := a::b::c; }"),
  DISCARD_AS_NAME(
      "PK0167",
      "`_` discards and cannot be {0}",
      "`_` stands for what is not wanted: a local, a parameter, a loop variable, a binder or the"
          + " place of an assignment.",
      "fn main() { x := _; }"),
  SLICE_WITHOUT_STAR(
      "PK0168",
      "a slice is `*[]T`",
      "A slice points at its elements, so its type begins with a star.",
      "fn sum(xs: []Integer) {}"),
  NAMED_PARAMETER_TYPE(
      "PK0169",
      "the parameters of a function type have no names",
      "A function type lists types only, as in `fn(Integer, Float) -> Boolean`.",
      "fn apply(f: fn(x: Integer)) {}"),
  FOR_IN_PARENTHESES(
      "PK0170",
      "the head of a `for` is `name in first..end` without parentheses",
      "`for` runs over a range, an array or a slice; for anything else there is `while`.",
      "fn main() { for (i in 0..3) {} }"),
  NESTED_TOO_DEEPLY(
      "PK0180",
      "this nests too deeply: more than {0} levels",
      "Brackets, blocks and types nest up to a limit; name inner parts or move them into functions.",
      "") {
    @Override
    public String example() {
      return "const deep: Integer := " + "(".repeat(3001) + "1" + ")".repeat(3001) + ";";
    }
  },
  CHAIN_TOO_LONG(
      "PK0181",
      "this chain has more than {0} elements",
      "Operators, calls, fields and `else if` follow each other up to a limit; name a part.",
      "") {
    @Override
    public String example() {
      return "const long: Integer := 1" + " + 1".repeat(500_001) + ";";
    }
  },
  PARTITION_WITH_MODULE(
      "PK0182",
      "a partition is imported by units of its own module only, as `import :{0};`",
      "Outside a module its partitions have no name; import the module, or leave the name out.",
      "import shapes:circles;");

  private final CodeEntry entry;

  SyntaxCode(String id, String template, String explanation, String example) {
    entry = new CodeEntry(id, Severity.ERROR, template, explanation, example);
  }

  @Override
  public CodeEntry entry() {
    return entry;
  }
}
