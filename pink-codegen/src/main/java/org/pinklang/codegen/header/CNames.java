package org.pinklang.codegen.header;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.pinklang.frontend.type.SymbolId;

/**
 * What declarations are called in C: {@code math.vector::dot} is {@code math_vector_dot}. A name
 * that C has already, or that two declarations would share, is spelt out as linkage names are:
 * {@code PM4math6vectorE3dot}. For one thread.
 */
final class CNames {
  /** Words that a module's name and a declaration's, joined, can be. */
  private static final Set<String> WORDS =
      Set.of(
          "and_eq not_eq or_eq xor_eq const_cast dynamic_cast reinterpret_cast static_cast",
          "static_assert thread_local co_await co_return co_yield wchar_t char8_t char16_t"
              + " char32_t",
          "size_t ptrdiff_t max_align_t nullptr_t intptr_t uintptr_t intmax_t uintmax_t rsize_t");

  /** Names of {@code stdint.h}, and those that headers of ours define for all modules. */
  private static final Pattern TAKEN =
      Pattern.compile(
          "u?int(_least|_fast)?[0-9]+_t|U?INT(_LEAST|_FAST)?[0-9]+_(MIN|MAX|C)"
              + "|(U?INT(MAX|PTR)|PTRDIFF|SIZE|WCHAR|WINT|SIG_ATOMIC)_(MIN|MAX|C)|pink_.*|PINK_.*");

  /** Words that a field or parameter can be, macros of common headers included. */
  private static final Set<String> RESERVED = reserved();

  private final Map<SymbolId, String> names = new HashMap<>();
  private final Map<String, SymbolId> owners = new HashMap<>();

  private static Set<String> reserved() {
    String words =
        """
        alignas alignof and asm auto bitand bitor bool break case catch char class compl concept
        const consteval constexpr constinit continue decltype default delete do double else enum
        explicit export extern false float for friend goto if import inline int long module mutable
        namespace new noexcept not nullptr operator or private protected public register requires
        restrict return short signed sizeof static struct switch template this throw true try
        typedef typeid typename typeof typeof_unqual union unsigned using virtual void volatile
        while xor linux unix i386 errno stdin stdout stderr complex imaginary I NULL EOF offsetof
        assert noreturn\
        """;
    Set<String> all = new HashSet<>(Set.of(words.split("\\s+")));
    WORDS.forEach(line -> all.addAll(Set.of(line.split(" "))));
    return Set.copyOf(all);
  }

  /**
   * Takes note of a declaration that will be named, before any is. All declarations that may share
   * a name are added first.
   */
  void add(SymbolId symbol) {
    String flat = flat(symbol);
    SymbolId owner = owners.putIfAbsent(flat, symbol);
    if (isTaken(flat)) {
      names.put(symbol, spelt(symbol));
    } else if (owner != null && !owner.equals(symbol)) {
      names.put(owner, spelt(owner));
      names.put(symbol, spelt(symbol));
    } else {
      names.putIfAbsent(symbol, flat);
    }
  }

  /** What a declaration is called. */
  String of(SymbolId symbol) {
    String known = names.get(symbol);
    if (known == null) {
      add(symbol);
      known = names.get(symbol);
    }
    return known == null ? spelt(symbol) : known;
  }

  private static boolean isTaken(String name) {
    return RESERVED.contains(name) || TAKEN.matcher(name).matches() || isForCompilers(name);
  }

  private static boolean isForCompilers(String name) {
    return name.startsWith("__")
        || (name.length() > 1 && name.charAt(0) == '_' && Character.isUpperCase(name.charAt(1)));
  }

  private static String flat(SymbolId symbol) {
    return symbol.module().replace('.', '_') + "_" + symbol.name();
  }

  private static String spelt(SymbolId symbol) {
    StringBuilder name = new StringBuilder("PM");
    for (String segment : symbol.module().split("\\.", -1)) {
      append(name, segment);
    }
    append(name.append('E'), symbol.name());
    return name.toString();
  }

  private static void append(StringBuilder name, String part) {
    name.append(part.getBytes(StandardCharsets.UTF_8).length).append(part);
  }

  /**
   * What a field or parameter is called.
   *
   * @param others those before it, which it must differ from; takes the name
   */
  String member(String name, Set<String> others) {
    String member = name;
    while (isTaken(member) || owners.containsKey(member) || !others.add(member)) {
      member += "_";
    }
    return member;
  }
}
